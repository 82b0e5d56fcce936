import { FUNCTION_TABLES } from './parallelcluster3/roles-functions';
import { HEAD_NODE_TABLES } from './parallelcluster3/roles-head-node';
import { NODE_TABLES } from './parallelcluster3/roles-nodes';
import { testRequests } from '../support/request-table';

testRequests([
  ...HEAD_NODE_TABLES,
  ...NODE_TABLES,
  ...FUNCTION_TABLES,
]);
