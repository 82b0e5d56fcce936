import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { SageMakerApiAccess } from './api-access';
import { SageMakerWorkloadOptions } from './job';
import { ImageSource } from '../../common/image-source';
import { S3Location } from '../../common/s3-location';

/**
 * Permissions of a notebook instance: what people do in it, with its role. Beside what the options name: its own logs
 * and those of the jobs and endpoints that it starts, and metrics in SageMaker's namespaces.
 *
 * @see
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createnotebookinstance-perms
 */
export interface SageMakerNotebookInstanceOptions extends SageMakerWorkloadOptions {
  /**
   * The parts of the SageMaker API that the notebook calls, with tags, on the resources of the stack's account and
   * region, and reading of the logs of jobs and endpoints. An empty list switches all of it off.
   *
   * @default - training, tuning, processing, transform and AutoML jobs, models and endpoints
   */
  readonly apiAccess?: SageMakerApiAccess[];

  /**
   * The data that the notebook works on: read, write, delete and list, and creating these buckets where they don't
   * exist, as the SDK does for its default bucket. Must not be empty.
   *
   * @default - no data
   */
  readonly data?: S3Location[];

  /**
   * The repositories that the notebook pulls images from. Must not be empty.
   *
   * @default - the notebook pulls no images
   */
  readonly images?: ImageSource[];

  /**
   * The repositories that the notebook manages: push, pull and delete images, create and delete the repository, change
   * its policy. Must not be empty.
   *
   * @default - the notebook manages no images
   */
  readonly imageManagement?: ImageSource[];

  /**
   * The AWS CodeCommit repositories that the notebook pulls from and pushes to. Must not be empty.
   *
   * @default - no code repositories
   */
  readonly codeRepositories?: codecommit.IRepository[];

  /**
   * Whether the notebook passes its own role to SageMaker, for the jobs, models and endpoints that it creates, and may
   * look that role up. Those then run with this role: name their workloads beside `notebookInstance`, or pass roles of
   * their own.
   *
   * @default true
   */
  readonly passItself?: boolean;

  /**
   * Other roles that the notebook passes to SageMaker. Must not be empty.
   *
   * @default - none beside its own
   */
  readonly passableRoles?: iam.IRole[];

  /**
   * Whether the notebook reads CloudWatch metrics: all of the account, since CloudWatch knows no narrower scope.
   *
   * @default true
   */
  readonly readMetrics?: boolean;

  /**
   * The network file systems that the notebook mounts.
   *
   * @default - none
   */
  readonly networkFileSystems?: SageMakerNetworkFileSystems;

  /**
   * The VPCs in which the notebook creates endpoints.
   *
   * @default - the notebook creates no VPC endpoints
   */
  readonly vpcEndpoints?: SageMakerVpcEndpoints;
}

/** Network file systems that a notebook looks up in order to mount them. */
export interface SageMakerNetworkFileSystems {
  /**
   * Amazon EFS file systems: `elasticfilesystem:DescribeMountTargets` on them. Must not be empty.
   *
   * @default - none
   */
  readonly efs?: efs.IFileSystem[];

  /**
   * Whether the notebook looks up Amazon FSx file systems: `fsx:DescribeFileSystems` on all of them, since FSx knows no
   * narrower scope.
   *
   * @default false
   */
  readonly fsx?: boolean;
}

/** VPC endpoints that a notebook creates. */
export interface SageMakerVpcEndpoints {
  /**
   * The VPCs: `ec2:CreateVpcEndpoint` in them, with any subnet, security group and route table of the region, since the
   * request names these apart, and `ec2:DescribeRouteTables`. Must not be empty.
   */
  readonly vpcs: ec2.IVpc[];
}
