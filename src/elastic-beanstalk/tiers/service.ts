/** Assumes service roles, and passes the roles of an environment on to the services that assume them. */
export const BEANSTALK_SERVICE = 'elasticbeanstalk.amazonaws.com';
