import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';

/**
 * Permissions of the instances of a worker environment: receiving, deleting, postponing and sending messages of its
 * queue, and publishing metrics.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html
 */
export interface BeanstalkWorkerTierOptions {
  /**
   * The queue that the environment reads (`WorkerQueueURL`). Where it is encrypted with a key of its own, the rights on
   * the key come along: `kms:Decrypt` and `kms:GenerateDataKey`. An imported queue knows no key: name it in `queueKey`.
   *
   * @default - the queues that Elastic Beanstalk makes in this region: `awseb-e-*` and `eb-*`
   */
  readonly queue?: sqs.IQueue;

  /**
   * The key that encrypts the messages, where the queue doesn't bring it.
   *
   * @default - the key of the queue, if it has one
   */
  readonly queueKey?: kms.IKey;

  /**
   * Whether the environment runs periodic tasks (`cron.yaml`): reading and writing the table by which the instances
   * elect a leader. A FIFO queue has none: with one it is off, and `true` is an error.
   *
   * @default true
   */
  readonly periodicTasks?: boolean;

  /**
   * The CloudWatch namespaces that the instances publish to, with wildcards. The daemon of the worker tier was seen to
   * use `ElasticBeanstalk/SQSD`; other platform versions may use another one. Must not be empty.
   *
   * @default - any namespace
   */
  readonly metricNamespaces?: string[];
}

/**
 * Permissions of the instances of an environment that runs containers with Amazon ECS: registering with the cluster
 * that Elastic Beanstalk makes (`awseb-*`), and running tasks in it. An environment needs `webTier` or `workerTier`
 * beside it.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs.html
 */
export interface BeanstalkEcsDockerOptions {
  /**
   * The task execution role that `Dockerrun.aws.json` names (`executionRoleArn`): the instances pass it to ECS, which
   * reads secrets and pulls images with it. A role of the app is granted to read `environmentSecrets` and to pull
   * `containerImages.repositories`; an imported one must be allowed to where it is made, and warnings say so. Make
   * it in the stack of the repositories and secrets, or import it: stacks can't depend on each other.
   *
   * @default - the instances pass no role; environment variables can't hold secrets
   */
  readonly executionRole?: iam.IRole;
}

/**
 * Where application versions and logs are kept: in the bucket that Elastic Beanstalk makes in each region,
 * `elasticbeanstalk-REGION-ACCOUNT`. Environments work with no other one.
 */
export interface BeanstalkStorageOptions {
  /**
   * That bucket, to bring its encryption key, or one beside it, with the same rights. Where it knows its key, the
   * rights on the key come along: `kms:Decrypt` and `kms:GenerateDataKey`.
   *
   * @default - only the bucket that Elastic Beanstalk makes
   */
  readonly bucket?: s3.IBucket;

  /**
   * The key that encrypts the objects, where the bucket doesn't bring it.
   *
   * @default - the key of the bucket, if it has one
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * The id of the one environment whose versions and logs the instances read and write: `e-abcdefghij`. It is known
   * only when the environment exists. Listing stays a right on the bucket.
   *
   * @default - the objects of all environments in the bucket
   */
  readonly environmentId?: string;
}
