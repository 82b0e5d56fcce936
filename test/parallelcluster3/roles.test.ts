import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import {
  ParallelClusterComputeNodeRole, ParallelClusterHeadNodeRole, ParallelClusterImageBuilderRole,
  ParallelClusterImageCleanupRole, ParallelClusterLambdaFunctionsRole, ParallelClusterLoginNodeRole,
  ParallelClusterSlurmdbdRole, ParallelClusterVersion, PolicyPlacement,
} from '../../src';
import { isAllowed } from '../support/evaluate';
import { CHINA, ENVIRONMENTS, fold, GOV_CLOUD } from '../support/fold';
import { Fixtures } from '../support/given';
import { policiesOf, rolesOf, Statement } from '../support/policies';
import { synthesize, synthesizeRole, SynthesisOptions } from '../support/synthesize';

const KNOWN: SynthesisOptions = { env: { account: '111122223333', region: 'eu-central-1' } };

interface PlatformRole extends Construct, iam.IGrantable {
  readonly role: iam.IRole;
  readonly instanceProfile?: iam.IInstanceProfile;
  grantPass(grantee: iam.IGrantable): iam.Grant;
}

const ROLES: readonly [name: string, service: string, make: (stack: Stack) => PlatformRole][] = [
  ['head node', 'ec2.amazonaws.com', stack => new ParallelClusterHeadNodeRole(stack, 'Role', { slurm: {} })],
  ['compute node', 'ec2.amazonaws.com', stack => new ParallelClusterComputeNodeRole(stack, 'Role')],
  ['login node', 'ec2.amazonaws.com', stack => new ParallelClusterLoginNodeRole(stack, 'Role')],
  ['functions', 'lambda.amazonaws.com', stack => new ParallelClusterLambdaFunctionsRole(stack, 'Role', { slurm: {} })],
  ['image builder', 'ec2.amazonaws.com', stack => new ParallelClusterImageBuilderRole(stack, 'Role')],
  ['image cleanup', 'lambda.amazonaws.com', stack => new ParallelClusterImageCleanupRole(stack, 'Role')],
  ['database daemon', 'ec2.amazonaws.com', stack => {
    const given = new Fixtures(stack);
    return new ParallelClusterSlurmdbdRole(stack, 'Role', {
      databasePassword: given.secret('database'),
      mungeKey: given.secret('munge'),
      subnet: given.subnet('cluster'),
    });
  }],
];
const ON_EC2 = ROLES.filter(([, service]) => service.startsWith('ec2'));

describe.each(ROLES)('the role of the %s', (_name, service, make) => {
  test(`is assumed by ${service} only, in every partition`, () => {
    for (const { account, region } of ENVIRONMENTS) {
      expect(synthesizeRole(make, { env: { account, region } }).trust).toMatchObject([
        { Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: service } },
      ]);
    }
  });

  test('has the path /parallelcluster/, whose roles CLI users may pass', () => {
    expect(synthesizeRole(make, KNOWN).properties.Path).toBe('/parallelcluster/');
  });

  test('can be passed to its service only', () => {
    const { roles } = synthesize(stack => {
      const user = new iam.Role(stack, 'User', { assumedBy: new iam.AccountRootPrincipal() });
      expect(make(stack).grantPass(user).success).toBe(true);
    }, KNOWN);
    const [{ Action, Condition }] = roles.find(({ logicalId }) => logicalId.startsWith('User'))!.all;
    expect(Action).toEqual(['iam:PassRole']);
    expect([Condition!.StringEquals['iam:PassedToService']].flat()[0]).toBe(service);
  });

  test('can be granted permissions by other constructs', () => {
    const { roles: [{ separate }] } = synthesize(stack => {
      new secretsmanager.Secret(stack, 'Secret').grantRead(make(stack));
    }, KNOWN);
    expect(separate.flatMap(({ statements }) => statements.flatMap(({ Action }) => Action)))
      .toContain('secretsmanager:GetSecretValue');
  });
});

describe.each(ON_EC2)('the instance profile of the %s', (_name, _service, make) => {
  test('contains the role, and has the same path', () => {
    const { template } = synthesize(stack => {
      expect(make(stack).instanceProfile).toBeDefined();
    }, KNOWN);
    const { Resources } = fold(template);
    const [profile] = Object.values(Resources).filter(({ Type }) => Type === 'AWS::IAM::InstanceProfile');
    const [roleId] = Object.entries(Resources).find(([, { Type }]) => Type === 'AWS::IAM::Role')!;
    expect(profile.Properties).toMatchObject({ Path: '/parallelcluster/', Roles: [roleId.toLowerCase()] });
  });
});

describe('the AWS managed policies', () => {
  const attached = (build: (stack: Stack) => Construct, options = KNOWN) =>
    ([synthesizeRole(build, options).properties.ManagedPolicyArns ?? []].flat() as string[])
      .map(arn => arn.split(':policy/')[1] ?? arn);
  const CLOUD_WATCH = 'CloudWatchAgentServerPolicy';
  const SYSTEMS_MANAGER = 'AmazonSSMManagedInstanceCore';

  test.each<[string, readonly string[], (stack: Stack) => Construct]>([
    ['a head node', [CLOUD_WATCH], stack => new ParallelClusterHeadNodeRole(stack, 'R', { slurm: {} })],
    ['a compute node', [CLOUD_WATCH], stack => new ParallelClusterComputeNodeRole(stack, 'R')],
    ['a compute node without logs', [],
      stack => new ParallelClusterComputeNodeRole(stack, 'R', { cloudWatchAgent: false })],
    ['a login node with sessions', [CLOUD_WATCH],
      stack => new ParallelClusterLoginNodeRole(stack, 'R', { sessionManager: {} })],
    ['functions', [], stack => new ParallelClusterLambdaFunctionsRole(stack, 'R', { slurm: {} })],
    ['functions in a VPC', ['service-role/AWSLambdaVPCAccessExecutionRole'],
      stack => new ParallelClusterLambdaFunctionsRole(stack, 'R', { slurm: {}, vpc: true })],
    ['the build of an image', [SYSTEMS_MANAGER, 'EC2InstanceProfileForImageBuilder'],
      stack => new ParallelClusterImageBuilderRole(stack, 'R')],
    ['the build of an image without one', ['EC2InstanceProfileForImageBuilder'],
      stack => new ParallelClusterImageBuilderRole(stack, 'R', { systemsManager: false })],
    ['the cleanup in a VPC',
      ['service-role/AWSLambdaBasicExecutionRole', 'service-role/AWSLambdaVPCAccessExecutionRole'],
      stack => new ParallelClusterImageCleanupRole(stack, 'R', { vpc: true })],
    ['an imported role', [], stack => {
      const existingRole = iam.Role.fromRoleName(stack, 'Imported', 'imported');
      new ParallelClusterComputeNodeRole(stack, 'R', { existingRole });
      return new iam.Role(stack, 'Other', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    }],
    ['a role of the app', [CLOUD_WATCH], stack => {
      const existingRole = new iam.Role(stack, 'Other', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
      return new ParallelClusterComputeNodeRole(stack, 'R', { existingRole });
    }],
  ])('of %s are %j', (_what, names, build) => {
    expect(attached(build)).toEqual(names);
  });

  test('cause a warning for an imported role, because the CDK attaches nothing to it', () => {
    const { warnings } = synthesize(stack => new ParallelClusterComputeNodeRole(stack, 'R', {
      existingRole: iam.Role.fromRoleName(stack, 'Imported', 'imported'),
    }));
    expect(warnings).toEqual([expect.stringMatching(
      /^the imported role 'Stack\/Imported' is not given CloudWatchAgentServerPolicy, .*awsPolicies:cloudWatchAgent/)]);
  });

  test('come after those of the user', () => {
    expect(attached(stack => new ParallelClusterComputeNodeRole(stack, 'R', {
      additionalManagedPolicies: [new Fixtures(stack).managedPolicy('queue')],
    }))).toEqual(['queue', CLOUD_WATCH]);
  });

  test('are in the partition of the stack', () => {
    const { template } = synthesize(stack => new ParallelClusterImageCleanupRole(stack, 'R'));
    expect(rolesOf(template, CHINA)[0].properties.ManagedPolicyArns)
      .toEqual(['arn:aws-cn:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']);
  });
});

describe('sessions', () => {
  const sessionManager = {};

  test.each<[string, (stack: Stack) => Construct]>([
    ['a head node', stack => new ParallelClusterHeadNodeRole(stack, 'R', { slurm: {}, sessionManager })],
    ['a compute node', stack => new ParallelClusterComputeNodeRole(stack, 'R', { sessionManager })],
    ['a login node', stack => new ParallelClusterLoginNodeRole(stack, 'R', { sessionManager })],
  ])('on %s do not let jobs read parameters', (_what, build) => {
    const { all, properties } = synthesizeRole(build, KNOWN);
    const resource = 'arn:aws:ssm:eu-central-1:111122223333:parameter/payroll/password';
    expect(isAllowed(all, { action: 'ssmmessages:OpenDataChannel', resource: '*' })).toBe(true);
    expect(['ssm:GetParameter', 'ssm:GetParameters'].filter(action => isAllowed(all, { action, resource }))).toEqual([]);
    expect(properties.ManagedPolicyArns).toEqual(['arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy']);
  });
});

describe('the name of the cluster', () => {
  const computeNode = (clusterName: (stack: Stack) => string) => synthesizeRole(stack =>
    new ParallelClusterComputeNodeRole(stack, 'R', { clusterName: clusterName(stack) }), KNOWN).all;
  const resourcesOf = (statements: readonly Statement[], sid: string) =>
    statements.find(({ Sid }) => Sid === sid)!.Resource;

  test('narrows the grants to both tables, the indexes of the second, and the nested stacks', () => {
    const statements = computeNode(() => 'hpc');
    const arn = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:111122223333:${resource}`;
    expect(resourcesOf(statements, 'CommonUseFleetTable')).toEqual([arn('dynamodb', 'table/parallelcluster-hpc')]);
    expect(resourcesOf(statements, 'CommonQueryNodeTable')).toEqual([
      arn('dynamodb', 'table/parallelcluster-slurm-hpc'),
      arn('dynamodb', 'table/parallelcluster-slurm-hpc/index/*'),
    ]);
    expect(resourcesOf(statements, 'CommonReadStackResources')).toEqual([
      arn('cloudformation', 'stack/hpc/*'),
      arn('cloudformation', 'stack/hpc-*/*'),
    ]);
  });

  test('can be a token', () => {
    const statements = computeNode(stack => new CfnParameter(stack, 'Cluster').valueAsString);
    expect(resourcesOf(statements, 'CommonUseFleetTable'))
      .toEqual(['arn:aws:dynamodb:eu-central-1:111122223333:table/parallelcluster-cluster']);
  });

  test('narrows the objects of the cluster also as a token', () => {
    const { all } = synthesizeRole(stack => new ParallelClusterHeadNodeRole(stack, 'R', {
      slurm: {}, clusterName: new CfnParameter(stack, 'Cluster').valueAsString,
    }), KNOWN);
    expect(resourcesOf(all, 'CommonReadClusterObjects')).toEqual([
      `arn:aws:s3:::parallelcluster-*-v1-do-not-delete/parallelcluster/*/clusters/cluster-${'?'.repeat(16)}/*`,
    ]);
  });

  test('warns once if it is a token, since the folder of the cluster has only a part of it', () => {
    const { warnings } = synthesize(stack => new ParallelClusterComputeNodeRole(stack, 'R', {
      clusterName: new CfnParameter(stack, 'Cluster').valueAsString,
    }), KNOWN);
    expect(warnings).toEqual([
      "'clusterName' is known only at deployment: it must then be in lower case, with at most 46 characters, as in the " +
        'name of the folder in Amazon S3 that ParallelCluster makes from it [ack: cdk-platform-iam:clusterName]',
    ]);
  });
});

describe('the roles that a head node passes', () => {
  const passed = (props: (stack: Stack) => object) => {
    const { roles } = synthesize(stack =>
      new ParallelClusterHeadNodeRole(stack, 'Head', { slurm: {}, ...props(stack) }), KNOWN);
    return roles.find(({ logicalId }) => logicalId.startsWith('Head'))!
      .all.find(({ Sid }) => Sid === 'SlurmPassRoles')!.Resource;
  };
  const named = (stack: Stack) => ({ computeRoles: [new ParallelClusterComputeNodeRole(stack, 'Queue').role] });
  const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

  test.each<[string, (stack: Stack) => object, readonly (string | RegExp)[]]>([
    ['those of every cluster by default', () => ({}), [role('parallelcluster/*')]],
    ['those that ParallelCluster creates for the cluster', () => ({ clusterName: 'hpc' }),
      [role('parallelcluster/hpc/*')]],
    ['those under the path of the resource prefix', () => ({ generatedRolePath: '/hpc/' }), [role('hpc/*')]],
    ['only the listed ones, by reference', stack => ({ slurm: named(stack), clusterName: 'hpc' }), [/role\/queuerole/]],
    ['the listed ones and those of other queues', stack => ({
      slurm: named(stack), generatedRolePath: '/parallelcluster/hpc/',
    }), [/role\/queuerole/, role('parallelcluster/hpc/*')]],
  ])('are %s', (_what, props, expected) => {
    expect(passed(props)).toEqual(expected.map(arn =>
      arn instanceof RegExp ? expect.stringMatching(arn) as string : arn));
  });
});

describe('a secret', () => {
  const readable = (secret: (stack: Stack) => secretsmanager.ISecret) => synthesizeRole(stack =>
    new ParallelClusterHeadNodeRole(stack, 'R', { slurm: {}, secrets: { directoryPassword: secret(stack) } }), KNOWN)
    .all.find(({ Sid }) => Sid === 'SecretsReadDirectoryPassword')!.Resource;
  const ARN = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:directory';

  test.each<[string, (stack: Stack) => secretsmanager.ISecret, string]>([
    ['by its name', stack => secretsmanager.Secret.fromSecretNameV2(stack, 'S', 'directory'), `${ARN}-??????`],
    ['by a part of its ARN', stack => secretsmanager.Secret.fromSecretPartialArn(stack, 'S', ARN), `${ARN}-??????`],
    ['by its ARN', stack => secretsmanager.Secret.fromSecretCompleteArn(stack, 'S', `${ARN}-a1b2c3`), `${ARN}-a1b2c3`],
  ])('imported %s is granted with the six characters after its name', (_how, secret, arn) => {
    expect(readable(secret)).toEqual([arn]);
  });
});

test('warns that the policies of a secret and a bucket in another account must allow the role, too', () => {
  const { warnings } = synthesize(stack => {
    const { bucketArn } = new Fixtures(stack).bucket('artifacts');
    new ParallelClusterHeadNodeRole(stack, 'R', {
      slurm: {},
      secrets: {
        directoryPassword: secretsmanager.Secret.fromSecretCompleteArn(stack, 'Secret',
          'arn:aws:secretsmanager:eu-central-1:444455556666:secret:directory-a1b2c3'),
      },
      customS3Bucket: { bucket: s3.Bucket.fromBucketAttributes(stack, 'Bucket', { bucketArn, account: '444455556666' }) },
    });
  }, KNOWN);
  expect(warnings).toEqual([
    expect.stringMatching(/^'customS3Bucket.bucket' names a resource of account 444455556666: the bucket policy/),
    expect.stringMatching(/^'secrets.directoryPassword' names a resource of account 444455556666: the policy of the sec/),
  ]);
});

describe('the policies of a head node', () => {
  const ofLibrary = (warning: string) => warning.includes('cdk-platform-iam:');
  const everything = (given: Fixtures) => ({
    clusterName: 'c'.repeat(60),
    slurm: {
      computeRoles: Array.from({ length: 10 }, (_, index) => given.role(`a-queue-with-a-long-name-${index}`)),
      subnets: [given.subnet('a')],
      imageIds: ['ami-0123456789abcdef0', 'ami-0123456789abcdef1'],
      keyPair: given.keyPair('admin'),
    },
    awsBatch: {},
    version: ParallelClusterVersion.V3_15,
    secrets: {
      directoryPassword: given.secret('directory'),
      databasePassword: given.secret('database'),
      mungeKey: given.secret('munge'),
    },
    efs: { fileSystems: [given.fileSystem('home')] },
  });

  test.each(ENVIRONMENTS)('fit into the role with ten queues in $partition', ({ account, region, ...environment }) => {
    const { template, warnings } = synthesize(stack =>
      new ParallelClusterHeadNodeRole(stack, 'R', everything(new Fixtures(stack))), { env: { account, region } });
    const sizes = policiesOf(template, { account, region, ...environment }).map(({ characters }) => characters);
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(10_240);
    expect(warnings.filter(ofLibrary)).toEqual([]);
  });

  test('are one for each feature with customer-managed policies, and fit', () => {
    const { template, warnings } = synthesize(stack => new ParallelClusterHeadNodeRole(stack, 'R', {
      ...everything(new Fixtures(stack)),
      policyPlacement: PolicyPlacement.MANAGED,
    }), { env: { account: GOV_CLOUD.account, region: GOV_CLOUD.region } });
    const policies = policiesOf(template, GOV_CLOUD);
    expect(policies.map(({ logicalId }) => logicalId.replace(/^R|Policy\w{8}$/g, '')))
      .toEqual(['Common', 'Slurm', 'AwsBatch', 'Secrets', 'Storage']);
    expect(Math.max(...policies.map(({ characters }) => characters))).toBeLessThan(6_144);
    expect(warnings.filter(ofLibrary)).toEqual([]);
  });

  test('warn of more attachments than an account allows', () => {
    const { warnings } = synthesize(stack => new ParallelClusterComputeNodeRole(stack, 'R', {
      additionalManagedPolicies: Array.from({ length: 10 }, (_, index) =>
        new Fixtures(stack).managedPolicy(`own-${index}`)),
    }));
    expect(warnings).toEqual([expect.stringContaining('11 managed policies are attached to the role')]);
  });
});

test('an unlisted newer version gets the statements of the newest known one', () => {
  const statements = (version: ParallelClusterVersion) => rolesOf(synthesize(stack =>
    new ParallelClusterHeadNodeRole(stack, 'R', { slurm: {}, version })).template)[0].all;
  expect(statements(ParallelClusterVersion.of('3.99.0'))).toEqual(statements(ParallelClusterVersion.LATEST));
});

