export * from './workloads/api-access';
export * from './execution-role/role';
export * from './workloads/job';
export * from './workloads/model';
export * from './workloads/notebook-instance';
export * from './execution-role/source-arn';
export * from './workloads/domain';
