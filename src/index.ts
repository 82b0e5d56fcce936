export * from './common';
export * from './parallelcluster3';
export * from './sagemaker';
