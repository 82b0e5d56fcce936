export * from './iam-access';
export * from './parallelcluster-version';
export * from './permissions-boundary';
export * from './resource-prefix';
export * from './user-options';
export * from './user-policy';
