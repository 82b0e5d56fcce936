export * from './common';
export * from './elastic-beanstalk';
export * from './hopsworks';
export * from './parallelcluster3';
export * from './sagemaker';
