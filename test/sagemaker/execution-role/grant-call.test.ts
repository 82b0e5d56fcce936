import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { S3Location, SageMakerApiAccess, SageMakerExecutionRole } from '../../../src';
import { synthesize } from '../../support/synthesize';

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };

describe('grantCall()', () => {
  const role = (stack: Stack) => new SageMakerExecutionRole(stack, 'Jobs', {
    trainingJob: { outputs: [S3Location.uri('s3://data/')] },
  });

  test('lets a function start jobs with the role', () => {
    const { template } = synthesize(stack => {
      const caller = new iam.Role(stack, 'Function', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
      role(stack).grantCall(caller, [SageMakerApiAccess.TRAINING_JOBS]);
    }, ENV);
    const policy = Object.values(template.Resources!).find(({ Type }) => Type === 'AWS::IAM::Policy');
    const { Statement } = policy!.Properties!.PolicyDocument as { Statement: Record<string, unknown>[] };
    expect(Statement.map(({ Action, Condition }) => [[Action].flat()[0], Condition])).toEqual([
      ['sagemaker:CreateTrainingJob', undefined],
      ['sagemaker:AddTags', undefined],
      ['sagemaker:ListTrainingJobs', undefined],
      ['iam:PassRole', { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } }],
    ]);
  });

  test.each<[string, (grant: SageMakerExecutionRole, caller: iam.Role) => unknown, string]>([
    ['no parts', (grant, caller) => grant.grantCall(caller, []), 'grantCall() takes at least one part of the API'],
    ['nothing', (grant, caller) => grant.grantCall(caller, undefined as never), 'grantCall() takes at least one part of the API'],
    ['something else', (grant, caller) => grant.grantCall(caller, ['sagemaker:*' as never]),
      "'grantCall().apiAccess[0]' must be a SageMakerApiAccess, such as SageMakerApiAccess.TRAINING_JOBS, got \"sagemaker:*\""],
    ['no grantee', grant => grant.grantCall('role' as never, [SageMakerApiAccess.TRAINING_JOBS]),
      'grantCall() takes a role, user or group, got "role"'],
  ])('refuses %s', (_, call, message) => {
    expect(() => synthesize(stack => {
      call(role(stack), new iam.Role(stack, 'Function', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }));
    }, ENV)).toThrow(message);
  });
});
