import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BeanstalkUserPolicy, BeanstalkUserPolicyProps } from '../../../src';
import { ENVIRONMENTS } from '../../support/fold';
import { Fixtures } from '../../support/given';
import { policiesOf } from '../../support/policies';
import { synthesize } from '../../support/synthesize';

const LONGEST_REGION = 'us-isof-south-1';

const role = (stack: Stack, name: string) => iam.Role.fromRoleName(stack, `Role-${name}`, name.padEnd(64, '-role'));

/** All that users can have, with the longest names. */
function all(stack: Stack): BeanstalkUserPolicyProps {
  const roles = (name: string) => [role(stack, `${name}1`), role(stack, `${name}2`)];
  return {
    applications: [{ applicationName: 'a'.repeat(100), environmentNames: ['b'.repeat(40)], environmentNamePrefix: `${'c'.repeat(38)}-` }],
    deployment: { deleteVersions: true },
    management: { operationsRoles: roles('operations'), createApplications: true, deleteApplications: true },
    infrastructure: {
      instanceRoles: roles('instances'),
      serviceRoles: roles('service'),
      vpc: ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-0123456789abcdef0', availabilityZones: ['a'] }),
      taggedLaunchTemplates: true,
      loadBalancers: {},
      databases: {},
      workerTier: {},
      ecsDocker: {},
      logStreaming: true,
    },
    clusterEnvironments: {
      clusterRoles: roles('cluster'),
      nodeRoles: roles('node'),
      observabilityRoles: roles('observability'),
      applicationRoles: roles('application'),
      imageBuildRoles: roles('build'),
    },
    readLogs: true,
    regions: [LONGEST_REGION],
  };
}

test.each(ENVIRONMENTS)('all policies are within the limit in $partition, with the longest names', environment => {
  const { template } = synthesize(stack => new BeanstalkUserPolicy(stack, 'Users', all(stack)));
  const policies = policiesOf(template, environment);
  expect(policies).toHaveLength(9);
  expect(policies.filter(({ characters }) => characters > 6144)).toEqual([]);
});

test('a pipeline needs three policies', () => {
  const { template } = synthesize(stack => new BeanstalkUserPolicy(stack, 'Users', {
    applications: [{ applicationName: 'shop', environmentNames: ['shop-live'] }], deployment: {}, managedPolicyNamePrefix: 'shop-',
  }));
  const names = Object.values(template.Resources ?? {}).map(({ Properties }) => Properties?.ManagedPolicyName);
  expect(names).toEqual(['shop-Watch', 'shop-Deployment', 'shop-Update']);
});

test('says what to do when a policy is too large', () => {
  const names = [...Array(30).keys()].map(index => `an-environment-with-a-name-${index}`);
  expect(() => synthesize(stack => new BeanstalkUserPolicy(stack, 'Users', {
    applications: [{ applicationName: 'shop', environmentNames: names }], deployment: {},
  }))).toThrow(/takes \d+ to \d+ characters, IAM allows 6144: list fewer applications, environments, roles and regions, set environmentNamePrefix/);
});

type Users = Omit<BeanstalkUserPolicyProps, 'applications'>;

test.each<[string, (given: Fixtures) => Users, string[]]>([
  ['users who only watch', () => ({}), []],
  ['deployers', () => ({ deployment: {} }), ["set 'storage.environmentIds', or use operations roles"]],
  ['deployers who change resources', given => ({ deployment: {}, infrastructure: { instanceRoles: [given.role('shop')] } }),
    ["set 'storage.environmentIds', or use operations roles"]],
  ['users who create environments', given => ({ management: {}, infrastructure: { instanceRoles: [given.role('shop')] } }),
    ["'management' can't be limited to environments by their ids. Use operations roles"]],
  ['deployers to known environments', () => ({ deployment: {}, storage: { environmentIds: ['e-abcdefghij'] } }), []],
  ['deployers by an operations role', () => ({ deployment: { usesOperationsRole: true } }), []],
])('warns of the code of all environments: %s', (_who, props, messages) => {
  const { warnings } = synthesize(stack => new BeanstalkUserPolicy(stack, 'Users', {
    applications: [{ applicationName: 'shop', environmentNames: ['shop-live'] }], ...props(new Fixtures(stack)),
  }));
  expect(warnings).toEqual(messages.map(message => expect.stringContaining(message)));
});
