import { Stack, TokenComparison } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { readStatements } from './additional-statements';
import { withOverrides } from './statement-overrides';
import { PlatformPolicyProps } from '../../common/platform-policy-props';
import { PolicyPlacement } from '../../common/policy-placement';
import { fail, warn } from '../options/errors';
import { iamName, PATH } from '../options/names';
import { ReaderOf, readerOf } from '../options/reader';
import { compareAccounts } from '../options/things/accounts';
import { resourceOf, roleInApp, roleOf } from '../options/things/resources';
import { bindThing, Thing } from '../options/things/thing';
import { ASSUMABLE_ROLE, GROUP, USER } from '../options/things/things';
import { assemble, policyDocument, PolicyDraft } from '../statements/assembly';
import { PolicyFeature } from '../statements/documented-statement';
import { featuresInRegions } from '../statements/regions';
import { Identity } from '../synthesis/attachments';
import { resolvedPatterns } from '../synthesis/resolved-patterns';
import { once, SizeCheck } from '../synthesis/size-check';
import { Synthesis } from '../synthesis/synthesis';

/** The definition of a platform's user policies. */
export interface PolicyDefinition {
  /** The properties of the construct: those that all policies have are read here. */
  readonly read: ReaderOf<PlatformPolicyProps>;
  /** In a fixed order. */
  readonly features: readonly PolicyFeature[];
  /** Advice for a policy that is too large. */
  readonly wayOut: string;
}

interface IdentityKind<T extends Identity> {
  readonly what: string;
  readonly thing: Thing<T>;
  /** The number of managed policies that can be attached to one, by default and at most. */
  readonly byDefault: number;
  readonly atMost: number;
  readonly attach: (policy: iam.ManagedPolicy, identity: T) => void;
}

const OF_USERS: IdentityKind<iam.IUserRef> = {
  what: 'user', thing: USER, byDefault: 10, atMost: 20, attach: (policy, user) => policy.attachToUser(user),
};
const OF_GROUPS: IdentityKind<iam.IGroupRef> = {
  what: 'group', thing: GROUP, byDefault: 10, atMost: 10, attach: (policy, group) => policy.attachToGroup(group),
};
const OF_ROLES: IdentityKind<iam.IRoleRef> = {
  what: 'role',
  thing: ASSUMABLE_ROLE,
  byDefault: 10,
  atMost: 25,
  attach: (policy, role) => policy.attachToRole(roleOf(policy, role)),
};

/** Creates one managed policy per feature for users of a platform. */
export class PolicyBuilder {
  public readonly managedPolicies: iam.ManagedPolicy[];
  private readonly attachedTo = new Map<Identity, IdentityKind<never>>();

  constructor(
    private readonly scope: Construct,
    private readonly definition: PolicyDefinition,
  ) {
    const read = readerOf(definition.read);
    const features = withOverrides(read, featuresInRegions(scope, definition.features));
    const namePrefix = read.value('managedPolicyNamePrefix', iamName(100));
    const path = read.value('path', PATH);
    const { drafts } = assemble(scope, PolicyPlacement.MANAGED, features, readStatements(read));
    this.managedPolicies = drafts.map(draft => new iam.ManagedPolicy(scope, `${draft.name}Policy`, {
      managedPolicyName: namePrefix && `${namePrefix}${draft.name}`,
      path,
      document: policyDocument(draft),
    }));
    read.anyNumberOfThings('users', USER).forEach(({ object }) => this.attach(object, OF_USERS));
    read.anyNumberOfThings('groups', GROUP).forEach(({ object }) => this.attach(object, OF_GROUPS));
    read.anyNumberOfThings('roles', ASSUMABLE_ROLE).forEach(({ object }) => this.attach(roleInApp(object), OF_ROLES));
    this.checkAtSynthesis(drafts);
  }

  public attachToUser(user: iam.IUserRef): void {
    this.attach(bindThing(this.scope, 'user', user, USER).object, OF_USERS);
  }

  public attachToGroup(group: iam.IGroupRef): void {
    this.attach(bindThing(this.scope, 'group', group, GROUP).object, OF_GROUPS);
  }

  public attachToRole(role: iam.IRoleRef): void {
    this.attach(roleInApp(bindThing(this.scope, 'role', role, ASSUMABLE_ROLE).object), OF_ROLES);
  }

  /** The CDK would attach to an identity of the same name in the stack's account, and ignore imported users. */
  private attach<T extends Identity>(identity: T, kind: IdentityKind<T>): void {
    const account = kind.thing.identify(identity as Partial<T>)!.split(':')[4] ?? identity.env.account;
    if (compareAccounts(this.scope, account) === TokenComparison.DIFFERENT) {
      fail(
        this.scope,
        `the ${kind.what} '${identity.node.path}' is in account ${account}, the stack in ${Stack.of(this.scope).account}: ` +
          'policies can only be attached in their own account. Create this construct in a stack of that account',
      );
    }
    this.managedPolicies.forEach(policy => kind.attach(policy, identity));
    this.attachedTo.set(identity, kind as unknown as IdentityKind<never>);
  }

  private checkAtSynthesis(drafts: readonly PolicyDraft[]): void {
    const { scope, definition: { wayOut } } = this;
    const synthesis = Synthesis.of(scope);
    const warnOnce = once((id, message) => warn(scope, id, message));
    scope.node.addValidation({
      validate: () => {
        const sizes = new SizeCheck(scope, warnOnce);
        drafts.forEach(({ name }, index) =>
          sizes.checkManagedPolicy(name, `of ${name}`, this.managedPolicies[index].document, wayOut));
        const counts = [...this.attachedTo].flatMap(([identity, kind]) =>
          checkCount(identity, kind, synthesis, warnOnce));
        return [...sizes.errors, ...counts, ...resolvedPatterns(scope)];
      },
    });
  }
}

function checkCount(
  identity: Identity,
  { what, byDefault, atMost }: Pick<IdentityKind<never>, 'what' | 'byDefault' | 'atMost'>,
  synthesis: Synthesis,
  warnOnce: (id: string, message: string) => void,
): string[] {
  const resource = resourceOf(identity) as iam.CfnUser | iam.CfnGroup | iam.CfnRole | undefined;
  const listed = resource ? (Stack.of(resource).resolve(resource.managedPolicyArns) as unknown[] | undefined) : [];
  const count = (listed ?? []).length + synthesis.managedPoliciesAttachedTo(identity).length;
  const found = `${count} managed policies are attached to the ${what} '${identity.node.path}'`;
  if (count > atMost) {
    return [`${found}, IAM allows at most ${atMost}: leave features out, or attach them to another ${what}`];
  }
  if (count > byDefault) {
    warnOnce(`attachedPolicies:${identity.node.path}`,
      `${found}, and an account allows ${byDefault} unless its quota was raised`);
  }
  return [];
}
