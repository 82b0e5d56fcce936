import { testRequestsOf } from '../../support/platform-requests';

testRequestsOf('elastic-beanstalk');
