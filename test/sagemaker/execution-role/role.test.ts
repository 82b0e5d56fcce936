import { CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import {
  ImageSource,
  PolicyPlacement,
  S3Location,
  SageMakerExecutionRole,
  SageMakerExecutionRoleProps,
} from '../../../src';
import { sidsOf, synthesize, synthesizeRole, SynthesisOptions } from '../../support/synthesize';

const KNOWN: SynthesisOptions = { env: { account: '111122223333', region: 'eu-central-1' } };
const TRAINING = { outputs: [S3Location.uri('s3://models/out/')] };

const executionRole = (props: SageMakerExecutionRoleProps) =>
  synthesizeRole(stack => new SageMakerExecutionRole(stack, 'Role', props), KNOWN);

describe('the role', () => {
  test('is assumed by SageMaker', () => {
    expect(executionRole({ trainingJob: TRAINING }).trust).toMatchObject([
      { Action: ['sts:AssumeRole'], Principal: { Service: 'sagemaker.amazonaws.com' } },
    ]);
  });

  test('contains its permissions: a model that refers to it needs no DependsOn', () => {
    const { template } = synthesize(stack => {
      const { role } = new SageMakerExecutionRole(stack, 'Role', { model: { modelData: TRAINING.outputs } });
      new sagemaker.CfnModel(stack, 'Model', { executionRoleArn: role.roleArn });
    });
    expect(
      Object.values(template.Resources!)
        .map(({ Type }) => Type)
        .sort(),
    ).toEqual(['AWS::IAM::Role', 'AWS::SageMaker::Model']);
    expect(Object.values(template.Resources!).some(resource => 'DependsOn' in resource)).toBe(false);
  });

  test('is a grantee of other constructs', () => {
    const {
      roles: [{ separate }],
    } = synthesize(stack => {
      const role = new SageMakerExecutionRole(stack, 'Role', { trainingJob: TRAINING });
      new s3.Bucket(stack, 'Bucket').grantRead(role);
    });
    expect(separate.flatMap(({ statements }) => statements.flatMap(({ Action }) => Action))).toContain('s3:GetObject*');
  });

  test('with SEPARATE, a resource can depend on the construct to wait for its permissions', () => {
    const { template } = synthesize(stack => {
      const role = new SageMakerExecutionRole(stack, 'Role', {
        trainingJob: TRAINING,
        policyPlacement: PolicyPlacement.SEPARATE,
      });
      new CfnResource(stack, 'User', { type: 'Custom::User' }).node.addDependency(role);
    });
    const user = Object.values(template.Resources!).find(({ Type }) => Type === 'Custom::User');
    expect(user).toMatchObject({
      DependsOn: [expect.stringMatching(/^RolePermissions/), expect.stringMatching(/^Role[0-9A-F]{8}$/)],
    });
  });
});

describe('grantPass()', () => {
  test('allows the grantee to pass the role to SageMaker only', () => {
    const { roles } = synthesize(stack => {
      const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
      const grant = new SageMakerExecutionRole(stack, 'Role', { trainingJob: TRAINING }).grantPass(caller);
      expect(grant.success).toBe(true);
    });
    const [caller, role] = ['Caller', 'Role'].map(id => roles.find(({ logicalId }) => logicalId.startsWith(id))!);
    expect(caller.all).toEqual([
      {
        Action: ['iam:PassRole'],
        Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
        Effect: 'Allow',
        Resource: [`arn:aws:iam::111122223333:role/${role.logicalId.toLowerCase()}`],
      },
    ]);
  });
});

describe('keys', () => {
  const keyed = (props: (key: kms.IKey, bucket: s3.IBucket) => SageMakerExecutionRoleProps) =>
    synthesizeRole(stack => {
      const key = new kms.Key(stack, 'Key');
      new SageMakerExecutionRole(stack, 'Role', props(key, new s3.Bucket(stack, 'Bucket', { encryptionKey: key })));
    });
  const keySids = (role: ReturnType<typeof keyed>) =>
    sidsOf(role.all.filter(({ Action }) => Action.some(action => action.startsWith('kms:'))));

  test.each<[string, (key: kms.IKey, bucket: s3.IBucket) => SageMakerExecutionRoleProps, string[]]>([
    [
      'an encrypted input',
      (_key, bucket) => ({ trainingJob: { ...TRAINING, inputs: [S3Location.bucket(bucket)] } }),
      ['TrainingJobInputKey'],
    ],
    [
      'an encrypted output',
      (_key, bucket) => ({ trainingJob: { outputs: [S3Location.bucket(bucket)] } }),
      ['TrainingJobOutputKey'],
    ],
    [
      'encrypted checkpoints',
      (_key, bucket) => ({ tuningJob: { ...TRAINING, checkpoints: [S3Location.bucket(bucket)] } }),
      ['TuningJobOutputKey'],
    ],
    [
      'encrypted artifacts',
      (_key, bucket) => ({ model: { modelData: [S3Location.bucket(bucket)] } }),
      ['ModelDataKey'],
    ],
    [
      'the data of a notebook',
      (_key, bucket) => ({ notebookInstance: { data: [S3Location.bucket(bucket)] } }),
      ['NotebookInstanceOutputKey'],
    ],
    ['only the input key', key => ({ trainingJob: { ...TRAINING, inputKeys: [key] } }), ['TrainingJobInputKey']],
    ['only the output key', key => ({ trainingJob: { ...TRAINING, outputKey: key } }), ['TrainingJobOutputKey']],
    ['only the volume key', key => ({ trainingJob: { ...TRAINING, volumeKey: key } }), ['TrainingJobVolumeKey']],
    ['the volume key of a notebook', key => ({ notebookInstance: { volumeKey: key } }), ['NotebookInstanceVolumeKey']],
    ['the volume key of a model', key => ({ model: { volumeKey: key } }), ['ModelVolumeKey']],
  ])('%s adds its permissions, and no others', (_what, props, sids) => {
    expect(keySids(keyed(props))).toEqual(sids);
  });

  test('a key that is listed twice is granted once', () => {
    const role = keyed((key, bucket) => ({ trainingJob: { outputs: [S3Location.bucket(bucket)], outputKey: key } }));
    expect(role.all.find(({ Sid }) => Sid === 'TrainingJobOutputKey')!.Resource).toHaveLength(1);
  });
});

test('locations and images that are listed twice are granted once', () => {
  const uri = '111122223333.dkr.ecr.eu-central-1.amazonaws.com/train';
  const role = executionRole({
    trainingJob: {
      inputs: [S3Location.uri('s3://data/a/'), S3Location.uri('s3://data/b/'), S3Location.uri('s3://data/a/')],
      outputs: [S3Location.uri('s3://data/out/')],
      images: [ImageSource.uri(`${uri}:1`), ImageSource.uri(`${uri}:2`)],
    },
  });
  const resources = (sid: string) => role.all.find(({ Sid }) => Sid === sid)!.Resource;
  expect(resources('TrainingJobReadInputs')).toEqual(['arn:aws:s3:::data/a/*', 'arn:aws:s3:::data/b/*']);
  expect(resources('TrainingJobListBuckets')).toEqual(['arn:aws:s3:::data']);
  expect(resources('TrainingJobPullImages')).toEqual(['arn:aws:ecr:eu-central-1:111122223333:repository/train']);
});

describe('a workload that passes roles', () => {
  test.each<[string, SageMakerExecutionRoleProps]>([
    ['NotebookInstancePassItself', { notebookInstance: {} }],
    [
      'AutoMlJobPassItself',
      { autoMlJob: { inputs: TRAINING.outputs, outputs: TRAINING.outputs, images: [ImageSource.anyRepository()] } },
    ],
  ])('%s is on the role itself, without a circular dependency', (sid, props) => {
    const role = executionRole(props);
    expect(role.separate.flatMap(({ statements }) => statements)).toContainEqual({
      Sid: sid,
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: [`arn:aws:iam::111122223333:role/${role.logicalId.toLowerCase()}`],
      Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    });
  });

  test('passes itself in its inline policy if it has a name', () => {
    const { separate, inline } = executionRole({ notebookInstance: {}, roleName: 'notebook', path: '/data/' });
    expect(separate).toEqual([]);
    expect(inline.find(({ Sid }) => Sid === 'NotebookInstancePassItself')!.Resource).toEqual([
      'arn:aws:iam::111122223333:role/data/notebook',
    ]);
  });

  test('does not pass itself with passItself: false', () => {
    const { all } = executionRole({ notebookInstance: { passItself: false } });
    expect(all.flatMap(({ Action }) => Action)).not.toContain('iam:PassRole');
  });
});

describe('a role for several workloads', () => {
  const WORKLOADS: SageMakerExecutionRoleProps = {
    trainingJob: {
      ...TRAINING,
      images: [ImageSource.uri('111122223333.dkr.ecr.eu-central-1.amazonaws.com/train')],
      vpc: true,
    },
    processingJob: {
      inputs: TRAINING.outputs,
      images: [ImageSource.uri('111122223333.dkr.ecr.eu-central-1.amazonaws.com/train')],
      vpc: true,
    },
    model: { modelData: TRAINING.outputs, vpc: true },
  };

  test('has shared statements once, and keeps the other statements of each workload unchanged', () => {
    const together = executionRole(WORKLOADS).inline;
    expect(sidsOf(together).filter(sid => sid!.startsWith('Common'))).toEqual(['CommonRegistryLogin', 'CommonNetwork']);
    for (const workload of Object.keys(WORKLOADS) as (keyof typeof WORKLOADS)[]) {
      const alone = executionRole({ [workload]: WORKLOADS[workload] }).inline;
      expect(together).toEqual(expect.arrayContaining(alone));
    }
  });

  test('has a managed policy for each workload with MANAGED', () => {
    const { managed } = executionRole({ ...WORKLOADS, policyPlacement: PolicyPlacement.MANAGED });
    expect(managed.map(({ logicalId }) => logicalId.replace(/^Role|[0-9A-F]{8}$/g, ''))).toEqual([
      'CommonPolicy',
      'TrainingJobPolicy',
      'ProcessingJobPolicy',
      'ModelPolicy',
    ]);
  });
});

test('sdkRoleCheck adds the statements without a condition, also outside a VPC', () => {
  const { inline } = executionRole({ trainingJob: TRAINING, sdkRoleCheck: true });
  expect(
    inline
      .filter(({ Sid }) => Sid!.startsWith('Common'))
      .map(({ Sid, Resource, Condition }) => [Sid, Resource, Condition]),
  ).toEqual([
    ['CommonRegistryLogin', ['*'], undefined],
    ['CommonNetwork', ['*'], undefined],
    ['CommonPutMetrics', ['*'], undefined],
  ]);
});

describe('the default path of the Python SDK', () => {
  test.each<[Partial<SageMakerExecutionRoleProps>, boolean]>([
    [{ roleName: 'AmazonSageMaker-ExecutionRole-20201200T100000' }, true],
    [{ roleName: 'AmazonSageMaker-ExecutionRole-20201200T100000', path: '/service-role/' }, false],
    [{ roleName: 'churn', path: '/service-role/' }, true],
    [{ path: '/service-role/' }, true],
    [{ roleName: 'churn' }, false],
    [{}, false],
  ])('%j warns: %s', (props, warns) => {
    const { warnings } = synthesize(
      stack => new SageMakerExecutionRole(stack, 'Role', { trainingJob: TRAINING, ...props }),
    );
    expect(warnings).toEqual(warns ? [expect.stringMatching(/Python SDK v2 looks .*guessedRolePath/)] : []);
  });
});

test('attaches its permissions to an existing role', () => {
  const { template } = synthesize(
    stack =>
      new SageMakerExecutionRole(stack, 'Role', {
        trainingJob: TRAINING,
        existingRole: iam.Role.fromRoleName(stack, 'Existing', 'worker'),
      }),
  );
  expect(Object.values(template.Resources!)).toMatchObject([
    { Type: 'AWS::IAM::Policy', Properties: { Roles: ['worker'] } },
  ]);
});

test.each<[string, (stack: Stack, task: iam.Role) => iam.IRoleRef]>([
  ['a role of the app', (_stack, task) => task],
  ['the same role, imported by its ARN', (stack, { roleArn }) => iam.Role.fromRoleArn(stack, 'Again', roleArn)],
  ['the same role, imported by its name', (stack, { roleName }) => iam.Role.fromRoleName(stack, 'Again', roleName)],
])('rejects %s, if SageMaker can\'t assume it', (_what, existing) => {
  expect(() => synthesize(stack => {
    const task = new iam.Role(stack, 'Task', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
    new SageMakerExecutionRole(stack, 'Rights', { existingRole: existing(stack, task), notebookInstance: { passItself: false } });
  }, KNOWN)).toThrow(
    "[Stack/Rights] 'existingRole' (Stack/Task) can't be assumed by sagemaker.amazonaws.com, which works with these " +
      'permissions: allow that service in its trust policy. If the role only calls the platform, grant it the permissions ' +
      'of a caller instead',
  );
});

test('replaces a hand-written role under its logical id and name', () => {
  const { template } = synthesize((stack: Stack) => {
    const { role } = new SageMakerExecutionRole(stack, 'Role', { trainingJob: TRAINING, roleName: 'churn' });
    (role.node.defaultChild as iam.CfnRole).overrideLogicalId('OldRole');
  });
  expect(template.Resources).toHaveProperty(['OldRole', 'Properties', 'RoleName'], 'churn');
});
