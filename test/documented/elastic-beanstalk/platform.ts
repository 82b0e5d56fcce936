import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { BEANSTALK_DEVIATIONS } from './deviations';
import { OPTION_SETS, SERVICE_OPTION_SETS } from './option-sets';
import { roleOf } from './role';
import { BeanstalkEc2Role, BeanstalkServiceRole } from '../../../src';
import { SOURCES } from '../../../src/elastic-beanstalk/sources';
import { awsPolicyDocument } from '../aws-policy';
import { loadDocuments } from '../documents';
import { DocumentedPlatform, OptionSet } from '../platform';

/** The managed policies in the versions that the sources name. */
const POLICIES = [
  awsPolicyDocument('elastic-beanstalk/web-tier-v9', 'AWSElasticBeanstalkWebTier', 'v9'),
  awsPolicyDocument('elastic-beanstalk/worker-tier-v8', 'AWSElasticBeanstalkWorkerTier', 'v8'),
  awsPolicyDocument('elastic-beanstalk/multicontainer-docker-v5', 'AWSElasticBeanstalkMulticontainerDocker', 'v5'),
  awsPolicyDocument('elastic-beanstalk/role-logs-v1', 'service-role/AWSElasticBeanstalkRoleCWL', 'v1'),
  awsPolicyDocument('elastic-beanstalk/role-worker-tier-v1', 'service-role/AWSElasticBeanstalkRoleWorkerTier', 'v1'),
  awsPolicyDocument('elastic-beanstalk/role-ecs-v2', 'service-role/AWSElasticBeanstalkRoleECS', 'v2'),
  awsPolicyDocument('elastic-beanstalk/role-databases-v1', 'service-role/AWSElasticBeanstalkRoleRDS', 'v1'),
  awsPolicyDocument('elastic-beanstalk/role-notifications-v1', 'service-role/AWSElasticBeanstalkRoleSNS', 'v1'),
];

const made = new Map<string, OptionSet>();

/** The page as it once printed the managed policies, and the managed policies as they are now. */
export const BEANSTALK: DocumentedPlatform = {
  name: 'elastic-beanstalk',
  documents: [...loadDocuments('elastic-beanstalk'), ...POLICIES],
  printedActions: 140,
  names: { Partition: 'aws' },
  optionSets: Object.fromEntries([
    ...Object.entries(OPTION_SETS).map(([name, props]) => setOf(name, stack => new BeanstalkEc2Role(stack, 'Role', props))),
    ...Object.entries(SERVICE_OPTION_SETS).map(([name, props]) =>
      setOf(name, stack => new BeanstalkServiceRole(stack, 'Role', props))),
  ]),
  deviations: BEANSTALK_DEVIATIONS,
  sources: SOURCES,
};

/** Caches the option set: several documents are compared with the same options. */
function setOf(name: string, build: (stack: Stack) => Construct): [string, () => OptionSet] {
  return [name, () => {
    const optionSet = made.get(name) ?? roleOf(build);
    made.set(name, optionSet);
    return optionSet;
  }];
}
