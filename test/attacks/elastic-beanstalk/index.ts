import { INSTANCE_ATTACKS, INSTANCE_ESCALATIONS } from './instances';
import { BEANSTALK_REACH } from './reach';
import { SERVICE_ATTACKS } from './service';
import { Attacked } from '../attack';

export const BEANSTALK_ATTACKED: Attacked = {
  attacks: [...INSTANCE_ATTACKS, ...SERVICE_ATTACKS],
  escalations: { BeanstalkEc2Role: INSTANCE_ESCALATIONS },
  reach: { 'elastic-beanstalk-reach': BEANSTALK_REACH },
};
