import { FUNCTION_TABLES } from './roles-functions';
import { HEAD_NODE_TABLES } from './roles-head-node';
import { NODE_TABLES } from './roles-nodes';
import { testRequests } from '../../support/request-table';

testRequests([
  ...HEAD_NODE_TABLES,
  ...NODE_TABLES,
  ...FUNCTION_TABLES,
]);
