import { Aws, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { BeanstalkEc2Role, BeanstalkEc2RoleProps, BeanstalkServiceRole, ImageSource, S3Location } from '../../src';
import { synthesize } from '../support/synthesize';

// Options that would grant too much or nothing: each kind of value for each option that takes it.

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
const ARN = 'arn:aws:iam::111122223333:';
const HERE = 'eu-central-1:111122223333:';

const ec2Role = (props: (stack: Stack) => object) => () =>
  synthesize(stack => new BeanstalkEc2Role(stack, 'Role', { webTier: {}, ...props(stack) }), ENV);

type Import = (stack: Stack, text: string) => object;

const executionRole = (role: iam.IRole) => ({ ecsDocker: { executionRole: role } });
const secret = (imported: secretsmanager.ISecret) => ({ environmentSecrets: { secrets: [imported] } });
const parameter = (imported: ssm.IParameter) => ({ environmentSecrets: { parameters: [imported] } });

/** Options that take a resource that is imported by name. */
const BY_NAME: Readonly<Record<string, Import>> = {
  'ecsDocker.executionRole': (stack, name) => executionRole(iam.Role.fromRoleName(stack, 'Import', name)),
  'storage.bucket': (stack, name) => ({
    storage: { bucket: s3.Bucket.fromBucketAttributes(stack, 'Import', { bucketArn: `arn:aws:s3:::${name}`, bucketName: 'shop' }) },
  }),
  'workerTier.queue': (stack, name) => ({
    workerTier: { queue: sqs.Queue.fromQueueArn(stack, 'Import', `arn:aws:sqs:${HERE}${name}`) },
  }),
  'environmentSecrets.secrets[0]': (stack, name) => secret(secretsmanager.Secret.fromSecretNameV2(stack, 'Import', name)),
  'environmentSecrets.parameters[0]': (stack, name) => parameter(
    ssm.StringParameter.fromStringParameterAttributes(stack, 'Import', { parameterName: `/${name}`, simpleName: false }),
  ),
  'containerImages.repositories[0]': (stack, name) => ({
    containerImages: { repositories: [ImageSource.repository(ecr.Repository.fromRepositoryName(stack, 'Import', name))] },
  }),
  'containerImages.registryLogins[0]': (stack, name) => ({
    containerImages: {
      registryLogins: [S3Location.bucket(
        s3.Bucket.fromBucketAttributes(stack, 'Import', { bucketArn: `arn:aws:s3:::${name}`, bucketName: 'shop' }),
      )],
    },
  }),
  'sessionManager.sessionKey': (stack, name) => ({
    sessionManager: { sessionKey: kms.Key.fromKeyArn(stack, 'Import', `arn:aws:kms:${HERE}key/${name}`) },
  }),
};

const PATTERNS = ['*', 'a*', 'a?b', '${aws:username}', '${aws:PrincipalTag/team}'];

describe.each(Object.entries(BY_NAME))('an imported resource: %s', (option, props) => {
  test.each(PATTERNS)('is rejected with %s in its name', pattern => {
    expect(ec2Role(stack => props(stack, pattern))).toThrow(`'${option}' must be a`);
  });

  test.each(PATTERNS)('is rejected with %s next to a token', pattern => {
    expect(ec2Role(stack => props(stack, `${Aws.STACK_NAME}-${pattern}`))).toThrow(`'${option}' must be a`);
  });
});

/** Options that take a resource that is imported by ARN, and an ARN of another kind. */
const BY_ARN: readonly (readonly [option: string, arn: string, props: Import])[] = [
  ['ecsDocker.executionRole', `${ARN}instance-profile/shop`, (stack, arn) => executionRole(iam.Role.fromRoleArn(stack, 'Import', arn))],
  ['ecsDocker.executionRole', `${ARN}user/shop`, (stack, arn) => executionRole(iam.Role.fromRoleArn(stack, 'Import', arn))],
  ['storage.bucket', 'arn:aws:s3:::shop/versions', (stack, arn) => ({
    storage: { bucket: s3.Bucket.fromBucketAttributes(stack, 'Import', { bucketArn: arn, bucketName: 'shop' }) },
  })],
  ['workerTier.queue', `arn:aws:sns:${HERE}jobs`, (stack, arn) => ({ workerTier: { queue: sqs.Queue.fromQueueArn(stack, 'Import', arn) } })],
  ['environmentSecrets.secrets[0]', `arn:aws:ssm:${HERE}parameter/shop`, (stack, arn) =>
    secret(secretsmanager.Secret.fromSecretAttributes(stack, 'Import', { secretPartialArn: arn }))],
  ['environmentSecrets.parameters[0]', `arn:aws:ssm:${HERE}document/shop`, (stack, arn) =>
    parameter(Object.assign(ssm.StringParameter.fromStringParameterName(stack, 'Import', 'shop'), { parameterArn: arn }))],
  ['containerImages.repositories[0]', `arn:aws:ecr:${HERE}shop`, (stack, arn) => ({
    containerImages: {
      repositories: [ImageSource.repository(
        ecr.Repository.fromRepositoryAttributes(stack, 'Import', { repositoryArn: arn, repositoryName: 'shop' }),
      )],
    },
  })],
];

test.each(BY_ARN)('rejects the ARN of another kind: %s with %s', (option, arn, props) => {
  expect(ec2Role(stack => props(stack, arn))).toThrow(`'${option}' must be a`);
});

test('rejects an execution role in another account, because roles cannot be passed across accounts', () => {
  expect(ec2Role(stack => executionRole(iam.Role.fromRoleArn(stack, 'Import', 'arn:aws:iam::444455556666:role/execution')))).toThrow(
    "'ecsDocker.executionRole' must be a role of the stack's account 111122223333, got " +
    "'arn:aws:iam::444455556666:role/execution' of account 444455556666: roles are never passed to another account",
  );
});

test('warns of other resources in another account', () => {
  const arn = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:444455556666:${resource}`;
  const { warnings } = ec2Role(stack => ({
    workerTier: { queue: sqs.Queue.fromQueueArn(stack, 'Queue', arn('sqs', 'jobs')) },
    environmentSecrets: {
      secrets: [secretsmanager.Secret.fromSecretCompleteArn(stack, 'Secret', arn('secretsmanager', 'secret:shop-AbCdEf'))],
    },
  }))();
  expect(warnings).toEqual(['workerTier.queue', 'environmentSecrets.secrets[0]'].map(option =>
    expect.stringContaining(`'${option}' names a resource of account 444455556666`) as string));
});

/** Options that take a text. */
const TEXTS: Readonly<Record<string, (text: string) => BeanstalkEc2RoleProps>> = {
  'applicationName': applicationName => ({ applicationName }),
  'environmentNames[0]': environmentName => ({ environmentNames: [environmentName] }),
  'storage.environmentIds[0]': environmentId => ({ storage: { environmentIds: [environmentId] } }),
  'applicationLogs.logGroupPrefixes[0]': prefix => ({ applicationLogs: { logGroupPrefixes: [prefix] } }),
  'cloudWatchAgent.logGroupPrefixes[0]': prefix => ({ cloudWatchAgent: { logGroupPrefixes: [prefix] } }),
};

describe.each(Object.entries(TEXTS))('the text option %s', (option, props) => {
  test.each([
    'e-*', 'shop?', '${aws:username}', `${Aws.STACK_NAME}*`, `${Aws.STACK_NAME}\${aws:username}`,
  ])('rejects %s', text => {
    expect(ec2Role(() => props(text))).toThrow(`'${option}' must be `);
  });

  test('accepts a token', () => {
    expect(ec2Role(() => props(Aws.STACK_NAME))).not.toThrow();
  });
});

test.each<[string, (text: string) => object]>([
  ['workerTier.metricNamespaces[0]', namespace => ({ workerTier: { metricNamespaces: [namespace] } })],
  ['cloudWatchAgent.metricNamespaces[0]', namespace => ({ cloudWatchAgent: { metricNamespaces: [namespace] } })],
  ['healthAnalysis.models[0]', model => ({ healthAnalysis: { models: [model] } })],
])('rejects a policy variable in %s', (option, props) => {
  for (const text of ['anthropic.${aws:username}', `anthropic.\${aws:username}${Aws.STACK_NAME}`]) {
    expect(ec2Role(() => props(text))).toThrow(`'${option}' must be `);
  }
});

test.each<[string, object, string]>([
  ['enviromentNames', { enviromentNames: ['shop-live'] }, 'environmentNames'],
  ['environmentNamePrefx', { environmentNamePrefx: 'shop-' }, 'environmentNamePrefix'],
  ['applicationname', { applicationname: 'shop' }, 'applicationName'],
  ['worketTier', { worketTier: {} }, 'workerTier'],
  ['rolename', { rolename: 'shop' }, 'roleName'],
  ['instanceProfilName', { instanceProfilName: 'shop' }, 'instanceProfileName'],
  ['workerTier.queu', { workerTier: { queu: {} } }, 'workerTier.queue'],
  ['workerTier.periodicTask', { workerTier: { periodicTask: false } }, 'workerTier.periodicTasks'],
  ['ecsDocker.executionrole', { ecsDocker: { executionrole: {} } }, 'ecsDocker.executionRole'],
  ['storage.enviromentIds', { storage: { enviromentIds: ['e-abcdefghij'] } }, 'storage.environmentIds'],
  ['containerImages.respositories', { containerImages: { respositories: [] } }, 'containerImages.repositories'],
  ['environmentSecrets.secret', { environmentSecrets: { secret: [] } }, 'environmentSecrets.secrets'],
  ['environmentSecrets.anyParametersUnder', { environmentSecrets: { anyParametersUnder: [] } }, 'environmentSecrets.anyParameterUnder'],
  ['aplicationLogs', { aplicationLogs: { logGroupPrefixes: ['/shop/'] } }, 'applicationLogs'],
  ['containerImages.publicRegistryLogn', { containerImages: { publicRegistryLogn: true } }, 'containerImages.publicRegistryLogin'],
  ['cloudWatchAgent.logGroupPrefixs', { cloudWatchAgent: { logGroupPrefixs: [] } }, 'cloudWatchAgent.logGroupPrefixes'],
  ['sessionManager.sesionKey', { sessionManager: { sesionKey: {} } }, 'sessionManager.sessionKey'],
  ['healthAnalysis.model', { healthAnalysis: { model: [] } }, 'healthAnalysis.models'],
])('rejects the misspelt option %s', (_, props, meant) => {
  expect(ec2Role(() => props)).toThrow(new RegExp(`^Stack/Role: unknown option '[\\w.]+', did you mean '${meant}'\\?$`));
});

test('reports a misspelt tier, not a missing one', () => {
  expect(() => synthesize(stack => new BeanstalkEc2Role(stack, 'Role', { webtier: true } as BeanstalkEc2RoleProps)))
    .toThrow("unknown option 'webtier', did you mean 'webTier'?");
});

test('rejects a misspelt option of the service role', () => {
  expect(() => synthesize(stack => new BeanstalkServiceRole(stack, 'Role', { managedUpdate: false } as object)))
    .toThrow("unknown option 'managedUpdate', did you mean 'managedUpdates'?");
});
