import { AROUND_THE_ROLE } from './around-the-role';
import { JOB_TABLES } from './jobs';
import { MODEL_TABLES } from './model';
import { NOTEBOOK_INSTANCE_TABLES } from './notebook-instance';
import { STUDIO_TABLES } from './studio';
import { testRequests } from '../../support/request-table';

testRequests([
  ...JOB_TABLES,
  ...MODEL_TABLES,
  ...NOTEBOOK_INSTANCE_TABLES,
  ...STUDIO_TABLES,
  ...AROUND_THE_ROLE,
]);
