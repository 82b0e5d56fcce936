import { testRequestsOf } from '../../support/platform-requests';

testRequestsOf('hopsworks');
