import { ACCOUNT, arn, REGION, s3Arn } from '../resources';

// The environment `shop-live` of the application `shop` is attacked. `bank-live` of `bank` belongs to others.

export const BUCKET = s3Arn(`elasticbeanstalk-${REGION}-${ACCOUNT}`);
export const OTHER_VERSION = `${BUCKET}/bank/v2.zip`;
export const OTHER_RUNNING_VERSION = `${BUCKET}/resources/environments/e-zyxwvutsrq/_runtime/_versions/bank/v2.zip`;
export const OTHER_LOG_FILE = `${BUCKET}/resources/environments/logs/bundle/e-zyxwvutsrq/i-0/logs.zip`;

export const APPLICATION = arn('elasticbeanstalk', 'application/bank');
export const ENVIRONMENT = arn('elasticbeanstalk', 'environment/bank/bank-live');
export const LOG_GROUP = arn('logs', 'log-group:/aws/elasticbeanstalk/bank-live/var/log/nginx/access.log');
export const LOG_STREAM = `${LOG_GROUP}:log-stream:i-0123`;

export const QUEUE = arn('sqs', 'awseb-e-zyxwvutsrq-stack-AWSEBWorkerQueue-0123');
export const LEADERS = arn('dynamodb', 'table/awseb-e-zyxwvutsrq-stack-AWSEBWorkerCronLeaderRegistry-0123');

/** An ECS cluster, its resources, and the condition that requests in it fulfil. */
export function clusterOf(name: string) {
  const cluster = arn('ecs', `cluster/${name}`);
  return {
    cluster,
    host: arn('ecs', `container-instance/${name}/0123`),
    task: arn('ecs', `task/${name}/0123`),
    inCluster: { 'ecs:cluster': cluster },
  };
}

export const OWN = clusterOf('awseb-shop-live-AbCdEfGhIj');
export const OTHER = clusterOf('awseb-bank-live-AbCdEfGhIj');
export const PAYMENTS = clusterOf('payments');
export const TASK_DEFINITION = arn('ecs', 'task-definition/awseb-bank-live-abcdefghij:3');
export const inNamespace = (namespace: string) => ({ 'cloudwatch:namespace': namespace });
