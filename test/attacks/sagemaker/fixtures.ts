import { SageMakerExecutionRole, SageMakerExecutionRoleProps } from '../../../src';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import { ACCOUNT, ADMIN, arn, FUNCTION, iamArn, INSTANCE, PARAMETER, passedTo, REGION, s3Arn } from '../resources';

// What the attacks on jobs, models and notebooks share.

export const TO_SAGEMAKER = passedTo('sagemaker.amazonaws.com');
export const sagemaker = (resource: string) => arn('sagemaker', resource);
export const repository = (name: string) => arn('ecr', `repository/${name}`);
export const inNamespace = (namespace: string) => ({ 'cloudwatch:namespace': namespace });
export const logGroup = (name: string) => arn('logs', `log-group:${name}`);
export const logStream = (name: string) => `${logGroup(name)}:log-stream:x`;

export const NOTEBOOK = sagemaker('notebook-instance/payments');
export const ENDPOINT = sagemaker('endpoint/payments');
export const MODEL = sagemaker('model/payments');
export const PIPELINE = sagemaker('pipeline/payments');
export const EVIL_JOB = sagemaker('training-job/evil');
export const CHECKPOINT = s3Arn('checkpoints/payments/last.ckpt');
/** The default bucket of the Python SDK. */
export const SDK_BUCKET = `sagemaker-${REGION}-${ACCOUNT}`;
export const DATA_OF_OTHERS = s3Arn('payments/data');

/** What no workload opens, whatever a notebook calls. */
export const CLOSED: readonly Attack[] = [
  ['a role of others in a job', 1, ['iam:PassRole', ADMIN, TO_SAGEMAKER], ['sagemaker:CreateTrainingJob', EVIL_JOB]],
  ['a role of others on an instance', 1, ['iam:PassRole', ADMIN, passedTo('ec2.amazonaws.com')],
    ['ec2:RunInstances', INSTANCE]],
  ['a role of others on a function', 1, ['iam:PassRole', ADMIN, passedTo('lambda.amazonaws.com')],
    ['lambda:CreateFunction', FUNCTION]],
  ['a role that trusts the account', 1, ['sts:AssumeRole', ADMIN]],
  ['more permissions of a role', 1, ['iam:PutRolePolicy', iamArn('role/train')]],
  ['a training container of others, by a session', 1, ['ssm:StartSession', INSTANCE]],
  ['passwords in the Parameter Store', 1, ['ssm:GetParameter', PARAMETER]],
  ['data of others', 1, ['s3:GetObject', DATA_OF_OTHERS]],
  ['a bucket for another account, by its policy', 1, ['s3:PutBucketPolicy', s3Arn('data')]],
  ['images of others', 1, ['ecr:PutImage', repository('payments')]],
  ['images of others, by the policy of the repository', 1, ['ecr:SetRepositoryPolicy', repository('payments')]],
  ['the end of logs', 1, ['logs:DeleteLogGroup', logGroup('/aws/sagemaker/TrainingJobs')]],
  ['silence of alarms', 1, ['cloudwatch:SetAlarmState', arn('cloudwatch', 'alarm:errors')]],
  ['functions of others', 1, ['lambda:InvokeFunction', FUNCTION]],
];

/** What only `UNRESTRICTED` opens. */
export const OF_OTHER_USERS: readonly Attack[] = [
  ['the notebook of others, by a link', 1, ['sagemaker:CreatePresignedNotebookInstanceUrl', NOTEBOOK]],
  ['the notebook of others, by a script', 1, ['sagemaker:UpdateNotebookInstance', NOTEBOOK]],
  ['the scripts of notebooks of others', 1,
    ['sagemaker:UpdateNotebookInstanceLifecycleConfig', sagemaker('notebook-instance-lifecycle-config/payments')]],
  ['an own notebook', 1, ['sagemaker:CreateNotebookInstance', sagemaker('notebook-instance/evil')]],
  ['the apps of others, by a link', 1, ['sagemaker:CreatePresignedDomainUrl', sagemaker('user-profile/d-0123/ann')]],
  ['the apps of others, by their settings', 1, ['sagemaker:UpdateUserProfile', sagemaker('user-profile/d-0123/ann')]],
  ['packages for another account', 1,
    ['sagemaker:PutModelPackageGroupPolicy', sagemaker('model-package-group/payments')]],
];

/** What only a notebook, and in part AutoML, opens. */
export const NO_API: readonly Attack[] = [
  ['a job', 1, ['sagemaker:CreateTrainingJob', EVIL_JOB]],
  ['jobs of others', 1, ['sagemaker:StopTrainingJob', sagemaker('training-job/payments')]],
  ['endpoints of others', 1, ['sagemaker:UpdateEndpoint', ENDPOINT]],
  ['pipelines of others', 1, ['sagemaker:StartPipelineExecution', PIPELINE]],
];

type Props = (given: Fixtures) => SageMakerExecutionRoleProps;

export function attackers(
  attacker: string, props: Props, attacks: readonly Attack[], others: AttackTable['others'] = {},
): AttackTable {
  return { construct: 'SageMakerExecutionRole', attacker, build: roleOf(props), others, attacks };
}

export function roleOf(props: Props, id = 'Role'): AttackTable['build'] {
  return (stack, given) => new SageMakerExecutionRole(stack, id, props(given));
}
