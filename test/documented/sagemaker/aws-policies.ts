import { ComparedPolicies } from '../../support/aws-policies';

/** What AWS itself gives to the roles of SageMaker's work, and to those who start it. */
export const SAGEMAKER_AWS_POLICIES: ComparedPolicies = {
  services: ['sagemaker', 'sagemaker-geospatial', 'sagemaker-mlflow'],
  names: [
    'AmazonSageMakerCanvasFullAccess',
    'AmazonSageMakerClusterInstanceRolePolicy',
    'AmazonSageMakerFeatureStoreAccess',
    'AmazonSageMakerFullAccess',
    'AmazonSageMakerGroundTruthExecution',
    'AmazonSageMakerHyperPodGatedModelAccess',
    'AmazonSageMakerHyperPodInferenceAccess',
    'AmazonSageMakerHyperPodObservabilityAdminAccess',
    'AmazonSageMakerHyperPodTrainingOperatorAccess',
    'AmazonSageMakerJobFullAccess',
    'AmazonSageMakerJobRuntimeAccess',
    'AmazonSageMakerModelCustomizationCoreAccess',
    'AmazonSageMakerModelGovernanceUseAccess',
    'AmazonSageMakerModelRegistryFullAccess',
    'AmazonSageMakerPartnerAppsFullAccess',
    'AmazonSageMakerPipelinesIntegrations',
    'AmazonSageMakerReadOnly',
    'AmazonSageMakerSpacesControllerPolicy',
    'AmazonSageMakerSpacesRouterPolicy',
    'AmazonSageMakerTrainingPlanCreateAccess',
    'SageMakerStudioProjectRoleMachineLearningPolicy',
    'service-role/SageMakerStudioDomainExecutionRolePolicy',
  ],
  // Their actions are not ours: who writes the options lists them.
  isOfUsers: ({ name }) => name.endsWith('-api-of'),
};
