export * from './common';
export * from './elastic-beanstalk';
export * from './hopsworks';
export * from './parallelcluster2';
export * from './parallelcluster3';
export * from './sagemaker';
