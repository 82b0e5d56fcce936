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

/** Who passes the role, and who assumes it. */
export const AROUND_THE_ROLE: readonly RequestTable[] = [
  {
    name: 'somebody who was granted to pass the role',
    statements: callerStatements,
    allowed: [['pass it to SageMaker', 'iam:PassRole', roleArn('execution'), TO_SAGEMAKER]],
    denied: [
      ['pass another role', 'iam:PassRole', roleArn('administrator'), TO_SAGEMAKER],
      ['pass it to another service', 'iam:PassRole', roleArn('execution'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      [
        'pass it to a service whose name begins alike',
        'iam:PassRole',
        roleArn('execution'),
        { 'iam:PassedToService': 'sagemaker.amazonaws.com.example.com' },
      ],
      ['pass it to nobody in particular', 'iam:PassRole', roleArn('execution')],
    ],
  },
  {
    name: 'a service that assumes the role',
    statements: () => trustOf({}),
    isTrust: true,
    allowed: [
      ['be SageMaker, working for this account', 'sts:AssumeRole', SERVICE, onBehalfOf(ACCOUNT)],
    ],
    denied: [
      ['be SageMaker, working for another account', 'sts:AssumeRole', SERVICE, onBehalfOf(OTHER_ACCOUNT)],
      ['be SageMaker, working for nobody in particular', 'sts:AssumeRole', SERVICE],
      ['be another service', 'sts:AssumeRole', 'lambda.amazonaws.com', onBehalfOf(ACCOUNT)],
      ['take a name for its session from elsewhere', 'sts:AssumeRoleWithSAML', SERVICE, onBehalfOf(ACCOUNT)],
    ],
  },
  {
    name: 'a service that assumes the role of named sources',
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
      ['run nothing in particular', 'sts:AssumeRole', SERVICE, onBehalfOf(ACCOUNT)],
    ],
  },
];

function executionRole(stack: Stack, props: Partial<SageMakerExecutionRoleProps>): SageMakerExecutionRole {
  return new SageMakerExecutionRole(stack, 'Role', {
    trainingJob: { outputs: [S3Location.uri('s3://models/out/')], images: [ImageSource.anyRepository()] },
    ...props,
  });
}

/** A statement of a trust policy asks who, where a permission says on what. */
function trustOf(props: Partial<SageMakerExecutionRoleProps>): Statement[] {
  const { trust } = synthesizeRole(stack => executionRole(stack, props), ENV);
  return trust.map(statement => ({ ...statement, Resource: [statement.Principal?.Service].flat().map(String) }));
}

/** The permissions of who was granted to pass the role, under which the role is called `execution`. */
function callerStatements(): Statement[] {
  const { roles } = synthesize(stack => {
    const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
    executionRole(stack, {}).grantPass(caller);
  }, ENV);
  const [caller, execution] = ['Caller', 'Role'].map(id => roles.find(({ logicalId }) => logicalId.startsWith(id))!);
  const named = (resource: string) => resource.replace(execution.logicalId.toLowerCase(), 'execution');
  return caller.all.map(statement => ({ ...statement, Resource: statement.Resource.map(named) }));
}
