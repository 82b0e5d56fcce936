export * from './common';
export * from './elastic-beanstalk';
export * from './sagemaker';
