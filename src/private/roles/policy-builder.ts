import { Stack, TokenComparison } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PlatformPolicyProps } from '../../common/platform-policy-props';
import { PolicyPlacement } from '../../common/policy-placement';
import { compareAccounts } from '../options/accounts';
import { fail, warn } from '../options/errors';
import { checkName, checkPath } from '../options/names';
import { checked, having, optionalList } from '../options/validators';
import { assemble, policyDocument, PolicyDraft } from '../statements/assembly';
import { PolicyFeature } from '../statements/documented-statement';
import { once, SizeCheck } from '../synthesis/size-check';
import { Identity, Synthesis } from '../synthesis/synthesis';

export interface PlatformPolicyOptions extends PlatformPolicyProps {
  /** In a fixed order. */
  readonly features: readonly PolicyFeature[];
  /** What to do about a policy that is too large. */
  readonly wayOut: string;
}

interface Kind<T extends Identity> {
  readonly what: string;
  /** How many managed policies may be attached to one, by default and at most. */
  readonly byDefault: number;
  readonly atMost: number;
  readonly attach: (policy: iam.ManagedPolicy, identity: T) => void;
  readonly arn: (identity: T) => string;
}

const USER: Kind<iam.IUser> = {
  what: 'user',
  byDefault: 10,
  atMost: 20,
  attach: (policy, user) => policy.attachToUser(user),
  arn: user => user.userArn,
};
const GROUP: Kind<iam.IGroup> = {
  what: 'group',
  byDefault: 10,
  atMost: 10,
  attach: (policy, group) => policy.attachToGroup(group),
  arn: group => group.groupArn,
};
const ROLE: Kind<iam.IRole> = {
  what: 'role',
  byDefault: 10,
  atMost: 25,
  attach: (policy, role) => policy.attachToRole(role),
  arn: role => role.roleArn,
};

const A_USER = having<iam.IUser>('userName', 'a user');
const A_GROUP = having<iam.IGroup>('groupName', 'a group');
const A_ROLE = having<iam.IRole>('roleName', 'a role');
const STATEMENT = having<iam.PolicyStatement>('toStatementJson', 'an iam.PolicyStatement');

/** The managed policies of who uses a platform, one for each feature: made here for every platform. */
export class PlatformPolicy {
  public readonly managedPolicies: iam.ManagedPolicy[];
  private readonly attachedTo = new Map<Identity, Kind<never>>();

  constructor(
    private readonly scope: Construct,
    private readonly options: PlatformPolicyOptions,
  ) {
    const { managedPolicyNamePrefix, path } = options;
    checkName(scope, 'managedPolicyNamePrefix', managedPolicyNamePrefix, 100);
    checkPath(scope, 'path', path);
    const additionalStatements = optionalList(scope, 'additionalStatements', options.additionalStatements, STATEMENT);
    const { drafts } = assemble(scope, PolicyPlacement.MANAGED, options.features, additionalStatements);
    this.managedPolicies = drafts.map(draft => this.makePolicy(draft));
    optionalList(scope, 'users', options.users, A_USER).forEach(user => this.attachToUser(user));
    optionalList(scope, 'groups', options.groups, A_GROUP).forEach(group => this.attachToGroup(group));
    optionalList(scope, 'roles', options.roles, A_ROLE).forEach(role => this.attachToRole(role));
    this.checkAtSynthesis(drafts);
  }

  public attachToUser(user: iam.IUser): void {
    this.attach(checked(this.scope, 'user', user, A_USER), USER);
  }

  public attachToGroup(group: iam.IGroup): void {
    this.attach(checked(this.scope, 'group', group, A_GROUP), GROUP);
  }

  public attachToRole(role: iam.IRole): void {
    this.attach(checked(this.scope, 'role', role, A_ROLE), ROLE);
  }

  private makePolicy(draft: PolicyDraft): iam.ManagedPolicy {
    const { managedPolicyNamePrefix: prefix, path } = this.options;
    return new iam.ManagedPolicy(this.scope, `${draft.name}Policy`, {
      managedPolicyName: prefix && `${prefix}${draft.name}`,
      path,
      document: policyDocument(draft),
    });
  }

  /** CDK attaches to whatever has the name in the account of the stack, and forgets that of imported users. */
  private attach<T extends Identity>(identity: T, kind: Kind<T>): void {
    const account = kind.arn(identity).split(':')[4] ?? identity.env.account;
    if (compareAccounts(this.scope, account) === TokenComparison.DIFFERENT) {
      fail(
        this.scope,
        `the ${kind.what} '${identity.node.path}' is of account ${account}, the stack of ` +
          `${Stack.of(this.scope).account}: policies are attached only in their own account, ` +
          'make this construct in a stack of that account',
      );
    }
    this.managedPolicies.forEach(policy => kind.attach(policy, identity));
    this.attachedTo.set(identity, kind as Kind<never>);
  }

  private checkAtSynthesis(drafts: readonly PolicyDraft[]): void {
    const { scope, options } = this;
    const synthesis = Synthesis.of(scope);
    const warnOnce = once((id, message) => warn(scope, id, message));
    scope.node.addValidation({
      validate: () => {
        const sizes = new SizeCheck(scope, warnOnce);
        drafts.forEach(({ name }, index) =>
          sizes.checkManagedPolicy(name, `of ${name}`, this.managedPolicies[index].document, options.wayOut));
        const counts = [...this.attachedTo].flatMap(([identity, kind]) =>
          checkCount(identity, kind, synthesis, warnOnce));
        return [...sizes.errors, ...counts];
      },
    });
  }
}

function checkCount(
  identity: Identity,
  { what, byDefault, atMost }: Kind<never>,
  synthesis: Synthesis,
  warnOnce: (id: string, message: string) => void,
): string[] {
  const resource = identity.node.defaultChild as iam.CfnUser | iam.CfnGroup | iam.CfnRole | undefined;
  const listed = resource ? (Stack.of(resource).resolve(resource.managedPolicyArns) as unknown[] | undefined) : [];
  const count = (listed ?? []).length + synthesis.managedPoliciesAttachedTo(identity).length;
  const found = `${count} managed policies are attached to the ${what} '${identity.node.path}'`;
  if (count > atMost) {
    return [`${found}, IAM allows at most ${atMost}: leave features out, or give them to another ${what}`];
  }
  if (count > byDefault) {
    warnOnce(`attachedPolicies:${identity.node.path}`,
      `${found}, and an account allows ${byDefault} unless its quota was raised`);
  }
  return [];
}
