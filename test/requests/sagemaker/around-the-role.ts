import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ACCOUNT, arn, OTHER_ACCOUNT, REGION, roleArn, TO_SAGEMAKER } from './fixtures';
import {
  ImageSource,
  S3Location,
  SageMakerExecutionRole,
  SageMakerExecutionRoleProps,
  SageMakerSourceArn,
} from '../../../src';
import { Statement } from '../../support/policies';
import { RequestTable } from '../../support/request-table';
import { synthesize, synthesizeRole } from '../../support/synthesize';

const ENV = { env: { account: ACCOUNT, region: REGION } };
const SERVICE = 'sagemaker.amazonaws.com';

const onBehalfOf = (account: string, sourceArn?: string) => ({
  'aws:SourceAccount': account,
  ...(sourceArn ? { 'aws:SourceArn': sourceArn } : {}),
});

/** The permission to pass the role, and its trust policy. */
export const AROUND_THE_ROLE: readonly RequestTable[] = [
  {
    name: 'a caller with grantPass()',
    statements: callerStatements,
    allowed: [['pass it to SageMaker', 'iam:PassRole', roleArn('execution'), TO_SAGEMAKER]],
    denied: [
      ['pass another role', 'iam:PassRole', roleArn('administrator'), TO_SAGEMAKER],
      ['pass it to another service', 'iam:PassRole', roleArn('execution'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      [
        'pass it to a service whose name starts the same',
        'iam:PassRole',
        roleArn('execution'),
        { 'iam:PassedToService': 'sagemaker.amazonaws.com.example.com' },
      ],
      ['pass it without a service', 'iam:PassRole', roleArn('execution')],
    ],
  },
  {
    name: 'a service that assumes the role',
    statements: () => trustOf({}),
    isTrust: true,
    allowed: [
      ['act as SageMaker, working for this account', 'sts:AssumeRole', SERVICE, onBehalfOf(ACCOUNT)],
    ],
    denied: [
      ['act as SageMaker, working for another account', 'sts:AssumeRole', SERVICE, onBehalfOf(OTHER_ACCOUNT)],
      ['act as SageMaker without a source account', 'sts:AssumeRole', SERVICE],
      ['act as another service', 'sts:AssumeRole', 'lambda.amazonaws.com', onBehalfOf(ACCOUNT)],
      ['set the user of the session', 'sts:SetSourceIdentity', SERVICE, onBehalfOf(ACCOUNT)],
      ['assume the role with SAML', 'sts:AssumeRoleWithSAML', SERVICE, onBehalfOf(ACCOUNT)],
    ],
  },
  {
    name: 'a service that sets the user of a session',
    statements: () => trustOf({ sourceIdentity: true }),
    isTrust: true,
    allowed: [
      ['start a session of a user', ['sts:AssumeRole', 'sts:SetSourceIdentity'], SERVICE, onBehalfOf(ACCOUNT)],
    ],
    denied: [
      ['set the user on behalf of another account', 'sts:SetSourceIdentity', SERVICE, onBehalfOf(OTHER_ACCOUNT)],
      ['set the user as another service', 'sts:SetSourceIdentity', 'lambda.amazonaws.com', onBehalfOf(ACCOUNT)],
      ['tag the session', 'sts:TagSession', SERVICE, onBehalfOf(ACCOUNT)],
    ],
  },
  {
    name: 'a service that assumes the role for listed sources',
    statements: () => trustOf({
      sourceArns: [SageMakerSourceArn.trainingJobs(), SageMakerSourceArn.pipeline('churn')],
    }),
    isTrust: true,
    allowed: [
      ['run a training job', 'sts:AssumeRole', SERVICE, onBehalfOf(ACCOUNT, arn('sagemaker', 'training-job/churn'))],
      [
        'run the pipeline',
        'sts:AssumeRole',
        SERVICE,
        onBehalfOf(ACCOUNT, arn('sagemaker', 'pipeline/churn/execution/abc')),
      ],
    ],
    denied: [
      ['run a processing job', 'sts:AssumeRole', SERVICE, onBehalfOf(ACCOUNT, arn('sagemaker', 'processing-job/churn'))],
      [
        'run another pipeline',
        'sts:AssumeRole',
        SERVICE,
        onBehalfOf(ACCOUNT, arn('sagemaker', 'pipeline/fraud/execution/abc')),
      ],
      [
        'run a training job of another region',
        'sts:AssumeRole',
        SERVICE,
        onBehalfOf(ACCOUNT, arn('sagemaker', 'training-job/churn', ACCOUNT, 'us-east-1')),
      ],
      [
        'run a training job of another account',
        'sts:AssumeRole',
        SERVICE,
        onBehalfOf(ACCOUNT, arn('sagemaker', 'training-job/churn', OTHER_ACCOUNT)),
      ],
      ['act as SageMaker without a source ARN', 'sts:AssumeRole', SERVICE, onBehalfOf(ACCOUNT)],
    ],
  },
];

function executionRole(stack: Stack, props: Partial<SageMakerExecutionRoleProps>): SageMakerExecutionRole {
  return new SageMakerExecutionRole(stack, 'Role', {
    trainingJob: { outputs: [S3Location.uri('s3://models/out/')], images: [ImageSource.anyRepository()] },
    ...props,
  });
}

/** The principals of a trust policy take the place of resources. */
function trustOf(props: Partial<SageMakerExecutionRoleProps>): Statement[] {
  const { trust } = synthesizeRole(stack => executionRole(stack, props), ENV);
  return trust.map(statement => ({ ...statement, Resource: [statement.Principal?.Service].flat().map(String) }));
}

/** The permissions of the caller, in which the role is called `execution`. */
function callerStatements(): Statement[] {
  const { roles } = synthesize(stack => {
    const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
    executionRole(stack, {}).grantPass(caller);
  }, ENV);
  const [caller, execution] = ['Caller', 'Role'].map(id => roles.find(({ logicalId }) => logicalId.startsWith(id))!);
  const named = (resource: string) => resource.replace(execution.logicalId.toLowerCase(), 'execution');
  return caller.all.map(statement => ({ ...statement, Resource: statement.Resource.map(named) }));
}
