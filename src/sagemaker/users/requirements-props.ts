import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';

/**
 * What new jobs and models must have. SageMaker rejects a request without it. At least one is required, and each must
 * apply to something that users create.
 */
export interface SageMakerUserRequirements {
  /**
   * The subnets in which training, tuning, processing and AutoML jobs and models run: all of a request must be listed.
   * A transform job and an endpoint run in those of their model; endpoints for inference components have their own,
   * which must be listed, too. Must not be empty.
   *
   * @default - any subnets, or none
   */
  readonly subnets?: ec2.ISubnetRef[];

  /**
   * The security groups of training, tuning, processing and AutoML jobs and of models: all of a request must be listed.
   * Must not be empty.
   *
   * @default - any security groups, or none
   */
  readonly securityGroups?: ec2.ISecurityGroupRef[];

  /**
   * The keys of the volumes of jobs and endpoints: a request must have one of them. Instance types with local NVMe
   * storage take no such key, so they are rejected. The role of the job or model must be allowed to use the key: see
   * `volumeKey` of its workload. Must not be empty.
   *
   * @default - any key, or none
   */
  readonly volumeKeys?: kms.IKeyRef[];

  /**
   * The keys of the outputs of jobs: a request must have one of them. Must not be empty.
   *
   * @default - any key, or none
   */
  readonly outputKeys?: kms.IKeyRef[];

  /**
   * Whether training, tuning and processing jobs and models must run without a network of their own
   * (`EnableNetworkIsolation`). AutoML jobs have no such setting.
   *
   * @default false
   */
  readonly networkIsolation?: boolean;

  /**
   * Whether training, tuning, processing and AutoML jobs must encrypt the traffic between their containers.
   *
   * @default false
   */
  readonly interContainerTrafficEncryption?: boolean;

  /**
   * The instance types of training, tuning, processing and transform jobs and of endpoint configurations, such as
   * `ml.m5.*`: all of a request must be listed. Serverless endpoints, which have none, are rejected. The rules of the
   * profiler that `UpdateTrainingJob` adds to a job are not limited. Must not be empty.
   *
   * @default - any instance types
   */
  readonly instanceTypes?: string[];
}
