// SageMaker's log groups and metric namespaces by kind of work. The names of endpoints and components follow theirs.

export const TRAINING_JOBS = '/aws/sagemaker/TrainingJobs';
export const PROCESSING_JOBS = '/aws/sagemaker/ProcessingJobs';
export const TRANSFORM_JOBS = '/aws/sagemaker/TransformJobs';
export const ENDPOINTS = '/aws/sagemaker/Endpoints';
export const INFERENCE_COMPONENTS = '/aws/sagemaker/InferenceComponents';
export const NOTEBOOK_INSTANCES = '/aws/sagemaker/NotebookInstances';
export const CLUSTERS = '/aws/sagemaker/Clusters';
export const STUDIO = '/aws/sagemaker/studio';
export const ALL_LOG_GROUPS = '/aws/sagemaker/';
export const ALL_NAMESPACES = '/aws/sagemaker/*';
