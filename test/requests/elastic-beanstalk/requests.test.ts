import { ADDITION_TABLES } from './extras';
import { SERVICE_TABLES } from './service';
import { TIER_TABLES } from './tiers';
import { testRequests } from '../../support/request-table';

testRequests([
  ...TIER_TABLES,
  ...ADDITION_TABLES,
  ...SERVICE_TABLES,
]);
