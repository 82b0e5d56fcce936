import { serviceOptionRow, serviceRow } from './rows';
import { BeanstalkServiceRole, PolicyPlacement } from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

const LOGS = ['+LogStreamingManageLogGroups'];
const WORKER = ['+WorkerTierManageQueues', '+WorkerTierManageTables'];
const DATABASE = ['+DatabaseManageInstances', '+DatabaseManageSecurityGroups', '+DatabaseManageSubnetGroups'];
const NOTIFICATIONS = ['+NotificationsManageTopics', '+NotificationsPublish'];
const DOCKER = ['+EcsDockerDeregisterTasks', '+EcsDockerManageClusters', '+EcsDockerRegisterTasks', '+EcsDockerTag'];

export const SERVICE_ROWS: readonly Row[] = [
  serviceRow(() => ({})),
  serviceOptionRow('log-streaming', () => ({ logStreaming: true }), ...LOGS),
  serviceOptionRow('worker-tier', () => ({ workerTier: {} }), ...WORKER),
  serviceOptionRow('ecs-docker', () => ({ ecsDocker: {} }), ...DOCKER),
  serviceOptionRow('database', () => ({ database: {} }), ...DATABASE),
  serviceOptionRow('notifications', () => ({ notifications: {} }), ...NOTIFICATIONS),
  serviceOptionRow('notification-topics', given => ({ notifications: { topics: [given.topic('alarms'), given.encryptedTopic('news')] } }),
    ...NOTIFICATIONS, '+NotificationsUseKey'),
  serviceOptionRow('notification-keys', given => ({ notifications: { topics: [given.topic('alarms')], keys: [given.key('alarms')] } }),
    ...NOTIFICATIONS, '+NotificationsUseKey'),
  serviceOptionRow('storage-key', given => ({ storage: { encryptionKey: given.key('storage') } }), '+StorageUseKey'),
  serviceOptionRow('operations', () => ({ operationsRole: true })),
  serviceOptionRow('imported', given => ({
    existingRole: given.role('aws-elasticbeanstalk-service-role'),
    enhancedHealth: false,
    managedUpdates: false,
    workerTier: {},
  }), ...WORKER, '-trust'),
  ...Object.values(PolicyPlacement).map(policyPlacement =>
    serviceOptionRow(`${policyPlacement.toLowerCase()}-everything`, given => ({
      operationsRole: true,
      storage: { encryptionKey: given.key('storage') },
      logStreaming: true,
      workerTier: {},
      ecsDocker: {},
      database: {},
      notifications: { topics: [given.encryptedTopic('alarms')], keys: [given.key('topics')] },
      roleName: 'beanstalk-service',
      additionalManagedPolicies: [given.managedPolicy('audit')],
      policyPlacement,
    }), ...LOGS, ...WORKER, ...DOCKER, ...DATABASE, ...NOTIFICATIONS, '+NotificationsUseKey', '+StorageUseKey')),
  {
    ...serviceOptionRow('grant-pass', () => ({})),
    build: stack => {
      const subject = new BeanstalkServiceRole(stack, SUBJECT);
      subject.grantPass(new Fixtures(stack).newRole('caller'));
      return subject;
    },
  },
];
