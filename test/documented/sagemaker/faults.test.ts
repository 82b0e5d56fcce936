import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { POLICY_FAULTS } from './faults';
import { OPTION_SETS } from './option-sets';
import { TEXT_FAULTS } from './page-assertions';
import { OptionSetName, statementBySid, statementsWith } from './page-comparison';
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

// Thirty faults of the page about roles, then those of its newer version, of other pages, of the Python SDK and of
// AWS's constructs. The library must not repeat them.

const NAMES = Object.keys(OPTION_SETS) as OptionSetName[];
const IN_VPC = NAMES.filter(name => name.endsWith('with everything'));
const TRAINING_JOB = {
  inputs: [S3Location.uri('s3://inputs/object')],
  outputs: [S3Location.uri('s3://outputs/path')],
  images: [ImageSource.uri('111122223333.dkr.ecr.eu-central-1.amazonaws.com/my-repo:1')],
};

test('lists all thirty faults of the page, each once', () => {
  expect(new Set([...POLICY_FAULTS, ...TEXT_FAULTS].map(({ name }) => name)).size).toBe(30);
});

describe('faults in the policies of the page', () => {
  test.each(POLICY_FAULTS)('$name: $right', ({ check }) => check());
});

describe('faults in the text of the page', () => {
  test.each(TEXT_FAULTS)('$name: $right', ({ check }) => check());
});

describe('faults of newer pages', () => {
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

  test.each(IN_VPC)('the network actions have no condition, such as one on ec2:Vpc: %s', name => {
    const onNetwork = statementsWith(name).filter(({ Action }) => Action.some(action => action.startsWith('ec2:')));
    expect(sidsOf(onNetwork)).toContain('CommonNetwork');
    expect(sidsOf(onNetwork.filter(({ Condition }) => Condition !== undefined))).toEqual([]);
  });

  test('the source ARN of an image version is a pattern, not the words image-version alone', () => {
    const { trust } = training({ sourceArns: [SageMakerSourceArn.images(), SageMakerSourceArn.imageVersions()] });
    expect(trust[0].Condition?.ArnLike['aws:SourceArn']).toEqual([
      'arn:aws:sagemaker:eu-central-1:111122223333:image/*',
      'arn:aws:sagemaker:eu-central-1:111122223333:image-version/*',
    ]);
  });
});

describe('faults of constructs and tools', () => {
  test('refers to keys by ARN, not by id', () => {
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

  test.each(NAMES)('the same options give the same template on another day: %s', name => {
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
    ['in a separate policy if it has no name', undefined, 'separate'],
    ['by its name if it has one', 'notebook', 'inline'],
  ] as const)('a role passes itself %s, without a circular dependency', (_how, roleName, place) => {
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

  test('no statement has the deprecated condition keys of the API, which no action supports', async () => {
    const reference = await ServiceReference.of(['sagemaker:CreateTrainingJob']);
    const deprecated = ['sagemaker:VolumeKmsKey', 'sagemaker:OutputKmsKey'];
    const known = reference.expand('sagemaker:*').flatMap(({ conditionKeys }) => conditionKeys);
    expect(deprecated.filter(key => known.includes(key))).toEqual([]);
    const keys = NAMES.flatMap(name => statementsWith(name)).flatMap(conditionKeysOf);
    expect(new Set(keys)).toEqual(new Set([
      'cloudwatch:namespace', 'iam:PassedToService', 'kms:GrantIsForAWSResource', 'kms:ViaService',
      'sagemaker:OwnerUserProfileArn', 'sagemaker:ResourceTag/sagemaker:user-profile-arn', 'sagemaker:SpaceSharingType', 'sagemaker:TaggingAction',
    ]));
  });

  test.each<[string, SageMakerExecutionRoleProps]>([
    ['a training job', { trainingJob: TRAINING_JOB }],
    ['a notebook instance', { notebookInstance: { apiAccess: [SageMakerApiAccess.MODELS] } }],
    ['an image', { image: { images: TRAINING_JOB.images } }],
  ])('the trust policy has only the account of the stack by default: %s', (_workload, props) => {
    const { trust } = synthesizeRole(stack => new SageMakerExecutionRole(stack, 'Role', props), { env: ENV });
    expect(trust).toHaveLength(1);
    expect(trust[0].Principal).toEqual({ Service: 'sagemaker.amazonaws.com' });
    expect(trust[0].Condition).toEqual({ StringEquals: { 'aws:SourceAccount': '111122223333' } });
  });
});

/** The request that the SDK simulates before a training job, on all resources and without context. */
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

  test('fails without sdkRoleCheck: metrics have a condition, and network actions are missing', () => {
    expect(refused({})).toEqual(SDK_CHECK.slice(1).map(({ action }) => action));
  });

  test('fails for a job in a VPC because of the condition on metrics only', () => {
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
