export * from './common';
export * from './hopsworks';
export * from './sagemaker';
