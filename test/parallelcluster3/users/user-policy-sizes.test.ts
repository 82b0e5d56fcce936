import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { ALL_FEATURES, FEATURES, featureOf, many, withProps } from './user-policies';
import { ParallelClusterIamAccess, ParallelClusterUserPolicy, ParallelClusterUserPolicyProps, S3Location } from '../../../src';
import { Environment, ENVIRONMENTS } from '../../support/fold';
import { Fixtures } from '../../support/given';
import { policiesOf } from '../../support/policies';
import { synthesize } from '../../support/synthesize';

const LONGEST_REGION = 'us-isof-south-1';

describe('sizes', () => {
  /** The policy sizes for the props in an environment, by feature. */
  function sizes(environment: Environment, props: ParallelClusterUserPolicyProps): Record<string, number> {
    const { template } = withProps(() => props);
    return Object.fromEntries(policiesOf(template, environment).map(policy => [featureOf(policy), policy.characters]));
  }

  test.each(ENVIRONMENTS)('of all features are within the limit in $partition, in the longest region', environment => {
    const all = sizes(environment, { ...ALL_FEATURES, regions: [LONGEST_REGION] });
    expect(Object.keys(all)).toEqual(FEATURES);
    expect(Object.entries(all).filter(([, characters]) => characters > 6144)).toEqual([]);
  });

  test.each(ENVIRONMENTS)('of all features but images are within the limit in $partition, in three regions', environment => {
    const regions = ['us-gov-west-1', 'us-gov-east-1', LONGEST_REGION];
    const { imageBuild: _big, ...others } = ALL_FEATURES;
    const all = Object.entries(sizes(environment, { ...others, regions }));
    expect(all.filter(([, characters]) => characters > 6144)).toEqual([]);
  });

  test('of all features are within the limit without an environment', () => {
    expect(withProps(stack => ({ ...ALL_FEATURES, regions: [stack.region] })).warnings).toEqual([
      expect.stringContaining('privileged'),
    ]);
  });

  const secrets = (stack: Stack, count: number) =>
    many(count, index => secretsmanager.Secret.fromSecretNameV2(stack, `S${index}`, `hpc/cluster/password-${index}`));
  const roles = (stack: Stack, count: number) =>
    many(count, index => iam.Role.fromRoleName(stack, `R${index}`, `hpc-cluster-role-${index}`));
  const named = (count: number) => (stack: Stack): ParallelClusterUserPolicyProps => {
    const given = new Fixtures(stack);
    return {
      iamAccess: ParallelClusterIamAccess.restricted(roles(stack, count)),
      secrets: { passwords: secrets(stack, count) },
      storage: { buckets: many(count, index => given.bucket(`bucket-with-a-name-${index}`)) },
      createClusters: {
        fsxForLustre: { dataRepositories: many(count, index => S3Location.prefix(given.bucket(`bucket-with-a-name-${index}`), 'a/')) },
      },
    };
  };

  test.each([...ENVIRONMENTS.map(environment => ({ ...environment, count: 1 })),
    ...ENVIRONMENTS.map(environment => ({ ...environment, count: 12 }))])(
    'are within the limit in $partition with $count secrets, roles and buckets', environment => {
      const { template, warnings } = withProps(named(environment.count));
      expect(policiesOf(template, environment).filter(({ characters }) => characters > 6144)).toEqual([]);
      expect(warnings).toEqual([]);
    });

  test.each<[string, (stack: Stack) => ParallelClusterUserPolicyProps]>([
    ['ClusterIam', stack => ({ secrets: { passwords: secrets(stack, 120) } })],
    ['ClusterIam', stack => ({ iamAccess: ParallelClusterIamAccess.restricted(roles(stack, 150)) })],
    ['ClusterServices', stack =>
      ({ storage: { buckets: many(200, index => new Fixtures(stack).bucket(`hpc-${index}`)) } })],
    ['Features', stack => ({
      createClusters: {
        fsxForLustre: {
          dataRepositories: many(120, index => S3Location.bucket(new Fixtures(stack).bucket(`data-${index}`))),
        },
      },
    })],
    ['IamAccess', stack => ({
      iamAccess: ParallelClusterIamAccess.privileged(
        many(150, index => new Fixtures(stack).managedPolicy(`policy-${index}`))),
    })],
  ])('rejects a policy %s over the limit, with the numbers', (feature, props) => {
    expect(() => withProps(props)).toThrow(new RegExp(
      `the managed policy of ${feature} takes \\d{4,5} to \\d{4,5} characters, IAM allows 6144: list fewer regions`));
  });

  test('warns if the size depends on names generated during deployment', () => {
    const { warnings } = withProps(stack => ({
      secrets: { passwords: many(12, index => new Fixtures(stack).newSecret(`password-${index}`)) },
    }));
    expect(warnings).toEqual([expect.stringMatching(/the managed policy of ClusterIam takes \d+ to \d+ characters, depending/)]);
  });

  test('include statements that are added to a policy later', () => {
    expect(() => synthesize(stack => {
      const { managedPolicies } = new ParallelClusterUserPolicy(stack, 'User', { createClusters: {} });
      managedPolicies[0].addStatements(new iam.PolicyStatement({
        actions: ['s3:GetObject'], resources: many(100, index => `arn:aws:s3:::a-bucket-with-a-name-${index}/*`),
      }));
    })).toThrow(/the managed policy of Cluster takes \d+ to \d+ characters, IAM allows 6144/);
  });
});

describe('attached to a user', () => {
  const own = new iam.PolicyStatement({ sid: 'Own', actions: ['s3:GetObject'], resources: ['*'] });
  const attached = (others: number) => synthesize(stack => {
    const user = new iam.User(stack, 'Ann', {
      managedPolicies: many(others, index => iam.ManagedPolicy.fromAwsManagedPolicyName(`Other${index}`)),
    });
    const { useClusters: _included, awsBatch: _ended, version: _old, ...props } = ALL_FEATURES;
    new ParallelClusterUserPolicy(stack, 'User', { ...props, additionalStatements: [own], users: [user] });
  }).warnings.filter(warning => warning.includes('attached'));

  test('all that an administrator needs, additional statements and two other policies are within the quota', () => {
    expect(attached(2)).toEqual([]);
  });

  test('more than ten policies cause a warning', () => {
    expect(attached(3)).toEqual([
      expect.stringContaining("11 managed policies are attached to the user 'Stack/Ann', and an account allows 10"),
    ]);
  });
});
