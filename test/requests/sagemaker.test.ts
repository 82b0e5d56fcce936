import { testRequests } from '../support/request-table';
import { AROUND_THE_ROLE } from './sagemaker/around-the-role';
import { JOB_TABLES } from './sagemaker/jobs';
import { MODEL_TABLES } from './sagemaker/model';
import { NOTEBOOK_INSTANCE_TABLES } from './sagemaker/notebook-instance';
import { STUDIO_TABLES } from './sagemaker/studio';

testRequests([
  ...JOB_TABLES,
  ...MODEL_TABLES,
  ...NOTEBOOK_INSTANCE_TABLES,
  ...STUDIO_TABLES,
  ...AROUND_THE_ROLE,
]);
