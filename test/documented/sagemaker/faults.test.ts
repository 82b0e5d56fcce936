import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { OptionSetName, statementBySid, statementsWith } from './asking';
import { FAULTS } from './faults';
import { OPTION_SETS } from './option-sets';
import { PROSE } from './page-assertions';
import { ENV } from './role';
import {
  ImageSource,
  S3Location,
  SageMakerApiAccess,
  SageMakerExecutionRole,
  SageMakerExecutionRoleProps,
  SageMakerSourceArn,
} from '../../../src';
import { isAllowed, Request } from '../../support/evaluate';
import { Statement } from '../../support/policies';
import { fits, ServiceReference } from '../../support/service-reference';
import { sidsOf, synthesize, synthesizeRole } from '../../support/synthesize';

// Thirty faults of the page that this platform is documented on, M1 to M30. What its newer version, other pages, the
// Python SDK and AWS's own constructs get wrong follows. Each must stay right here.

const NAMES = Object.keys(OPTION_SETS) as OptionSetName[];
const IN_VPC = NAMES.filter(name => name.endsWith('with everything'));
const TRAINING_JOB = {
  inputs: [S3Location.uri('s3://inputs/object')],
  outputs: [S3Location.uri('s3://outputs/path')],
  images: [ImageSource.uri('111122223333.dkr.ecr.eu-central-1.amazonaws.com/my-repo:1')],
};

test('all thirty faults are here, each once', () => {
  const ids = [...FAULTS, ...PROSE].map(({ id }) => Number(id.slice(1)));
  expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

describe('where the policies of the page are wrong', () => {
  test.each(FAULTS)('$id: $right', ({ check }) => check());
});

describe('where the words of the page are wrong', () => {
  test.each(PROSE)('$id: $right', ({ check }) => check());
});

describe('where newer pages are wrong', () => {
  test.each([
    ['writing ACLs of objects on the ARN of a bucket', 's3:PutObjectAcl', 'arn:aws:s3:::inputs'],
    ['listing a bucket on the ARN of its objects', 's3:ListBucket', 'arn:aws:s3:::inputs/*'],
  ])('%s grants nothing', async (_what, action, resource) => {
    const reference = await ServiceReference.of([action]);
    expect(reference.expand(action).map(known => fits(known, resource))).toEqual([false]);
  });

  test('every action on S3 is on a resource of its kind', async () => {
    const reference = await ServiceReference.of(['s3:GetObject']);
    const misplaced = NAMES.flatMap(name => statementsWith(name)).filter(({ Action, Resource }) =>
      Action.some(action => reference.expand(action).some(known => !Resource.every(arn => fits(known, arn)))));
    expect(sidsOf(misplaced)).toEqual([]);
  });

  test.each(IN_VPC)('the actions on the network have no condition, such as one on ec2:Vpc: %s', name => {
    const onNetwork = statementsWith(name).filter(({ Action }) => Action.some(action => action.startsWith('ec2:')));
    expect(sidsOf(onNetwork)).toContain('CommonNetwork');
    expect(sidsOf(onNetwork.filter(({ Condition }) => Condition !== undefined))).toEqual([]);
  });

  test('the source of an image version is a pattern, not the words image-version alone', () => {
    const { trust } = training({ sourceArns: [SageMakerSourceArn.images(), SageMakerSourceArn.imageVersions()] });
    expect(trust[0].Condition?.ArnLike['aws:SourceArn']).toEqual([
      'arn:aws:sagemaker:eu-central-1:111122223333:image/*',
      'arn:aws:sagemaker:eu-central-1:111122223333:image-version/*',
    ]);
  });
});

describe('where constructs and tools are wrong', () => {
  test('a key stands in a policy by its ARN, not by its id', () => {
    const { all } = synthesizeRole(stack => {
      const key = new kms.Key(stack, 'Key');
      new SageMakerExecutionRole(stack, 'Role', {
        trainingJob: {
          ...TRAINING_JOB,
          inputs: [S3Location.bucket(new s3.Bucket(stack, 'Bucket', { encryptionKey: key }))],
          outputKey: key,
          volumeKey: key,
        },
      });
    });
    const keys = all.filter(({ Action }) => Action[0].startsWith('kms:')).flatMap(({ Resource }) => Resource);
    expect(keys).toHaveLength(3);
    expect(keys.filter(arn => !/^arn:aws:kms:eu-central-1:111122223333:key\/[0-9a-f-]{36}$/.test(arn))).toEqual([]);
  });

  test.each(NAMES)('the same options make the same template twice, today and on another day: %s', name => {
    const template = () =>
      synthesize(stack => new SageMakerExecutionRole(stack, 'Role', OPTION_SETS[name](stack)), { env: ENV }).template;
    const today = template();
    jest.useFakeTimers({ now: new Date('2040-01-01') });
    try {
      expect(template()).toEqual(today);
    } finally {
      jest.useRealTimers();
    }
  });

  test.each([
    ['without a name in a policy of its own', undefined, 'separate'],
    ['with a name by that name', 'notebook', 'inline'],
  ] as const)('a role that passes itself does so %s, and not in a cycle', (_how, roleName, place) => {
    const { template, roles } = synthesize(
      stack => new SageMakerExecutionRole(stack, 'Role', { roleName, notebookInstance: {} }),
      { env: ENV },
    );
    const [{ logicalId, inline, separate }] = roles;
    const places = { inline, separate: separate.flatMap(({ statements }) => statements) };
    const passItself = statementBySid(places[place], 'NotebookInstancePassItself');
    expect(passItself.Resource).toEqual([`arn:aws:iam::111122223333:role/${roleName ?? logicalId.toLowerCase()}`]);
    expect(JSON.stringify(template.Resources![logicalId])).not.toContain(`"${logicalId}"`);
  });

  test('the deprecated condition keys of the API, which no action knows, are in no statement', async () => {
    const reference = await ServiceReference.of(['sagemaker:CreateTrainingJob']);
    const deprecated = ['sagemaker:VolumeKmsKey', 'sagemaker:OutputKmsKey'];
    const known = reference.expand('sagemaker:*').flatMap(({ conditionKeys }) => conditionKeys);
    expect(deprecated.filter(key => known.includes(key))).toEqual([]);
    const keys = NAMES.flatMap(name => statementsWith(name)).flatMap(conditionKeysOf);
    expect(new Set(keys)).toEqual(new Set(['cloudwatch:namespace', 'iam:PassedToService', 'kms:GrantIsForAWSResource']));
  });

  test.each<[string, SageMakerExecutionRoleProps]>([
    ['a training job', { trainingJob: TRAINING_JOB }],
    ['a notebook instance', { notebookInstance: { apiAccess: [SageMakerApiAccess.MODELS] } }],
    ['an image', { image: { images: TRAINING_JOB.images } }],
  ])('the trust policy has the account of the stack by default, and nothing else: %s', (_workload, props) => {
    const { trust } = synthesizeRole(stack => new SageMakerExecutionRole(stack, 'Role', props), { env: ENV });
    expect(trust).toHaveLength(1);
    expect(trust[0].Principal).toEqual({ Service: 'sagemaker.amazonaws.com' });
    expect(trust[0].Condition).toEqual({ StringEquals: { 'aws:SourceAccount': '111122223333' } });
  });
});

/** What the SDK simulates before a training job, on all resources and without context. */
const SDK_CHECK: readonly Request[] = [
  'ecr:GetAuthorizationToken',
  'cloudwatch:PutMetricData',
  'ec2:CreateNetworkInterface',
  'ec2:CreateNetworkInterfacePermission',
  'ec2:DeleteNetworkInterface',
  'ec2:DeleteNetworkInterfacePermission',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
].map(action => ({ action, resource: '*' }));

describe('the role check of the Python SDK', () => {
  const refused = (props: Partial<SageMakerExecutionRoleProps>) =>
    SDK_CHECK.filter(request => !isAllowed(training(props).all, request)).map(({ action }) => action);

  test('passes with sdkRoleCheck', () => {
    expect(refused({ sdkRoleCheck: true })).toEqual([]);
  });

  test('passes with sdkRoleCheck for a role that pulls no images', () => {
    expect(refused({ sdkRoleCheck: true, trainingJob: { outputs: TRAINING_JOB.outputs } })).toEqual([]);
  });

  test('fails on the condition on metrics and on the network without it', () => {
    expect(refused({})).toEqual(SDK_CHECK.slice(1).map(({ action }) => action));
  });

  test('fails on the condition on metrics alone for a job in a VPC', () => {
    expect(refused({ trainingJob: { ...TRAINING_JOB, vpc: true } })).toEqual(['cloudwatch:PutMetricData']);
  });
});

function training(props: Partial<SageMakerExecutionRoleProps>) {
  return synthesizeRole(
    stack => new SageMakerExecutionRole(stack, 'Role', { trainingJob: TRAINING_JOB, ...props }),
    { env: ENV },
  );
}

function conditionKeysOf({ Condition = {} }: Statement): string[] {
  return Object.values(Condition).flatMap(keys => Object.keys(keys));
}
