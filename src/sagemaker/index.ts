export * from './api-access';
export * from './execution-role';
export * from './job-options';
export * from './model-options';
export * from './notebook-instance-options';
export * from './source-arn';
export * from './studio-options';
