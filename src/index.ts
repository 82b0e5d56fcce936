export * from './common';
export * from './parallelcluster2';
export * from './sagemaker';
