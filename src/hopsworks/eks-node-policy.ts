import { useImages } from './shared';
import { SOURCES } from './sources';
import { Storage, storagePolicy } from './storage-policy';
import { PolicyFeature } from '../private/documented-statement';

export interface EksNodes {
  readonly storage: Storage;
  /** The repositories of the project images. */
  readonly images: readonly string[];
}

/** What nodes need beside the policies of AWS for nodes. */
export function eksNodePolicy({ storage, images }: EksNodes): readonly PolicyFeature[] {
  const note = 'narrowed: the page grants the repository hopsworks-base in every namespace';
  return [
    ...storagePolicy(SOURCES.eksNodes, storage),
    { name: 'ContainerRegistry', statements: [useImages(SOURCES.eksNodes, images, note)] },
  ];
}
