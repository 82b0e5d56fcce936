export * from './common';
export * from './elastic-beanstalk';
export * from './hopsworks';
export * from './sagemaker';
