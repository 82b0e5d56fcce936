import { testRequestsOf } from '../../support/platform-requests';

testRequestsOf('sagemaker');
