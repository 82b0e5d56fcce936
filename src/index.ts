// What every platform uses
export { ImageSource } from './common/image-source';
export { type PlatformEc2RoleProps } from './common/platform-ec2-role-props';
export { type PlatformPolicyProps } from './common/platform-policy-props';
export { type PlatformRoleProps } from './common/platform-role-props';
export { PolicyPlacement } from './common/policy-placement';
export { S3Location } from './common/s3-location';

// AWS Elastic Beanstalk
export {
  type BeanstalkContainerImageOptions, type BeanstalkEnvironmentSecretOptions, type BeanstalkCloudWatchAgentOptions,
  type BeanstalkSessionManagerOptions, type BeanstalkHealthAnalysisOptions,
} from './elastic-beanstalk/ec2-role/extras-props';
export { type BeanstalkEc2RoleProps } from './elastic-beanstalk/ec2-role/props';
export { BeanstalkEc2Role } from './elastic-beanstalk/ec2-role/role';
export {
  type BeanstalkWorkerTierOptions, type BeanstalkEcsDockerOptions, type BeanstalkStorageOptions,
} from './elastic-beanstalk/ec2-role/tier-props';
export {
  type BeanstalkPermissionNeeds, type BeanstalkPermissionFinding, BeanstalkPermissionCheck,
} from './elastic-beanstalk/permission-check/permission-check';
export { type BeanstalkServiceRoleProps, BeanstalkServiceRole } from './elastic-beanstalk/service-role/role';

// Hopsworks
export { type HopsworksStorageProps } from './hopsworks/cluster/storage-props';
export { type HopsworksEksNodeRoleProps, HopsworksEksNodeRole } from './hopsworks/eks-node-role/role';
export {
  HopsworksRepositoryCreation, type HopsworksContainerRegistryOptions, type HopsworksCloudWatchOptions,
  type HopsworksEksOptions,
} from './hopsworks/instance-profile/props';
export { type HopsworksInstanceProfileProps, HopsworksInstanceProfile } from './hopsworks/instance-profile/role';

// AWS ParallelCluster 2
export { ParallelCluster2PermissionSet } from './parallelcluster2/cluster/permission-set';
export { type ParallelCluster2ResourceBucket } from './parallelcluster2/cluster/resource-bucket';
export { ParallelCluster2Scheduler } from './parallelcluster2/cluster/scheduler';
export { type ParallelCluster2LambdaRoleProps, ParallelCluster2LambdaRole } from './parallelcluster2/functions/role';
export { type ParallelCluster2BatchStack } from './parallelcluster2/instances/batch-stack';
export { type ParallelCluster2LaunchOptions } from './parallelcluster2/instances/launch-options';
export {
  type ParallelCluster2InstanceRoleProps, ParallelCluster2InstanceRole,
} from './parallelcluster2/instances/role';
export { type ParallelCluster2CreateClustersOptions } from './parallelcluster2/users/create-options';
export { type ParallelCluster2UseClustersOptions } from './parallelcluster2/users/use-options';
export { type ParallelCluster2UserPolicyProps, ParallelCluster2UserPolicy } from './parallelcluster2/users/user-policy';

// AWS ParallelCluster 3
export { type ParallelClusterNodeRoleProps } from './parallelcluster3/cluster/node-props';
export { type ParallelClusterRoleScope } from './parallelcluster3/cluster/scope';
export {
  type ParallelClusterS3Access, type ParallelClusterEfsAccess, type ParallelClusterCustomBucket,
} from './parallelcluster3/cluster/storage-props';
export { ParallelClusterVersion } from './parallelcluster3/cluster/version';
export {
  type ParallelClusterComputeNodeRoleProps, ParallelClusterComputeNodeRole,
} from './parallelcluster3/compute-node/role';
export {
  type ParallelClusterSlurmHeadNodeOptions, type ParallelClusterAwsBatchHeadNodeOptions,
  type ParallelClusterHeadNodeSecrets,
} from './parallelcluster3/head-node/props';
export { type ParallelClusterHeadNodeRoleProps, ParallelClusterHeadNodeRole } from './parallelcluster3/head-node/role';
export {
  type ParallelClusterImageScripts, type ParallelClusterImageBuilderRoleProps, ParallelClusterImageBuilderRole,
} from './parallelcluster3/images/builder-role';
export {
  type ParallelClusterImageCleanupRoleProps, ParallelClusterImageCleanupRole,
} from './parallelcluster3/images/cleanup-role';
export {
  type ParallelClusterSlurmLambdaOptions, type ParallelClusterLambdaFunctionsRoleProps,
  ParallelClusterLambdaFunctionsRole,
} from './parallelcluster3/lambda-functions/role';
export {
  type ParallelClusterLoginNodeRoleProps, ParallelClusterLoginNodeRole,
} from './parallelcluster3/login-node/role';
export {
  type ParallelClusterSlurmdbdOptions, type ParallelClusterSlurmdbdRoleProps, ParallelClusterSlurmdbdRole,
} from './parallelcluster3/slurmdbd/role';
export { ParallelClusterIamAccess } from './parallelcluster3/users/iam-access';
export {
  type ParallelClusterPermissionsBoundaryProps, ParallelClusterPermissionsBoundary,
} from './parallelcluster3/users/permissions-boundary';
export {
  type ParallelClusterSecretsOptions, type ParallelClusterStorageOptions, type ParallelClusterUserEfs,
  type ParallelClusterUserFsxForLustre, type ParallelClusterUserLogRetrieval,
} from './parallelcluster3/users/props';
export { type ParallelClusterResourcePrefix } from './parallelcluster3/users/resource-prefix';
export { type ParallelClusterUserPolicyProps, ParallelClusterUserPolicy } from './parallelcluster3/users/user-policy';

// Amazon SageMaker
export { type SageMakerExecutionRoleProps, SageMakerExecutionRole } from './sagemaker/execution-role/role';
export { SageMakerSourceArn } from './sagemaker/execution-role/source-arn';
export { SageMakerApiAccess } from './sagemaker/workloads/api-access';
export { type SageMakerDomainOptions, type SageMakerImageOptions } from './sagemaker/workloads/domain';
export {
  type SageMakerWorkloadOptions, type SageMakerJobOptions, type SageMakerTrainingJobOptions,
  type SageMakerTuningJobOptions, type SageMakerProcessingJobOptions, type SageMakerAutoMlJobOptions,
} from './sagemaker/workloads/job';
export {
  type SageMakerModelOptions, type SageMakerBatchTransformOptions, type SageMakerAsyncInferenceOptions,
} from './sagemaker/workloads/model';
export {
  type SageMakerNotebookInstanceOptions, type SageMakerNetworkFileSystems, type SageMakerVpcEndpoints,
} from './sagemaker/workloads/notebook-instance';
