import { AROUND_THE_ROLES } from './around-the-roles';
import { INSTANCE_TABLES } from './instance';
import { LAMBDA_TABLES } from './lambda';
import { USER_TABLES } from './user';
import { testRequests } from '../../support/request-table';

testRequests([
  ...INSTANCE_TABLES,
  ...USER_TABLES,
  ...LAMBDA_TABLES,
  ...AROUND_THE_ROLES,
]);
