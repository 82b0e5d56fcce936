import { EksNodes } from './read';
import { PolicyFeature, whenPresent } from '../../private/statements/documented-statement';
import { useImages } from '../cluster/images';
import { storagePolicy } from '../cluster/storage';
import { veleroUploads } from '../cluster/velero';
import { SOURCES } from '../sources';

/** Statements that nodes need in addition to AWS's policies for nodes. */
export function eksNodePolicy({ storage, projectImages, velero }: EksNodes): readonly PolicyFeature[] {
  const note = 'narrowed: the page grants the repository hopsworks-base in every namespace';
  return [
    ...storagePolicy(SOURCES.eksNodes, storage),
    { name: 'ContainerRegistry', statements: [useImages(SOURCES.eksNodes, projectImages, note)] },
    { name: 'Velero', statements: whenPresent(velero, options => veleroUploads(storage.bucket, options)) },
  ];
}
