export * from './common';
export * from './sagemaker';
