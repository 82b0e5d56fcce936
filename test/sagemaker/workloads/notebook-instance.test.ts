import {
  ImageSource,
  PolicyPlacement,
  S3Location,
  SageMakerApiAccess,
  SageMakerExecutionRole,
  SageMakerExecutionRoleProps,
} from '../../../src';
import { sidsOf, synthesize, synthesizeRole } from '../../support/synthesize';

const TRAINING = { outputs: [S3Location.uri('s3://models/out/')] };

const executionRole = (props: SageMakerExecutionRoleProps) =>
  synthesizeRole(stack => new SageMakerExecutionRole(stack, 'Role', props), {
    env: { account: '111122223333', region: 'eu-central-1' },
  });
const statement = (props: SageMakerExecutionRoleProps, sid: string) =>
  executionRole(props).all.find(({ Sid }) => Sid === sid);

describe('the API parts of a notebook', () => {
  const apiSids = (apiAccess?: SageMakerApiAccess[]) =>
    sidsOf(executionRole({ notebookInstance: { apiAccess } }).inline).filter(sid => /InstanceCall/.test(sid!));

  test('are those of jobs, models and endpoints by default', () => {
    expect(apiSids()).toEqual(
      ['TrainingJobs', 'TuningJobs', 'ProcessingJobs', 'TransformJobs', 'AutoMlJobs', 'Models', 'Endpoints'].map(
        name => `NotebookInstanceCall${name}`,
      ),
    );
  });

  test('are switched off by an empty list', () => {
    const { all } = executionRole({ notebookInstance: { apiAccess: [], passItself: false } });
    expect(all.flatMap(({ Action }) => Action).filter(action => action.startsWith('sagemaker:'))).toEqual([]);
  });

  test('are limited to resources of the account and region', () => {
    expect(
      statement({ notebookInstance: { apiAccess: [SageMakerApiAccess.ENDPOINTS] } }, 'NotebookInstanceCallEndpoints')!
        .Resource,
    ).toEqual(
      ['endpoint', 'endpoint-config', 'inference-component'].map(
        type => `arn:aws:sagemaker:eu-central-1:111122223333:${type}/*`,
      ),
    );
  });

  test('accept further parts with of()', () => {
    const apiAccess = [
      SageMakerApiAccess.of('Labeling', { actions: ['sagemaker:CreateLabelingJob'], resourceTypes: ['labeling-job'] }),
      SageMakerApiAccess.of('Workforces', { actions: ['sagemaker:ListWorkforces'] }),
    ];
    expect(
      executionRole({ notebookInstance: { apiAccess } }).inline.filter(({ Sid }) => /InstanceCall/.test(Sid!)),
    ).toEqual([
      expect.objectContaining({
        Sid: 'NotebookInstanceCallLabeling',
        Action: ['sagemaker:CreateLabelingJob'],
        Resource: ['arn:aws:sagemaker:eu-central-1:111122223333:labeling-job/*'],
      }),
      expect.objectContaining({
        Sid: 'NotebookInstanceCallWorkforces',
        Action: ['sagemaker:ListWorkforces'],
        Resource: ['*'],
      }),
    ]);
  });

  test('all fit in separate managed policies', () => {
    const all = Object.values(SageMakerApiAccess).filter(part => part instanceof SageMakerApiAccess);
    const { managed } = executionRole({
      notebookInstance: { apiAccess: all, data: TRAINING.outputs },
      policyPlacement: PolicyPlacement.MANAGED,
    });
    expect(managed.map(({ logicalId }) => logicalId.replace(/^Role|Policy[0-9A-F]{8}$/g, ''))).toEqual([
      'NotebookInstance',
      'NotebookInstanceJobs',
      'NotebookInstanceApi',
      'NotebookInstanceRecords',
    ]);
  });

  test('cause a warning when unrestricted', () => {
    const { warnings } = synthesize(
      stack =>
        new SageMakerExecutionRole(stack, 'Role', {
          notebookInstance: { apiAccess: [SageMakerApiAccess.UNRESTRICTED] },
        }),
    );
    expect(warnings).toEqual([
      expect.stringMatching(/^'notebookInstance.apiAccess' is unrestricted: .*unrestrictedSageMakerApi/),
    ]);
  });
});

describe('a notebook that acts as another one', () => {
  const warningsOf = (...apiAccess: SageMakerApiAccess[]) => synthesize(stack => new SageMakerExecutionRole(stack, 'Role', {
    notebookInstance: { apiAccess }, policyPlacement: PolicyPlacement.MANAGED,
  })).warnings;
  const part = (actions: string[], resourceTypes: string[], name = 'Mine') =>
    SageMakerApiAccess.of(name, { actions, resourceTypes });
  const LIFECYCLE = ['sagemaker:UpdateNotebookInstanceLifecycleConfig'];

  test.each<[string, string, string]>([
    ['opens the notebooks of others', 'sagemaker:CreatePresignedNotebookInstanceUrl', 'notebook-instance'],
    ['opens the apps of others', 'sagemaker:CreatePresignedDomainUrl', 'user-profile'],
    ['opens what AWS adds', 'sagemaker:CreatePartnerAppPresignedUrl', 'partner-app'],
    ['changes what the notebooks of others run', LIFECYCLE[0], 'notebook-instance-lifecycle-config'],
    ['changes the notebooks of others', 'sagemaker:UpdateNotebookInstance', 'notebook-instance'],
    ['changes the profiles of others', 'sagemaker:UpdateUserProfile', 'user-profile'],
    ['opens a session in a space', 'sagemaker:StartSession', 'space'],
    ['changes the software of a cluster', 'sagemaker:UpdateClusterSoftware', 'cluster'],
    ['has every action on notebooks', 'sagemaker:*', 'notebook-instance'],
    ['has a wildcard that includes such an action', 'sagemaker:Create*', 'notebook-instance'],
  ])('causes a warning when it %s: %s', (_, action, type) => {
    expect(warningsOf(part([action], [type]))).toEqual([
      `'notebookInstance.apiAccess' grants ${action}: the notebook can open the notebooks, apps and clusters of others, or ` +
        'change what they run, and so use their roles. Leave these actions out, or grant them on named resources in ' +
        "'additionalStatements' [ack: cdk-platform-iam:actsAsOthers]",
    ]);
  });

  test('causes one warning, with the actions of all parts', () => {
    const open = ['sagemaker:CreatePresignedNotebookInstanceUrl', 'sagemaker:DescribeNotebookInstance'];
    expect(warningsOf(
      part(open, ['notebook-instance'], 'Open'),
      part(LIFECYCLE, ['notebook-instance-lifecycle-config'], 'Change'),
      part(LIFECYCLE, ['notebook-instance-lifecycle-config'], 'Again'),
    )).toEqual([expect.stringContaining(`grants ${open[0]}, ${LIFECYCLE[0]}: the notebook`)]);
  });

  test.each([
    ['labels data', part(['sagemaker:CreateLabelingJob', 'sagemaker:DescribeLabelingJob'], ['labeling-job'])],
    ['looks at notebooks', part(['sagemaker:Describe*', 'sagemaker:List*'], ['notebook-instance'])],
    ['starts and stops notebooks', part(['sagemaker:StartNotebookInstance', 'sagemaker:StopNotebookInstance'],
      ['notebook-instance'])],
  ])('is not one that %s', (_, harmless) => {
    expect(warningsOf(harmless)).toEqual([]);
  });

  test('is not one with the parts of this library', () => {
    const parts = Object.values(SageMakerApiAccess).filter(value => value instanceof SageMakerApiAccess);
    const warnings = warningsOf(...parts.filter(value => value !== SageMakerApiAccess.UNRESTRICTED));
    expect(warnings.filter(warning => !warning.includes('passedWork'))).toEqual([]);
  });

  test('is not mentioned again when the access is unrestricted', () => {
    expect(warningsOf(SageMakerApiAccess.UNRESTRICTED)).toEqual([expect.stringMatching(/unrestrictedSageMakerApi/)]);
  });
});

describe('a notebook that manages images', () => {
  test('can also pull them: a push first checks the layers', () => {
    const images = [ImageSource.uri('111122223333.dkr.ecr.eu-central-1.amazonaws.com/mine')];
    expect(
      statement({ notebookInstance: { imageManagement: images } }, 'NotebookInstancePullImages')!.Resource,
    ).toEqual(['arn:aws:ecr:eu-central-1:111122223333:repository/mine']);
  });
});
