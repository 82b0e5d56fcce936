import { IConstruct } from 'constructs';
import { Comparison, compare } from '../private/comparison/comparison';
import { Place } from '../private/comparison/facts';
import { Needed } from '../private/comparison/needed';
import { neededBy, placeOf } from '../private/comparison/needed-by-construct';
import { OwnerChoice } from '../private/comparison/printed/owners';
import { readPrintedRole } from '../private/comparison/printed/printed-role';
import { fail, format } from '../private/options/errors';
import { isOfLibrary } from '../private/options/injection';
import { OptionReader } from '../private/options/reader';
import { STRING } from '../private/options/validators';

/** Options of `PermissionCheck`. */
export interface PermissionCheckOptions {
  /**
   * The name of the role, if the documents have several. For policies of users, the name of a user, group or role.
   *
   * @default - the only one in the documents
   */
  readonly roleName?: string;
}

/** An action on a resource that a role is missing, that can't be decided, or that the role has beyond the needs. */
export interface PermissionFinding {
  /** The action, as the statement has it. */
  readonly action: string;

  /** The resource, as the statement has it: for a missing permission, the pattern that was looked for. */
  readonly resource: string;

  /**
   * Why it was found. Missing: `not granted`, `granted in part`, `denied`, `denied in part`. Unclear: `granted under a
   * condition`, `denied under a condition`, `granted by a policy variable`, `may be denied` by a policy that is not
   * printed, and so on. Beyond: `not needed`, `more than needed`.
   */
  readonly reason: string;

  /**
   * The statement or the policy of the documents that is the reason, with its resources or its condition.
   *
   * @default - the reason says all
   */
  readonly details?: string;

  /**
   * The Sid of the statement: of the construct for a missing or unclear permission, of the document for one beyond.
   *
   * @default - the statement has none
   */
  readonly sid?: string;

  /**
   * Whether the platform may need it. `false` for what the vendor's policies and pages grant although no program of the
   * platform was seen to need it, and for permissions beyond the needs.
   *
   * @default true
   */
  readonly required?: boolean;
}

/**
 * Compares the policies of a role, as AWS prints them, with what a construct of this library grants: what is missing,
 * what can't be decided, and what exceeds it.
 *
 * A permission is granted only if that is proved: a single statement allows all of it, its conditions hold for each
 * request of the role, and no statement can deny it. Wildcards are compared as patterns, without a list of all actions:
 * a role with only some of the actions of `s3:GetBucket*` is missing `s3:GetBucket*`. Policy variables are unknown,
 * apart from `${aws:PrincipalAccount}` and, if the documents have the ARN of the role, `${aws:PrincipalArn}`. A
 * permissions boundary counts. While it or a policy of the account is not printed, nothing is proved. Policies of the
 * organization, of resources and of sessions are ignored.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export class PermissionCheck {
  /**
   * Compares policies with what a role or the policies of a construct of this library grant in the app. Of a role that
   * the construct creates, later grants and attached policies are included. The stack of the construct must have a
   * literal account and region, and the construct must name resources that exist: what a stack creates has no name
   * before it is deployed.
   *
   * @param documents all policies of one role as JSON, percent-encoded or not: documents, what the AWS CLI prints
   * (`get-role-policy`, `get-policy-version`, `list-attached-role-policies`, `get-account-authorization-details`), or
   * the state of Terraform. Only what belongs to the role counts: its inline policies, and the default versions of
   * attached ones. Policies of users and groups count only for a construct with policies of users
   * @param construct the role or policies to compare with
   * @param options which role it is
   */
  public static compare(
    documents: string[], construct: IConstruct, options: PermissionCheckOptions = {},
  ): PermissionCheck {
    const read = OptionReader.ofArguments({ documents, options });
    if (!isOfLibrary(construct)) {
      read.fail(`'construct' must be a role or a policy of this library, got ${format(construct)}`);
    }
    const choice: OwnerChoice = {
      kinds: 'roleRef' in construct ? ['role'] : ['role', 'user', 'group'],
      name: read.requiredStruct('options', given => given.value('roleName', STRING)),
    };
    return PermissionCheck._compare(read.raw('documents'), placeOf(construct), choice, roleArn =>
      neededBy(construct, placeOf(construct), roleArn));
  }

  /** @internal */
  public static _compare(
    documents: string[], place: Place, choice: OwnerChoice, needs: (roleArn?: string) => Needed,
  ): PermissionCheck {
    const texts = OptionReader.ofArguments({ documents }).list(
      'documents', STRING, 'a role without policies has nothing to compare');
    const printed = readPrintedRole(texts, place, choice);
    const needed = needs(printed.arn);
    if (needed.statements.length + needed.others.length + needed.policies.length === 0) {
      fail(undefined, 'the construct grants nothing, so there is nothing to compare');
    }
    return new PermissionCheck(compare(needed, printed));
  }

  /** Permissions that the construct grants and the role lacks for certain. */
  public readonly missing: PermissionFinding[];

  /** Permissions that the construct grants and for which the documents don't say whether the role has them. */
  public readonly unclear: PermissionFinding[];

  /** Permissions of the role beyond those of the construct: other actions, and the same actions on more resources. */
  public readonly beyond: PermissionFinding[];

  /**
   * The ARNs of managed policies that the construct attaches, and the documents don't show to be attached. Of attached
   * ones, only what may be denied is reported.
   */
  public readonly notAttached: string[];

  /** Policies of the role and its boundary, by ARN or name, that the documents don't contain: print them, too. */
  public readonly notPrinted: string[];

  /**
   * Whether the role is proved to have everything that the construct grants: nothing is missing, unclear or not
   * attached, and every other policy of the role is printed, as is its boundary.
   */
  public readonly isSufficient: boolean;

  private constructor({ missing, unclear, beyond, notAttached, notPrinted, isPrinted }: Comparison) {
    this.missing = [...missing];
    this.unclear = [...unclear];
    this.beyond = [...beyond];
    this.notAttached = [...notAttached];
    this.notPrinted = [...notPrinted];
    this.isSufficient = isPrinted && [missing, unclear, notAttached].every(({ length }) => length === 0);
  }
}
