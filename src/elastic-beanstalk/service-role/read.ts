import { BeanstalkServiceNotificationOptions, BeanstalkServiceRoleProps } from './props';
import { OptionReader } from '../../private/options/reader';
import { TOPIC } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';

export type ServiceNeeds = ReturnType<typeof readNeeds>;
export type Notifications = ReturnType<typeof readNotifications>;

/** What the service does for environments, apart from what AWS's managed policies allow. */
export function readNeeds(read: OptionReader<BeanstalkServiceRoleProps>) {
  const needs = {
    storageKey: read.struct('storage', storage => storage.requiredKey('encryptionKey')),
    logStreaming: read.flag('logStreaming', false),
    workerTier: read.capability('workerTier'),
    ecsDocker: read.capability('ecsDocker'),
    database: read.capability('database'),
    notifications: read.struct('notifications', readNotifications),
  };
  const policies = [read.flag('enhancedHealth', true), read.flag('managedUpdates', true), read.flag('operationsRole', false)];
  const { logStreaming, workerTier, ecsDocker, database, notifications } = needs;
  if (![logStreaming, workerTier, ecsDocker, database, notifications !== undefined, ...policies].includes(true)) {
    read.fail(
      "leave at least one of 'enhancedHealth', 'managedUpdates', 'operationsRole', 'logStreaming', 'workerTier', 'ecsDocker', " +
        "'database', 'notifications' on: a role without any of them does no work",
    );
  }
  return needs;
}

function readNotifications(read: OptionReader<BeanstalkServiceNotificationOptions>) {
  const topics = read.things('topics', TOPIC);
  return { topics: unique(topics.map(({ arn }) => arn)), keys: unique([...topics.flatMap(thing => thing.keys), ...read.keys('keys')]) };
}
