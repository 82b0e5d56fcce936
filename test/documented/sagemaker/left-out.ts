// What `sagemaker:*` grants, and no part of the API has.

/** Actions on the resources of a part that no part has, by their reasons. */
export const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'who may use the packages of a group, also in other accounts, is not decided by those who use it': [
    'DeleteModelPackageGroupPolicy', 'GetModelPackageGroupPolicy', 'PutModelPackageGroupPolicy',
  ],
  'buys capacity': ['CreateReservedCapacity', 'CreateTrainingPlan'],
  'shows what a training plan costs and who extended it': ['DescribeTrainingPlanExtensionHistory'],
  'shows the servers of reserved capacity, which are those of clusters': ['ListUltraServersByReservedCapacity'],
  'clusters may use training plans, too': ['CreateCluster', 'UpdateCluster'],
};

/** Actions on types that no part has, by what they are for. Lists have no types. */
export const OTHER_AREAS: Readonly<Record<string, readonly string[]>> = {
  'benchmarks and recommendations of models for inference': ['*AI{Benchmark,Recommendation,Workload}*', '*InferenceRecommendation*', 'GetScalingConfigurationRecommendation'],
  'algorithms for the AWS Marketplace': ['*Algorithm*'],
  'Studio: the workload of its users grants them': ['*App', '*Apps', '*AppImageConfig*', '*Domain*', '*Space*', '*UserProfile*', 'StartSession', '*StudioLifecycleConfig*'],
  'partner apps of Studio': ['*PartnerApp*'],
  'HyperPod clusters': ['*Cluster*', '*ComputeQuota*', 'ListUltraServersByReservedCapacity'],
  'code repositories and lifecycle configurations of notebook instances, and the instances': ['*CodeRepositor*', '*NotebookInstance*'],
  'SageMaker Neo and edge devices': ['*CompilationJob*', '*Device*', '*Edge*', 'GetDeployments', 'SendHeartbeat', 'ListStageDevices'],
  'Ground Truth and human review': ['*FlowDefinition*', '*Human*', '*LabelingJob*', '*Workforce*', '*Workteam*', 'RenderUiTemplate'],
  'hubs of models': ['*Hub*'],
  'images of Studio': ['*Image', '*Images', '*ImageVersion*', 'ListAliases'],
  'shadow tests': ['*InferenceExperiment*'],
  'model customization': ['CompleteRollout', 'CreateJob', 'DeleteJob', 'DescribeJob', 'DescribeJobSchemaVersion', 'ListJobSchemaVersions', 'ListJobs', 'Sample', 'SampleWithResponseStream', 'StopJob', 'UpdateReward'],
  'MLflow: clients have an option of their own': ['*Mlflow*'],
  'model cards': ['*ModelCard*'],
  'optimization of models': ['*OptimizationJob*'],
  'projects of Studio and their Service Catalog': ['*Project*', '*ServicecatalogPortfolio*'],
  'models of Canvas that users share': ['*SharedModel*'],
  'who may use resources, also in other accounts': ['*ResourcePolicy', '*LineageGroupPolicy'],
  'training plans: an administrator buys them': ['ExtendTrainingPlan', 'SearchTrainingPlanOfferings'],
  'calls with a token in place of a signature': ['CallWithBearerToken'],
  'the console': ['GetSearchSuggestions', 'ListResourceCatalogs'],
};

/** Both, for the chapter. */
export const NOT_IN_PARTS: Readonly<Record<string, readonly string[]>> = { ...OTHER_AREAS, ...LEFT_OUT };
