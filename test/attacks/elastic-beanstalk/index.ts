import { EKS_ATTACKS } from './eks';
import { EKS_REACH } from './eks-reach';
import { INSTANCE_ATTACKS, INSTANCE_ESCALATIONS } from './instances';
import { BEANSTALK_REACH } from './reach';
import { SERVICE_ATTACKS } from './service';
import { USER_ATTACKS, USER_ESCALATIONS } from './users';
import { BEANSTALK_USERS_REACH } from './users-reach';
import { Attacked } from '../attack';

export const BEANSTALK_ATTACKED: Attacked = {
  attacks: [...INSTANCE_ATTACKS, ...SERVICE_ATTACKS, ...EKS_ATTACKS, ...USER_ATTACKS],
  escalations: {
    BeanstalkEc2Role: INSTANCE_ESCALATIONS,
    BeanstalkEksImageBuildRole: { 'another image of a repository': 'eksBuilds' },
    BeanstalkUserPolicy: USER_ESCALATIONS,
  },
  reach: {
    'elastic-beanstalk-reach': BEANSTALK_REACH,
    'elastic-beanstalk-eks-reach': EKS_REACH,
    'elastic-beanstalk-users-reach': BEANSTALK_USERS_REACH,
  },
};
