import { BOUNDARY_TABLES } from './parallelcluster3/user-boundary';
import { CLUSTER_TABLES } from './parallelcluster3/user-cluster';
import { FEATURE_TABLES } from './parallelcluster3/user-features';
import { testRequests } from '../support/request-table';

testRequests([
  ...CLUSTER_TABLES,
  ...FEATURE_TABLES,
  ...BOUNDARY_TABLES,
]);
