import { Aws, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as emr from 'aws-cdk-lib/aws-emr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SageMakerExecutionRole, SageMakerPipelineOptions } from '../../../src';
import { synthesize } from '../../support/synthesize';

type Options = (stack: Stack) => SageMakerPipelineOptions;
const build = (options: Options) => synthesize(
  stack => new SageMakerExecutionRole(stack, 'Role', { pipeline: options(stack) }),
  { env: { account: '111122223333', region: 'eu-central-1' } },
);
const functionOf = (arn: string): Options => stack =>
  ({ functions: [lambda.Function.fromFunctionAttributes(stack, 'F', { functionArn: arn, sameEnvironment: true })] });
const clusterOf = (id: string): Options => stack =>
  ({ emr: { emrClusters: [emr.CfnCluster.fromClusterId(stack, 'C', id)] } });

test.each<[string, Options, string]>([
  [
    'a pipeline without steps',
    () => ({ processingSteps: false, passItself: true }),
    "'pipeline.processingSteps' or another type of step must be set, because without one the role can run no pipeline: " +
      "'processingSteps', 'trainingSteps', 'tuningSteps'",
  ],
  ['EMR steps without clusters', () => ({ emr: {} }), "'pipeline.emr.emrClusters' or 'pipeline.emr.newEmrClusters' must be set"],
  [
    'new EMR clusters without a service role',
    stack => ({ emr: { newEmrClusters: { emrServiceRoles: [], emrInstanceRoles: [iam.Role.fromRoleName(stack, 'N', 'n')] } } }),
    "'pipeline.emr.newEmrClusters.emrServiceRoles' must not be empty: Amazon EMR manages a cluster with a service role, got []",
  ],
  [
    'new EMR clusters without a role of instances',
    stack => ({ emr: { newEmrClusters: { emrServiceRoles: [iam.Role.fromRoleName(stack, 'S', 's')], emrInstanceRoles: [] } } }),
    "'pipeline.emr.newEmrClusters.emrInstanceRoles' must not be empty: the instances of a cluster have a role, got []",
  ],
  [
    'an empty list of functions',
    () => ({ functions: [] }),
    "'pipeline.functions' must not be empty: leave it out instead, got []",
  ],
  [
    'a prefix with a wildcard',
    () => ({ trainingSteps: true, jobNamePrefixes: ['churn-*'] }),
    "'pipeline.jobNamePrefixes[0]' must be what names start with, such as 'churn-': 1 to 51 letters, digits and hyphens, " +
      'got "churn-*"',
  ],
  ['an empty prefix', () => ({ trainingSteps: true, jobNamePrefixes: [''] }), "'pipeline.jobNamePrefixes[0]' must be what names"],
  [
    'the name of an endpoint with a wildcard',
    () => ({ endpointNames: ['churn*'] }),
    "'pipeline.endpointNames[0]' must be a name of 1 to 63 letters, digits and hyphens, got \"churn*\"",
  ],
  [
    'text in place of a flag',
    () => ({ trainingSteps: 'false' as never }),
    "'pipeline.trainingSteps' must be true or false, got \"false\"",
  ],
  [
    'a function with a wildcard',
    functionOf('arn:aws:lambda:eu-central-1:111122223333:function:*'),
    "'pipeline.functions[0]' must be a function of AWS Lambda, without wildcards and policy variables",
  ],
  [
    'the ARN of another resource of AWS Lambda',
    functionOf('arn:aws:lambda:eu-central-1:111122223333:layer:approve'),
    "'pipeline.functions[0]' must be a function of AWS Lambda, got 'arn:aws:lambda:eu-central-1:111122223333:layer:approve': " +
      'it must have the form arn:PARTITION:lambda:REGION:ACCOUNT:function:NAME',
  ],
  [
    'the name of an EMR cluster',
    clusterOf('spark'),
    "'pipeline.emr.emrClusters[0]' must be a cluster of Amazon EMR, got 'spark': it must have the form j-ID",
  ],
  [
    'a cluster of another service',
    stack => ({ emr: { emrClusters: [new ecs.CfnCluster(stack, 'C') as never] } }),
    "'pipeline.emr.emrClusters[0]' must be a cluster of Amazon EMR, got",
  ],
])('rejects %s', (_what, options, message) => {
  expect(() => build(options)).toThrow(/^Stack\/Role: /);
  expect(() => build(options)).toThrow(message);
});

test('warns of a function in another account, whose policy must allow the role, too', () => {
  expect(build(functionOf('arn:aws:lambda:eu-central-1:444455556666:function:approve')).warnings).toEqual([
    expect.stringMatching(/'pipeline.functions\[0\]' names a resource of account 444455556666: the policy of the function/),
  ]);
});

test('accepts L1s and tokens', () => {
  const { template } = build(stack => ({
    trainingSteps: true,
    jobNamePrefixes: [`Churn-${Aws.STACK_NAME}-`],
    endpointNames: [`serve-${Aws.STACK_NAME}`],
    functions: [
      new lambda.CfnFunction(stack, 'F', { role: 'arn:aws:iam::111122223333:role/f', code: { zipFile: '' } }),
    ],
    emr: {
      emrClusters: [new emr.CfnCluster(stack, 'C', { name: 'spark', instances: {}, jobFlowRole: 'n', serviceRole: 's' })],
    },
  }));
  const policy = JSON.stringify(template);
  expect(policy).toContain('{"Fn::GetAtt":["F","Arn"]}');
  expect(policy).toContain(':elasticmapreduce:eu-central-1:111122223333:cluster/",{"Ref":"C"}');
  for (const prefix of ['training-job/Churn-', 'training-job/churn-', 'endpoint/serve-']) {
    expect(policy).toContain(`:${prefix}",{"Ref":"AWS::StackName"}`);
  }
});
