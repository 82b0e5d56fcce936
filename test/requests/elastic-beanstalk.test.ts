import { ADDITION_TABLES } from './elastic-beanstalk/additions';
import { SERVICE_TABLES } from './elastic-beanstalk/service';
import { TIER_TABLES } from './elastic-beanstalk/tiers';
import { testRequests } from '../support/request-table';

testRequests([
  ...TIER_TABLES,
  ...ADDITION_TABLES,
  ...SERVICE_TABLES,
]);
