import { BOUNDARY_TABLES } from './users-boundary';
import { CLUSTER_TABLES } from './users-cluster';
import { FEATURE_TABLES } from './users-features';
import { testRequests } from '../../support/request-table';

testRequests([
  ...CLUSTER_TABLES,
  ...FEATURE_TABLES,
  ...BOUNDARY_TABLES,
]);
