import { INSTANCE_ROWS } from './instance';
import { LAMBDA_ROWS } from './lambda';
import { USER_ROWS } from './user';
import { Row } from '../../support/row';

export const PARALLEL_CLUSTER_2_ROWS: readonly Row[] = [...INSTANCE_ROWS, ...USER_ROWS, ...LAMBDA_ROWS];
