/**
 * The actions of SageMaker: service -> types of resources that they support -> actions. The types are `*` for all, and
 * empty for actions without resource-level permissions. `npm run update` writes them from the service authorization
 * reference.
 */
export const API_REFERENCE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'sagemaker': {
    '': `
      CallWithBearerToken CreateLineageGroupPolicy DeleteLineageGroupPolicy DeleteResourcePolicy
      DescribeJobSchemaVersion DescribeLineageGroup DisableSagemakerServicecatalogPortfolio
      EnableSagemakerServicecatalogPortfolio ExtendTrainingPlan GetLineageGroupPolicy GetResourcePolicy
      GetSagemakerServicecatalogPortfolioStatus GetSearchSuggestions ListAIBenchmarkJobs ListAIRecommendationJobs
      ListAIWorkloadConfigs ListActions ListAlgorithms ListAppImageConfigs ListApps ListArtifacts ListAssociations
      ListAutoMLJobs ListCandidatesForAutoMLJob ListClusterSchedulerConfigs ListClusters ListCodeRepositories
      ListCompilationJobs ListComputeQuotas ListContexts ListDataQualityJobDefinitions ListDeviceFleets ListDevices
      ListDomains ListEdgeDeploymentPlans ListEdgePackagingJobs ListEndpointConfigs ListEndpoints ListExperiments
      ListFeatureGroups ListFlowDefinitions ListHubs ListHumanLoops ListHumanTaskUis ListHyperParameterTuningJobs
      ListImages ListInferenceComponents ListInferenceExperiments ListInferenceRecommendationsJobSteps
      ListInferenceRecommendationsJobs ListJobSchemaVersions ListJobs ListLabelingJobs ListLineageGroups
      ListMlflowApps ListMlflowTrackingServers ListModelBiasJobDefinitions ListModelCards
      ListModelExplainabilityJobDefinitions ListModelMetadata ListModelPackageGroups ListModelQualityJobDefinitions
      ListModels ListMonitoringAlertHistory ListMonitoringAlerts ListMonitoringExecutions ListMonitoringSchedules
      ListNotebookInstanceLifecycleConfigs ListNotebookInstances ListOptimizationJobs ListPartnerApps ListPipelines
      ListProcessingJobs ListProjects ListResourceCatalogs ListSharedModelEvents ListSharedModels ListSpaces
      ListStageDevices ListStudioLifecycleConfigs ListSubscribedWorkteams ListTrainingJobs ListTrainingPlans
      ListTransformJobs ListTrialComponents ListTrials ListUserProfiles ListWorkforces ListWorkteams
      PutLineageGroupPolicy PutResourcePolicy QueryLineage RenderUiTemplate Search SearchTrainingPlanOfferings
    `,
    '*': 'AddTags DeleteTags ListTags',
    'action': 'CreateAction DeleteAction DescribeAction UpdateAction',
    'action artifact context experiment experiment-trial-component': 'AddAssociation DeleteAssociation',
    'ai-benchmark-job': 'CreateAIBenchmarkJob DeleteAIBenchmarkJob DescribeAIBenchmarkJob StopAIBenchmarkJob',
    'ai-recommendation-job': `
      CreateAIRecommendationJob DeleteAIRecommendationJob DescribeAIRecommendationJob StopAIRecommendationJob
    `,
    'ai-workload-config': 'CreateAIWorkloadConfig DeleteAIWorkloadConfig DescribeAIWorkloadConfig',
    'algorithm': 'CreateAlgorithm DeleteAlgorithm DescribeAlgorithm',
    'app': 'CreateApp DeleteApp DescribeApp',
    'app-image-config': 'CreateAppImageConfig DeleteAppImageConfig DescribeAppImageConfig UpdateAppImageConfig',
    'artifact': 'CreateArtifact DeleteArtifact DescribeArtifact UpdateArtifact',
    'automl-job': 'CreateAutoMLJob CreateAutoMLJobV2 DescribeAutoMLJob DescribeAutoMLJobV2 StopAutoMLJob',
    'cluster': `
      AttachClusterNodeNetworkInterface AttachClusterNodeVolume BatchAddClusterNodes BatchDeleteClusterNodes
      BatchRebootClusterNodes BatchReplaceClusterNodes DeleteCluster DescribeCluster DescribeClusterEvent
      DescribeClusterInference DescribeClusterNode DetachClusterNodeVolume ListClusterEvents ListClusterNodes
      StartClusterHealthCheck UpdateClusterInference UpdateClusterSoftware
    `,
    'cluster cluster-scheduler-config': 'CreateClusterSchedulerConfig',
    'cluster compute-quota': 'CreateComputeQuota',
    'cluster reserved-capacity training-plan': 'CreateCluster UpdateCluster',
    'cluster-scheduler-config': `
      DeleteClusterSchedulerConfig DescribeClusterSchedulerConfig UpdateClusterSchedulerConfig
    `,
    'code-repository': 'CreateCodeRepository DeleteCodeRepository DescribeCodeRepository UpdateCodeRepository',
    'compilation-job': 'CreateCompilationJob DeleteCompilationJob DescribeCompilationJob StopCompilationJob',
    'compute-quota': 'DeleteComputeQuota DescribeComputeQuota UpdateComputeQuota',
    'context': 'CreateContext DeleteContext DescribeContext UpdateContext',
    'data-quality-job-definition': `
      CreateDataQualityJobDefinition DeleteDataQualityJobDefinition DescribeDataQualityJobDefinition
    `,
    'device': `
      DeregisterDevices DescribeDevice GetDeployments GetDeviceRegistration RegisterDevices SendHeartbeat
      UpdateDevices
    `,
    'device-fleet': 'CreateDeviceFleet DeleteDeviceFleet DescribeDeviceFleet GetDeviceFleetReport UpdateDeviceFleet',
    'domain': 'CreateDomain DeleteDomain DescribeDomain UpdateDomain',
    'edge-deployment-plan': `
      CreateEdgeDeploymentPlan CreateEdgeDeploymentStage DeleteEdgeDeploymentPlan DeleteEdgeDeploymentStage
      DescribeEdgeDeploymentPlan StartEdgeDeploymentStage StopEdgeDeploymentStage
    `,
    'edge-packaging-job': 'CreateEdgePackagingJob DescribeEdgePackagingJob StopEdgePackagingJob',
    'endpoint': 'DeleteEndpoint DescribeEndpoint InvokeEndpointAsync UpdateEndpointWeightsAndCapacities',
    'endpoint endpoint-config': 'CreateEndpoint UpdateEndpoint',
    'endpoint inference-component': 'CreateInferenceComponent InvokeEndpoint InvokeEndpointWithResponseStream',
    'endpoint-config': 'CreateEndpointConfig DeleteEndpointConfig DescribeEndpointConfig',
    'experiment': 'CreateExperiment DeleteExperiment DescribeExperiment UpdateExperiment',
    'experiment experiment-trial': 'CreateTrial',
    'experiment-trial': 'DeleteTrial DescribeTrial UpdateTrial',
    'experiment-trial experiment-trial-component': 'AssociateTrialComponent',
    'experiment-trial experiment-trial-component processing-job': 'DisassociateTrialComponent',
    'experiment-trial-component': `
      CreateTrialComponent DeleteTrialComponent DescribeTrialComponent UpdateTrialComponent
    `,
    'experiment-trial-component training-job': 'BatchGetMetrics BatchPutMetrics',
    'feature-group': `
      BatchGetRecord BatchWriteRecord CreateFeatureGroup DeleteFeatureGroup DeleteRecord DescribeFeatureGroup
      DescribeFeatureMetadata GetRecord ListRecords PutRecord UpdateFeatureGroup UpdateFeatureMetadata
    `,
    'flow-definition': 'CreateFlowDefinition DeleteFlowDefinition DescribeFlowDefinition StartHumanLoop',
    'hub': 'CreateHub DeleteHub DescribeHub ListHubContents UpdateHub',
    'hub hub-content': `
      CreateHubContentPresignedUrls CreateHubContentReference DeleteHubContent DeleteHubContentReference
      DeployHubModel DescribeHubContent ImportHubContent ListHubContentVersions TrainHubModel UpdateHubContent
      UpdateHubContentReference
    `,
    'human-loop': 'DeleteHumanLoop DescribeHumanLoop StopHumanLoop',
    'human-task-ui': 'CreateHumanTaskUi DeleteHumanTaskUi DescribeHumanTaskUi',
    'hyper-parameter-tuning-job': `
      CreateHyperParameterTuningJob DeleteHyperParameterTuningJob DescribeHyperParameterTuningJob
      ListTrainingJobsForHyperParameterTuningJob StopHyperParameterTuningJob
    `,
    'image': 'CreateImage CreateImageVersion DeleteImage DescribeImage ListImageVersions UpdateImage',
    'image image-version': 'ListAliases',
    'image-version': 'DeleteImageVersion DescribeImageVersion UpdateImageVersion',
    'inference-component': `
      DeleteInferenceComponent DescribeInferenceComponent UpdateInferenceComponent
      UpdateInferenceComponentRuntimeConfig
    `,
    'inference-experiment': `
      CreateInferenceExperiment DeleteInferenceExperiment DescribeInferenceExperiment StartInferenceExperiment
      StopInferenceExperiment UpdateInferenceExperiment
    `,
    'inference-recommendations-job': `
      CreateInferenceRecommendationsJob DescribeInferenceRecommendationsJob GetScalingConfigurationRecommendation
      StopInferenceRecommendationsJob
    `,
    'job': 'CompleteRollout CreateJob DeleteJob DescribeJob Sample SampleWithResponseStream StopJob UpdateReward',
    'labeling-job': 'CreateLabelingJob DescribeLabelingJob StopLabelingJob',
    'mlflow-app': `
      CallMlflowAppApi CreateMlflowApp CreatePresignedMlflowAppUrl DeleteMlflowApp DescribeMlflowApp UpdateMlflowApp
    `,
    'mlflow-tracking-server': `
      CreateMlflowTrackingServer CreatePresignedMlflowTrackingServerUrl DeleteMlflowTrackingServer
      DescribeMlflowTrackingServer StartMlflowTrackingServer StopMlflowTrackingServer UpdateMlflowTrackingServer
    `,
    'model': 'CreateModel DeleteModel DescribeModel',
    'model-bias-job-definition': `
      CreateModelBiasJobDefinition DeleteModelBiasJobDefinition DescribeModelBiasJobDefinition
    `,
    'model-card': `
      CreateModelCard CreateModelCardExportJob DeleteModelCard DescribeModelCard ListModelCardExportJobs
      ListModelCardVersions UpdateModelCard
    `,
    'model-card-export-job': 'DescribeModelCardExportJob',
    'model-explainability-job-definition': `
      CreateModelExplainabilityJobDefinition DeleteModelExplainabilityJobDefinition
      DescribeModelExplainabilityJobDefinition
    `,
    'model-package': `
      AccessModelPackage BatchDescribeModelPackage CreateModelPackage DeleteModelPackage DescribeModelPackage
      ListModelPackages UpdateModelPackage
    `,
    'model-package-group': `
      CreateModelPackageGroup DeleteModelPackageGroup DeleteModelPackageGroupPolicy DescribeModelPackageGroup
      GetModelPackageGroupPolicy PutModelPackageGroupPolicy
    `,
    'model-quality-job-definition': `
      CreateModelQualityJobDefinition DeleteModelQualityJobDefinition DescribeModelQualityJobDefinition
    `,
    'monitoring-schedule': `
      CreateMonitoringSchedule DeleteMonitoringSchedule DescribeMonitoringSchedule StartMonitoringSchedule
      StopMonitoringSchedule UpdateMonitoringSchedule
    `,
    'monitoring-schedule monitoring-schedule-alert': 'UpdateMonitoringAlert',
    'notebook-instance': `
      CreateNotebookInstance CreatePresignedNotebookInstanceUrl DeleteNotebookInstance DescribeNotebookInstance
      StartNotebookInstance StopNotebookInstance UpdateNotebookInstance
    `,
    'notebook-instance-lifecycle-config': `
      CreateNotebookInstanceLifecycleConfig DeleteNotebookInstanceLifecycleConfig
      DescribeNotebookInstanceLifecycleConfig UpdateNotebookInstanceLifecycleConfig
    `,
    'optimization-job': 'CreateOptimizationJob DeleteOptimizationJob DescribeOptimizationJob StopOptimizationJob',
    'partner-app': `
      CallPartnerAppApi CreatePartnerApp CreatePartnerAppPresignedUrl DeletePartnerApp DescribePartnerApp
      UpdatePartnerApp
    `,
    'pipeline': `
      CreatePipeline DeletePipeline DescribePipeline ListPipelineExecutions ListPipelineVersions
      StartPipelineExecution UpdatePipeline UpdatePipelineVersion
    `,
    'pipeline-execution': `
      DescribePipelineDefinitionForExecution DescribePipelineExecution ListPipelineExecutionSteps
      ListPipelineParametersForExecution RetryPipelineExecution SendPipelineExecutionStepFailure
      SendPipelineExecutionStepSuccess StopPipelineExecution UpdatePipelineExecution
    `,
    'processing-job': 'CreateProcessingJob DeleteProcessingJob DescribeProcessingJob StopProcessingJob',
    'project': 'CreateProject DeleteProject DescribeProject UpdateProject',
    'reserved-capacity': 'CreateReservedCapacity DescribeReservedCapacity ListUltraServersByReservedCapacity',
    'reserved-capacity training-job training-plan': 'CreateTrainingJob',
    'shared-model': 'CreateSharedModel DescribeSharedModel ListSharedModelVersions UpdateSharedModel',
    'shared-model-event': 'SendSharedModelEvent',
    'space': 'CreateSpace DeleteSpace DescribeSpace StartSession UpdateSpace',
    'studio-lifecycle-config': `
      CreateStudioLifecycleConfig DeleteStudioLifecycleConfig DescribeStudioLifecycleConfig
    `,
    'training-job': 'DeleteTrainingJob DescribeTrainingJob StopTrainingJob UpdateTrainingJob',
    'training-plan': 'CreateTrainingPlan DescribeTrainingPlan DescribeTrainingPlanExtensionHistory',
    'transform-job': 'CreateTransformJob DescribeTransformJob StopTransformJob',
    'user-profile': `
      CreatePresignedDomainUrl CreateUserProfile DeleteUserProfile DescribeUserProfile UpdateUserProfile
    `,
    'workforce': 'CreateWorkforce DeleteWorkforce DescribeWorkforce UpdateWorkforce',
    'workteam': `
      CreateWorkteam DeleteWorkteam DescribeSubscribedWorkteam DescribeWorkteam ListLabelingJobsForWorkteam
      UpdateWorkteam
    `,
  },
  'sagemaker-mlflow': {
    '': 'AccessUI',
    'mlflow-tracking-server': `
      CreateExperiment CreateModelVersion CreateRegisteredModel CreateRun DeleteExperiment DeleteLoggedModel
      DeleteLoggedModelTag DeleteModelVersion DeleteModelVersionTag DeleteRegisteredModel DeleteRegisteredModelAlias
      DeleteRegisteredModelTag DeleteRun DeleteTag DeleteTraceTag DeleteTraces EndTrace FinalizeLoggedModel
      GetDownloadURIForModelVersionArtifacts GetExperiment GetExperimentByName GetLatestModelVersions GetLoggedModel
      GetMetricHistory GetModelVersion GetModelVersionByAlias GetRegisteredModel GetRun GetTraceInfo ListArtifacts
      ListLoggedModelArtifacts LogBatch LogInputs LogLoggedModelParams LogMetric LogModel LogOutputs LogParam
      RenameRegisteredModel RestoreExperiment RestoreRun SearchExperiments SearchLoggedModels SearchModelVersions
      SearchRegisteredModels SearchRuns SearchTraces SetExperimentTag SetLoggedModelTags SetModelVersionTag
      SetRegisteredModelAlias SetRegisteredModelTag SetTag SetTraceTag StartTrace TransitionModelVersionStage
      UpdateExperiment UpdateModelVersion UpdateRegisteredModel UpdateRun
    `,
  },
};
