import { USER_DEVIATIONS } from './users-deviations';
import { BOUNDARY, CUSTOM_ROLE, OPTION_SETS } from './users-option-sets';
import { policiesWith } from './users-policies';
import { USER_SOURCES } from '../../../src/parallelcluster3/sources';
import { loadDocuments } from '../documents';
import { DocumentedPlatform, OptionSet } from '../platform';

const made = new Map<string, OptionSet>();

/** The policies of users. The roles have their own platform. */
export const PARALLELCLUSTER3_USER: DocumentedPlatform = {
  name: 'parallelcluster3-user',
  documents: loadDocuments('parallelcluster3').filter(({ id }) => id.startsWith('parallelcluster3/user-')),
  printedActions: 175,
  names: {
    Partition: 'aws',
    Account: '111122223333',
    Region: 'eu-central-1',
    // The name in the ARN, with the six characters that the page leaves out.
    SecretName: 'directory-password-a1b2c3',
    Bucket: 'data',
    CustomRoleArn: CUSTOM_ROLE,
    PermissionsBoundaryArn: BOUNDARY,
  },
  optionSets: Object.fromEntries(
    Object.entries(OPTION_SETS).map(([name, options]) => [name, () => once(name, () => policiesWith(options))]),
  ),
  deviations: USER_DEVIATIONS,
  sources: USER_SOURCES,
};

/** Caches the option set: several documents are compared with the same options. */
function once(name: string, make: () => OptionSet): OptionSet {
  const optionSet = made.get(name) ?? make();
  made.set(name, optionSet);
  return optionSet;
}
