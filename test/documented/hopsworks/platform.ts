import { HOPSWORKS_DEVIATIONS } from './deviations';
import { OPTION_SETS } from './role';
import { SOURCES } from '../../../src/hopsworks/sources';
import { loadDocuments } from '../documents';
import { DocumentedPlatform } from '../platform';

export const HOPSWORKS: DocumentedPlatform = {
  name: 'hopsworks',
  documents: loadDocuments('hopsworks'),
  printedActions: 80,
  names: {
    Partition: 'aws',
    Region: 'eu-central-1',
    Bucket: 'my-bucket',
    EcrAccount: '444455556666',
    OneAccount: '123456789011',
    OtherAccount: '123456789012',
    Account: '111122223333',
    OidcProvider: 'oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE',
    Namespace: 'my-namespace',
    ServiceAccount: 'my-service-account',
  },
  optionSets: OPTION_SETS,
  deviations: HOPSWORKS_DEVIATIONS,
  sources: SOURCES,
};
