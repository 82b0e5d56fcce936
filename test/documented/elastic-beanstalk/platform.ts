import { BEANSTALK_DEVIATIONS } from './deviations';
import { OPTION_SETS } from './option-sets';
import { roleWith } from './role';
import { SOURCES } from '../../../src/elastic-beanstalk/sources';
import { awsPolicyDocument } from '../aws-policy';
import { loadDocuments } from '../documents';
import { DocumentedPlatform, OptionSet } from '../platform';

/** The managed policies in the versions that the sources name. */
const POLICIES = [
  awsPolicyDocument('elastic-beanstalk/web-tier-v9', 'AWSElasticBeanstalkWebTier', 'v9'),
  awsPolicyDocument('elastic-beanstalk/worker-tier-v8', 'AWSElasticBeanstalkWorkerTier', 'v8'),
  awsPolicyDocument('elastic-beanstalk/multicontainer-docker-v5', 'AWSElasticBeanstalkMulticontainerDocker', 'v5'),
];

const made = new Map<string, OptionSet>();

/** The page as it once printed the managed policies, and the managed policies as they are now. */
export const BEANSTALK: DocumentedPlatform = {
  name: 'elastic-beanstalk',
  documents: [...loadDocuments('elastic-beanstalk'), ...POLICIES],
  printedActions: 111,
  names: { Partition: 'aws' },
  optionSets: Object.fromEntries(
    Object.entries(OPTION_SETS).map(([name, props]) => [name, () => once(name, () => roleWith(props))]),
  ),
  deviations: BEANSTALK_DEVIATIONS,
  sources: SOURCES,
};

/** Caches the option set: several documents are compared with the same options. */
function once(name: string, make: () => OptionSet): OptionSet {
  const optionSet = made.get(name) ?? make();
  made.set(name, optionSet);
  return optionSet;
}
