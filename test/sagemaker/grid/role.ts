import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { DEFAULTS, propsRow } from './defaults';
import { PolicyPlacement, SageMakerExecutionRole, SageMakerSourceArn } from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

/** The options of every role. They change no documented statement. */
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
    additionalStatements: [given.statement(), given.statement('Own')],
    additionalPrincipals: [new iam.ServicePrincipal('codebuild.amazonaws.com')],
  }), '~trust'),
  // A role with a name can refer to itself in its own policy.
  propsRow('notebookInstance', 'named', () => ({ roleName: 'lab' }), '~NotebookInstanceGetItself', '~NotebookInstancePassItself'),
  propsRow('notebookInstance', 'named-under-path', () => ({ roleName: 'lab', path: '/team/' }),
    '~NotebookInstanceGetItself', '~NotebookInstancePassItself'),
  propsRow('studio', 'named', () => ({ roleName: 'lab' }), '~StudioGetItself', '~StudioPassItself'),
  propsRow('trainingJob', 'existing', given => ({ existingRole: given.newRole('existing') }), '-trust'),
  propsRow('notebookInstance', 'existing', given => ({ existingRole: given.newRole('existing') }),
    '-trust', '~NotebookInstanceGetItself', '~NotebookInstancePassItself'),
  propsRow('notebookInstance', 'imported', given => ({ existingRole: given.role('existing') }),
    '-trust', '~NotebookInstanceGetItself', '~NotebookInstancePassItself'),
];

const PLACEMENT_ROWS = Object.values(PolicyPlacement).flatMap((policyPlacement): Row[] => [
  propsRow('trainingJob', policyPlacement.toLowerCase(), () => ({ policyPlacement })),
  propsRow('notebookInstance', policyPlacement.toLowerCase(), () => ({ policyPlacement })),
]);

const TRUST_ROWS: readonly Row[] = [
  propsRow('trainingJob', 'without-source-account', () => ({ sourceAccountCondition: false }), '~trust'),
  propsRow('trainingJob', 'source-identity', () => ({ sourceIdentity: true }), '~trust'),
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

/** The permissions for the Python SDK, whatever the workload. */
const SDK_ROWS: readonly Row[] = [
  propsRow('trainingJob', 'sdk-role-check', () => ({ sdkRoleCheck: true }), '+CommonNetwork', '+CommonPutMetrics'),
  propsRow('domain', 'sdk-role-check', () => ({ sdkRoleCheck: true }),
    '+CommonNetwork', '+CommonPutMetrics', '+CommonRegistryLogin'),
];

const GRANT_ROW: Row = {
  ...propsRow('trainingJob', 'grant-pass', () => ({})),
  build: stack => {
    const given = new Fixtures(stack);
    const subject = new SageMakerExecutionRole(stack, SUBJECT, { trainingJob: DEFAULTS.trainingJob(given) });
    subject.grantPass(given.newRole('caller'));
    return subject;
  },
};

export const ROLE_ROWS: readonly Row[] = [
  ...COMMON_ROWS,
  ...PLACEMENT_ROWS,
  ...TRUST_ROWS,
  ...SDK_ROWS,
  GRANT_ROW,
];
