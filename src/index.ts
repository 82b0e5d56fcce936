// Shared by every platform
export { CdkNagFindings } from './common/cdk-nag';
export { ImageSource } from './common/image-source';
export { PermissionCheck, type PermissionCheckOptions, type PermissionFinding } from './common/permission-check';
export { type PlatformEc2RoleProps } from './common/platform-ec2-role-props';
export { type PlatformPolicyProps } from './common/platform-policy-props';
export { type PlatformRoleProps } from './common/platform-role-props';
export { PolicyPlacement } from './common/policy-placement';
export { S3Location } from './common/s3-location';
export { type SessionManagerOptions } from './common/session-manager-options';
export { StatementOverride, type StatementScope } from './common/statement-override';

// AWS Elastic Beanstalk
export {
  type BeanstalkContainerImageOptions, type BeanstalkEnvironmentSecretOptions, type BeanstalkCloudWatchAgentOptions,
  type BeanstalkApplicationLogOptions, type BeanstalkHealthAnalysisOptions,
} from './elastic-beanstalk/ec2-role/extras-props';
export { BeanstalkPermissionCheck, type BeanstalkPermissionNeeds } from './elastic-beanstalk/ec2-role/permission-check';
export { type BeanstalkEc2RoleProps, type BeanstalkInstancePermissions } from './elastic-beanstalk/ec2-role/props';
export { BeanstalkEc2Role } from './elastic-beanstalk/ec2-role/role';
export {
  type BeanstalkWorkerTierOptions, type BeanstalkEcsDockerOptions, type BeanstalkStorageOptions,
} from './elastic-beanstalk/ec2-role/tier-props';
export {
  type BeanstalkEksApplicationRoleProps, type BeanstalkEksSecretOptions,
} from './elastic-beanstalk/eks/application-role/props';
export { BeanstalkEksApplicationRole } from './elastic-beanstalk/eks/application-role/role';
export { type BeanstalkEksClusterRoleProps } from './elastic-beanstalk/eks/cluster-role/props';
export { BeanstalkEksClusterRole } from './elastic-beanstalk/eks/cluster-role/role';
export { type BeanstalkEksImageBuildRoleProps } from './elastic-beanstalk/eks/image-build-role/props';
export { BeanstalkEksImageBuildRole } from './elastic-beanstalk/eks/image-build-role/role';
export { type BeanstalkEksNodeRoleProps } from './elastic-beanstalk/eks/node-role/props';
export { BeanstalkEksNodeRole } from './elastic-beanstalk/eks/node-role/role';
export {
  type BeanstalkEksObservabilityRoleProps, type BeanstalkEksPrometheusOptions,
} from './elastic-beanstalk/eks/observability-role/props';
export { BeanstalkEksObservabilityRole } from './elastic-beanstalk/eks/observability-role/role';
export {
  type BeanstalkServiceDatabaseOptions, type BeanstalkServiceEcsDockerOptions, type BeanstalkServiceNotificationOptions,
  type BeanstalkServiceRoleProps, type BeanstalkServiceStorageOptions, type BeanstalkServiceWorkerTierOptions,
} from './elastic-beanstalk/service-role/props';
export { BeanstalkServiceRole } from './elastic-beanstalk/service-role/role';
export { type BeanstalkInstanceOptions, type BeanstalkWebTierOptions } from './elastic-beanstalk/tiers/instance-options';
export {
  type BeanstalkUserClusterEnvironments, type BeanstalkUserDatabases, type BeanstalkUserEcsDocker,
  type BeanstalkUserInfrastructure, type BeanstalkUserLoadBalancers, type BeanstalkUserWorkerTier,
} from './elastic-beanstalk/users/infrastructure-props';
export {
  type BeanstalkUserApplication, type BeanstalkUserDeployment, type BeanstalkUserManagement,
  type BeanstalkUserPolicyProps,
} from './elastic-beanstalk/users/props';
export { type BeanstalkUserStorage } from './elastic-beanstalk/users/storage-props';
export { BeanstalkUserPolicy } from './elastic-beanstalk/users/user-policy';

// Hopsworks
export { type HopsworksStorageProps } from './hopsworks/cluster/storage-props';
export { type HopsworksVeleroOptions, type HopsworksVeleroStorageOptions } from './hopsworks/cluster/velero-props';
export { type HopsworksEksNodeRoleProps } from './hopsworks/eks-node-role/props';
export { HopsworksEksNodeRole } from './hopsworks/eks-node-role/role';
export {
  type HopsworksEksServiceAccountRoleProps, type HopsworksServiceAccountOptions,
} from './hopsworks/eks-service-account-role/props';
export { HopsworksEksServiceAccountRole } from './hopsworks/eks-service-account-role/role';
export {
  HopsworksRepositoryCreation, type HopsworksContainerRegistryOptions, type HopsworksCloudWatchOptions,
  type HopsworksEksOptions, type HopsworksInstanceProfileProps,
} from './hopsworks/instance-profile/props';
export { HopsworksInstanceProfile } from './hopsworks/instance-profile/role';

// AWS ParallelCluster 2
export {
  ParallelCluster2PermissionSet, type ParallelCluster2ResourceBucket, ParallelCluster2Scheduler,
} from './parallelcluster2/cluster/options';
export { type ParallelCluster2LambdaRoleProps } from './parallelcluster2/functions/props';
export { ParallelCluster2LambdaRole } from './parallelcluster2/functions/role';
export { type ParallelCluster2BatchStack } from './parallelcluster2/instances/batch-stack';
export { type ParallelCluster2LaunchOptions } from './parallelcluster2/instances/launch';
export { type ParallelCluster2InstanceRoleProps } from './parallelcluster2/instances/props';
export { ParallelCluster2InstanceRole } from './parallelcluster2/instances/role';
export {
  type ParallelCluster2CreateClustersOptions, type ParallelCluster2UseClustersOptions,
  type ParallelCluster2UserPolicyProps,
} from './parallelcluster2/users/props';
export { ParallelCluster2UserPolicy } from './parallelcluster2/users/user-policy';

// AWS ParallelCluster 3
export {
  type ParallelClusterCustomBucket, type ParallelClusterEfsAccess, type ParallelClusterNodeRoleProps,
  type ParallelClusterRoleScope, type ParallelClusterS3Access,
} from './parallelcluster3/cluster/props';
export { ParallelClusterVersion } from './parallelcluster3/cluster/version';
export { type ParallelClusterComputeNodeRoleProps } from './parallelcluster3/compute-node/props';
export { ParallelClusterComputeNodeRole } from './parallelcluster3/compute-node/role';
export {
  type ParallelClusterSlurmHeadNodeOptions, type ParallelClusterAwsBatchHeadNodeOptions,
  type ParallelClusterHeadNodeSecrets, type ParallelClusterHeadNodeRoleProps,
} from './parallelcluster3/head-node/props';
export { ParallelClusterHeadNodeRole } from './parallelcluster3/head-node/role';
export {
  type ParallelClusterImageScripts, type ParallelClusterImageBuilderRoleProps,
} from './parallelcluster3/images/builder-props';
export { ParallelClusterImageBuilderRole } from './parallelcluster3/images/builder-role';
export { type ParallelClusterImageCleanupRoleProps } from './parallelcluster3/images/cleanup-props';
export { ParallelClusterImageCleanupRole } from './parallelcluster3/images/cleanup-role';
export {
  type ParallelClusterAwsBatchLambdaOptions, type ParallelClusterSlurmLambdaOptions,
  type ParallelClusterLambdaFunctionsRoleProps,
} from './parallelcluster3/lambda-functions/props';
export { ParallelClusterLambdaFunctionsRole } from './parallelcluster3/lambda-functions/role';
export { type ParallelClusterLoginNodeRoleProps } from './parallelcluster3/login-node/props';
export { ParallelClusterLoginNodeRole } from './parallelcluster3/login-node/role';
export { type ParallelClusterSlurmdbdRoleProps } from './parallelcluster3/slurmdbd/props';
export { ParallelClusterSlurmdbdRole } from './parallelcluster3/slurmdbd/role';
export { ParallelClusterIamAccess } from './parallelcluster3/users/iam-access';
export { ParallelClusterPermissionsBoundary } from './parallelcluster3/users/permissions-boundary';
export {
  type ParallelClusterAwsBatchPolicyOptions, type ParallelClusterCreateClustersOptions,
  type ParallelClusterPermissionsBoundaryProps, type ParallelClusterPolicyOptions, type ParallelClusterResourcePrefix,
  type ParallelClusterSecretsOptions, type ParallelClusterStorageOptions, type ParallelClusterUseClustersOptions,
  type ParallelClusterUserEfs, type ParallelClusterUserFsxForLustre, type ParallelClusterUserLogRetrieval,
  type ParallelClusterUserPolicyProps,
} from './parallelcluster3/users/props';
export { ParallelClusterUserPolicy } from './parallelcluster3/users/user-policy';

// Amazon SageMaker
export { type SageMakerExecutionRoleProps } from './sagemaker/execution-role/props';
export { SageMakerExecutionRole } from './sagemaker/execution-role/role';
export { SageMakerSourceArn } from './sagemaker/execution-role/source-arn';
export { type SageMakerHyperPodKarpenterRoleProps } from './sagemaker/hyper-pod-karpenter-role/props';
export { SageMakerHyperPodKarpenterRole } from './sagemaker/hyper-pod-karpenter-role/role';
export { type SageMakerApiActions } from './sagemaker/workloads/api/actions';
export { SageMakerApiAccess } from './sagemaker/workloads/api/access';
export { type SageMakerAutoMlJobOptions } from './sagemaker/workloads/auto-ml-job';
export { type SageMakerClarifyOptions } from './sagemaker/workloads/clarify';
export { SageMakerClarifyModel } from './sagemaker/workloads/things/clarify-model';
export { type SageMakerDomainOptions } from './sagemaker/workloads/domain';
export { type SageMakerFeatureStoreOptions } from './sagemaker/workloads/feature-store';
export { SageMakerHub } from './sagemaker/workloads/things/hub';
export {
  type SageMakerHyperPodClusterOptions, type SageMakerHyperPodEksOptions, type SageMakerHyperPodSlurmOptions,
} from './sagemaker/workloads/hyper-pod-cluster';
export { type SageMakerImageOptions } from './sagemaker/workloads/image';
export { type SageMakerInteractiveOptions } from './sagemaker/workloads/interactive/interactive';
export {
  type SageMakerJobOptions, type SageMakerTrainingJobOptions, type SageMakerTrainingOptions,
  type SageMakerTuningJobOptions,
} from './sagemaker/workloads/job';
export { type SageMakerMlflowModelRegistryOptions, type SageMakerMlflowOptions } from './sagemaker/workloads/mlflow';
export { type SageMakerMlflowClientOptions } from './sagemaker/workloads/mlflow-client';
export { SageMakerMlflowServer } from './sagemaker/workloads/things/mlflow-server';
export {
  type SageMakerModelOptions, type SageMakerAsyncInferenceOptions, type SageMakerBatchTransformOptions,
  type SageMakerDataCaptureOptions,
} from './sagemaker/workloads/model';
export { SageMakerModelPackage } from './sagemaker/workloads/things/model-package';
export {
  type SageMakerNotebookInstanceOptions, type SageMakerNetworkFileSystems, type SageMakerVpcEndpoints,
} from './sagemaker/workloads/interactive/notebook-instance';
export {
  type SageMakerPipelineEmrOptions, type SageMakerPipelineNewEmrClusters,
} from './sagemaker/workloads/pipeline/emr';
export { type SageMakerPipelineOptions } from './sagemaker/workloads/pipeline/options';
export { type SageMakerProcessingJobOptions } from './sagemaker/workloads/processing-job';
export { SageMakerRegisteredModel } from './sagemaker/workloads/things/registered-model';
export { type SageMakerStudioOptions } from './sagemaker/workloads/interactive/studio';
export {
  type SageMakerComputeOptions, type SageMakerDataKeyOptions, type SageMakerMetricOptions,
  type SageMakerWorkloadOptions,
} from './sagemaker/workloads/workload-options';
export {
  SageMakerJobType, type SageMakerUserDeployment, type SageMakerUserInvocation, type SageMakerUserJobs,
  type SageMakerUserModelRegistry, type SageMakerUserNotebooks, type SageMakerUserPipelines,
  type SageMakerUserPolicyProps, type SageMakerUserProfile, type SageMakerUserStudio,
} from './sagemaker/users/props';
export { type SageMakerUserRequirements } from './sagemaker/users/requirements-props';
export { SageMakerUserPolicy } from './sagemaker/users/user-policy';
