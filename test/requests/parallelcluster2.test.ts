import { AROUND_THE_ROLES } from './parallelcluster2/around-the-roles';
import { INSTANCE_TABLES } from './parallelcluster2/instance';
import { LAMBDA_TABLES } from './parallelcluster2/lambda';
import { USER_TABLES } from './parallelcluster2/user';
import { testRequests } from '../support/request-table';

testRequests([
  ...INSTANCE_TABLES,
  ...USER_TABLES,
  ...LAMBDA_TABLES,
  ...AROUND_THE_ROLES,
]);
