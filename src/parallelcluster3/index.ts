export * from './parallelcluster-version';
