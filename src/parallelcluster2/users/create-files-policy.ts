import { SOURCES } from '../sources';
import { CreatedClusters } from './read';
import { BoundLocations } from '../../private/options/reader';
import { Statements, whenPresent } from '../../private/statements/documented-statement';
import { volumeKeys } from '../../private/statements/shared/volume-keys';
import { ClusterStatements } from '../cluster/statement';

const source = SOURCES.validators;

/** The keys, data repositories and scripts in configurations of clusters. The page leaves them out. */
export function filesPolicy({ keys, dataRepositories, scripts }: CreatedClusters): ClusterStatements {
  return [
    ...volumeKeys({
      feature: 'Files',
      source,
      keys,
      note: 'added: the CLI looks up every key of a configuration, and CloudFormation creates volumes and file systems ' +
        'for the user',
    }),
    ...whenPresent(dataRepositories.buckets, resources => ({
      sid: 'FilesFindRepositories',
      source,
      note: 'added: the CLI checks that the bucket of a data repository exists, and that it is in the region',
      actions: [
        's3:GetBucketLocation',
        's3:ListBucket',
      ],
      resources,
    })),
    ...readScripts(scripts),
  ];
}

function readScripts({ objects, keys }: BoundLocations): Statements {
  return [
    ...whenPresent(objects, resources => ({
      sid: 'FilesReadScripts',
      source,
      note: 'added: the CLI checks that scripts exist, and `pcluster createami` downloads its script',
      actions: ['s3:GetObject'],
      resources,
    })),
    ...whenPresent(keys, resources => ({
      sid: 'FilesDecryptScripts',
      source,
      note: 'added: scripts in an encrypted bucket require its key',
      actions: ['kms:Decrypt'],
      resources,
    })),
  ];
}
