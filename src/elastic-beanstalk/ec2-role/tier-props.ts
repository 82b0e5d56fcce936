import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';

/**
 * Permissions of the instances of a worker environment: receives, deletes, postpones and sends messages of its queue,
 * and publishes metrics.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html
 */
export interface BeanstalkWorkerTierOptions {
  /**
   * The queue that the environment reads (`WorkerQueueURL`). If it has an `encryptionMasterKey`, grants `kms:Decrypt`
   * and `kms:GenerateDataKey` on that key, too. An imported queue has none: use `queueKey`.
   *
   * @default - the queues that Elastic Beanstalk creates in this region: `awseb-e-*` and `eb-*`
   */
  readonly queue?: sqs.IQueueRef;

  /**
   * The key that encrypts the messages: grants `kms:Decrypt` and `kms:GenerateDataKey`, in addition to the key of the
   * queue.
   *
   * @default - only the key of the queue, if it has one
   */
  readonly queueKey?: kms.IKeyRef;

  /**
   * Whether the environment runs periodic tasks (`cron.yaml`): reads and writes the table with which the instances
   * elect a leader. Environments with a FIFO queue run none, so `true` is rejected there.
   *
   * @default true
   */
  readonly periodicTasks?: boolean;

  /**
   * The CloudWatch namespaces that the instances publish to. They may have the wildcards `*` and `?`. The daemon of
   * the worker tier was seen to use `ElasticBeanstalk/SQSD`; other platform versions may use another one. Must not be
   * empty.
   *
   * @default - any namespace
   */
  readonly metricNamespaces?: string[];
}

/**
 * Permissions of the instances of an environment that runs containers with Amazon ECS: registers them with the
 * cluster that Elastic Beanstalk creates (`awseb-*`, or those of the named environments), and runs tasks in it. An
 * environment also needs `webTier` or `workerTier`.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs.html
 */
export interface BeanstalkEcsDockerOptions {
  /**
   * The task execution role in `Dockerrun.aws.json` (`executionRoleArn`), a role of this account: grants `iam:PassRole`
   * on it, for ECS only. ECS reads secrets and pulls images with it: a role of the app also gets the permissions for
   * `environmentSecrets` and `containerImages.repositories`; an imported one must have them, and causes a warning.
   * Create it in the stack of the repositories and secrets, or import it: two stacks can't depend on each other.
   *
   * @default - the instances pass no role, and environment variables can't hold secrets
   */
  readonly executionRole?: iam.IRoleRef;
}

/**
 * The bucket of application versions and logs. Elastic Beanstalk creates it in each region, with the name
 * `elasticbeanstalk-REGION-ACCOUNT`, and environments use no other one.
 */
export interface BeanstalkStorageOptions {
  /**
   * That bucket with its encryption key, or another bucket: grants the same permissions on it as on the bucket of
   * Elastic Beanstalk: reading, and writing logs. If it has an `encryptionKey`, grants `kms:Decrypt` and
   * `kms:GenerateDataKey` on that key, too.
   *
   * @default - only the bucket that Elastic Beanstalk creates
   */
  readonly bucket?: s3.IBucketRef;

  /**
   * The key that encrypts the objects: grants `kms:Decrypt` and `kms:GenerateDataKey`, in addition to the key of the
   * bucket.
   *
   * @default - only the key of the bucket, if it has one
   */
  readonly encryptionKey?: kms.IKeyRef;

  /**
   * The ids of the environments whose versions and logs the instances read, and whose logs they write:
   * `e-abcdefghij`. An id is known only after its environment was created. Listing always covers the whole bucket. Must
   * not be empty.
   *
   * @default - reads the objects of all environments in the bucket, and writes the logs of all
   */
  readonly environmentIds?: string[];
}
