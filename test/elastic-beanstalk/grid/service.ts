import { serviceOptionRow, serviceRow } from './rows';
import { BeanstalkServiceRole, PolicyPlacement } from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

const LOGS = ['+LogStreamingManageLogGroups'];
const WORKER = ['+WorkerTierManageQueues', '+WorkerTierManageTables'];
const DOCKER = ['+EcsDockerDeregisterTasks', '+EcsDockerManageClusters', '+EcsDockerRegisterTasks', '+EcsDockerTag'];

export const SERVICE_ROWS: readonly Row[] = [
  serviceRow(() => ({})),
  serviceOptionRow('log-streaming', () => ({ logStreaming: true }), ...LOGS),
  serviceOptionRow('worker-tier', () => ({ workerTier: {} }), ...WORKER),
  serviceOptionRow('ecs-docker', () => ({ ecsDocker: {} }), ...DOCKER),
  serviceOptionRow('imported', given => ({
    existingRole: given.role('aws-elasticbeanstalk-service-role'),
    enhancedHealth: false,
    managedUpdates: false,
    workerTier: {},
  }), ...WORKER, '-trust'),
  ...Object.values(PolicyPlacement).map(policyPlacement =>
    serviceOptionRow(`${policyPlacement.toLowerCase()}-everything`, given => ({
      logStreaming: true,
      workerTier: {},
      ecsDocker: {},
      roleName: 'beanstalk-service',
      additionalManagedPolicies: [given.managedPolicy('audit')],
      policyPlacement,
    }), ...LOGS, ...WORKER, ...DOCKER)),
  {
    ...serviceOptionRow('grant-pass', () => ({})),
    build: stack => {
      const subject = new BeanstalkServiceRole(stack, SUBJECT);
      subject.grantPass(new Fixtures(stack).newRole('caller'));
      return subject;
    },
  },
];
