import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as fc from 'fast-check';
import { both, flag, listOf, Maker, oneOf, OptionArbitraries, options, OptionsMaker, values } from './arbitraries';
import { Fixtures } from './given';
import { PlatformEc2RoleProps, PlatformRoleProps, PolicyPlacement } from '../../src';

// The options that roles of all platforms accept.

type Options<T> = fc.Arbitrary<OptionsMaker<T>>;

/** The roles of a construct: created by it, created by the app, or imported. */
export interface Roles<T> {
  readonly made: Options<T>;
  readonly existing: Options<T>;
  readonly imported: Options<T>;
}

export const statements = listOf(oneOf({ 'a statement': given => given.statement() }));
const managedPolicies = listOf(oneOf({ 'a managed policy': given => given.managedPolicy('audit') }));

/** The Sids depend on the other options: the tests of overrides draw some. */
export const statementOverrides = values({});

/** Several regions repeat ARNs, which the tests of regions look at. */
const regions = oneOf({ 'the region of the stack': ({ stack }) => [stack.region] });

type NewRole = Omit<PlatformRoleProps, 'existingRole'>;

/** Options of a role that the construct creates. */
export const newRole: OptionArbitraries<NewRole> = {
  roleName: values('team-role'),
  path: values('/', '/team/'),
  description: values('works'),
  maxSessionDuration: oneOf({ 'Duration.hours(2)': () => Duration.hours(2) }),
  permissionsBoundary: oneOf({ 'a managed policy': given => given.managedPolicy('boundary') }),
  tags: values({ team: 'shop' }),
  additionalManagedPolicies: managedPolicies,
  additionalStatements: statements,
  additionalPrincipals: listOf(oneOf({
    'Systems Manager': () => new iam.ServicePrincipal('ssm.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    }),
  })),
  policyPlacement: values(...Object.values(PolicyPlacement)),
  statementOverrides,
  regions,
};

type Existing = Pick<PlatformRoleProps, 'existingRole' | 'regions' | 'statementOverrides' | 'additionalStatements'
  | 'additionalManagedPolicies' | 'policyPlacement'>;

/** Roles that the service can assume. The CDK attaches no managed policies to imported ones. */
export function rolesOf(
  service: string, made = options<NewRole>(newRole), newExisting: Fixtures['newTaggedRole'] = Fixtures.prototype.newRole,
): Roles<PlatformRoleProps> {
  const beside = {
    additionalStatements: statements, policyPlacement: values(PolicyPlacement.SEPARATE), regions, statementOverrides,
  };
  return {
    made,
    existing: options<Existing>({
      ...beside,
      existingRole: oneOf({ 'a new role': given => newExisting.call(given, 'existing', service) }),
      additionalManagedPolicies: managedPolicies,
    }, 'existingRole'),
    imported: options<Omit<Existing, 'additionalManagedPolicies'>>({
      ...beside,
      existingRole: oneOf({ 'a role': given => given.role('existing') }),
    }, 'existingRole'),
  };
}

const instanceProfileName = options<Pick<PlatformEc2RoleProps, 'instanceProfileName'>>({
  instanceProfileName: values('team-profile'),
});
const existingInstanceProfile = options<Pick<PlatformEc2RoleProps, 'existingInstanceProfile'>>({
  existingInstanceProfile: oneOf({ 'an instance profile': given => given.instanceProfile('existing') }),
});

const { made, existing, imported } = rolesOf('ec2.amazonaws.com');

/** The instance roles. Existing ones may have an existing instance profile. */
export const EC2_ROLES: Roles<PlatformEc2RoleProps> = {
  made: both(made, instanceProfileName),
  existing: fc.oneof(both(existing, instanceProfileName), both(existing, existingInstanceProfile)),
  imported: fc.oneof(both(imported, instanceProfileName), both(imported, existingInstanceProfile)),
};

/** Draws a new role in most cases, because it accepts the most options. */
export function ofApp<T>(roles: Roles<T>): Options<T> {
  return fc.oneof({ weight: 3, arbitrary: roles.made }, roles.existing);
}

export function anyOf<T>(roles: Roles<T>): Options<T> {
  return fc.oneof({ weight: 4, arbitrary: ofApp(roles) }, roles.imported);
}

/** For options that attach AWS managed policies: `attaches` is false for imported roles. */
export function withAny<R extends object, T extends object>(
  roles: Roles<R>, own: (attaches: fc.Arbitrary<Maker<boolean>>) => Options<T>,
): Options<T & R> {
  return fc.oneof({ weight: 4, arbitrary: both(own(flag), ofApp(roles)) }, both(own(values(false)), roles.imported));
}
