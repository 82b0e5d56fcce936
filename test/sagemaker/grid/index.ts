import { DEFAULT_ROWS } from './defaults';
import { EVERYTHING_ROWS } from './everything';
import { FEATURE_STORE_ROWS } from './feature-store';
import { HYPER_POD_ROWS } from './hyper-pod';
import { JOB_ROWS } from './jobs';
import { LOCATION_ROWS } from './locations';
import { MLFLOW_ROWS } from './mlflow';
import { MODEL_ROWS } from './model';
import { NOTEBOOK_ROWS } from './notebook';
import { PIPELINE_ROWS } from './pipeline';
import { ROLE_ROWS } from './role';
import { STUDIO_ROWS } from './studio';
import { USER_ROWS } from './users';
import { Row } from '../../support/row';

export const SAGEMAKER_ROWS: readonly Row[] = [
  ...DEFAULT_ROWS,
  ...JOB_ROWS,
  ...MODEL_ROWS,
  ...NOTEBOOK_ROWS,
  ...STUDIO_ROWS,
  ...PIPELINE_ROWS,
  ...HYPER_POD_ROWS,
  ...FEATURE_STORE_ROWS,
  ...MLFLOW_ROWS,
  ...LOCATION_ROWS,
  ...ROLE_ROWS,
  ...EVERYTHING_ROWS,
  ...USER_ROWS,
];
