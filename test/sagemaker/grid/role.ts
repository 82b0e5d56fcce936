import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { DEFAULTS, propsRow, Workload, WORKLOADS } from './defaults';
import { PolicyPlacement, SageMakerApiAccess, SageMakerExecutionRole, SageMakerSourceArn } from '../../../src';
import { Given } from '../../support/given';
import { OWN, Row, SUBJECT } from '../../support/row';

/** The options that every role has. They change no documented statement. */
const COMMON_ROWS: readonly Row[] = [
  propsRow('trainingJob', 'named', given => ({
    roleName: 'AmazonSageMaker-ExecutionRole-team',
    path: '/service-role/',
    description: 'trains',
    maxSessionDuration: Duration.hours(12),
    permissionsBoundary: given.managedPolicy('boundary'),
    tags: { team: 'fraud' },
  })),
  propsRow('trainingJob', 'additions', given => ({
    additionalManagedPolicies: [given.managedPolicy('audit')],
    additionalStatements: [
      new iam.PolicyStatement({ sid: `${OWN}Statement`, actions: ['sqs:SendMessage'], resources: ['*'] }),
      new iam.PolicyStatement({ actions: ['sqs:ReceiveMessage'], resources: ['*'] }),
    ],
    additionalPrincipals: [new iam.ServicePrincipal('codebuild.amazonaws.com')],
  }), '~trust'),
  // A role with a name of its own can name itself in its own policy.
  propsRow('notebookInstance', 'named', () => ({ roleName: 'lab' }), '~NotebookInstancePassItself'),
  propsRow('notebookInstance', 'named-under-path', () => ({ roleName: 'lab', path: '/team/' }),
    '~NotebookInstancePassItself'),
  propsRow('trainingJob', 'existing', given => ({ existingRole: given.newRole('existing') })),
  propsRow('notebookInstance', 'existing', given => ({ existingRole: given.newRole('existing') }),
    '~NotebookInstancePassItself'),
  propsRow('notebookInstance', 'imported', given => ({ existingRole: given.role('existing') }),
    '~NotebookInstancePassItself'),
];

const PLACEMENT_ROWS = Object.values(PolicyPlacement).flatMap((policyPlacement): Row[] => [
  propsRow('trainingJob', policyPlacement.toLowerCase(), () => ({ policyPlacement })),
  propsRow('notebookInstance', policyPlacement.toLowerCase(), () => ({ policyPlacement })),
]);

const TRUST_ROWS: readonly Row[] = [
  propsRow('trainingJob', 'without-source-account', () => ({ sourceAccountCondition: false }), '~trust'),
  propsRow('trainingJob', 'source-arn', () => ({ sourceArns: [SageMakerSourceArn.trainingJobs()] }), '~trust'),
  propsRow('trainingJob', 'source-arns', () => ({
    sourceArns: [
      SageMakerSourceArn.trainingJob('one'),
      SageMakerSourceArn.processingJobs(),
      SageMakerSourceArn.processingJob('one'),
      SageMakerSourceArn.transformJobs(),
      SageMakerSourceArn.transformJob('one'),
      SageMakerSourceArn.compilationJobs(),
      SageMakerSourceArn.pipeline('nightly'),
      SageMakerSourceArn.images(),
      SageMakerSourceArn.imageVersions(),
      SageMakerSourceArn.everything(),
      SageMakerSourceArn.of('arn:*:sagemaker:*:*:labeling-job/*'),
    ],
  }), '~trust'),
];

const SDK_ROWS: readonly Row[] = [
  propsRow('trainingJob', 'sdk-role-check', () => ({ sdkRoleCheck: true }), '+CommonNetwork', '+CommonPutMetrics'),
  propsRow('domain', 'sdk-role-check', () => ({ sdkRoleCheck: true }),
    '+CommonNetwork', '+CommonPutMetrics', '+CommonRegistryLogin'),
];
