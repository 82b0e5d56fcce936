import { SAGEMAKER_DEVIATIONS } from './deviations';
import { OPTION_SETS } from './option-sets';
import { roleWith } from './role';
import { SOURCES } from '../../../src/sagemaker/sources';
import { loadDocuments } from '../documents';
import { DocumentedPlatform, OptionSet } from '../platform';

const made = new Map<string, OptionSet>();

export const SAGEMAKER: DocumentedPlatform = {
  name: 'sagemaker',
  documents: loadDocuments('sagemaker'),
  printedActions: 224,
  names: { Partition: 'aws', InputBucket: 'inputs', OutputBucket: 'outputs', Repository: 'my-repo' },
  optionSets: Object.fromEntries(
    Object.entries(OPTION_SETS).map(([name, options]) => [name, () => once(name, () => roleWith(options))]),
  ),
  deviations: SAGEMAKER_DEVIATIONS,
  sources: SOURCES,
};

/** Caches the option set: several documents are compared with the same options. */
function once(name: string, make: () => OptionSet): OptionSet {
  const optionSet = made.get(name) ?? make();
  made.set(name, optionSet);
  return optionSet;
}
