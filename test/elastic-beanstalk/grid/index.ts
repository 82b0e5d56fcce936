import { EKS_ROWS } from './eks';
import { EC2_OPTION_ROWS } from './extras';
import { SERVICE_ROWS } from './service';
import { TIER_ROWS } from './tiers';
import { USER_ROWS } from './users';
import { Row } from '../../support/row';

export const BEANSTALK_ROWS: readonly Row[] = [
  ...TIER_ROWS,
  ...EC2_OPTION_ROWS,
  ...SERVICE_ROWS,
  ...EKS_ROWS,
  ...USER_ROWS,
];
