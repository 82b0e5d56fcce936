import { testRequestsOf } from '../../support/platform-requests';

testRequestsOf('parallelcluster3');
