import { IConstruct } from 'constructs';
import { ImageSource } from '../../common/image-source';
import { OptionReader } from '../../private/options/option-reader';
import { PolicyFeature } from '../../private/statements/documented-statement';
import { useImages } from '../cluster/images';
import { Storage, storageOf, storagePolicy } from '../cluster/storage';
import { HopsworksStorageProps } from '../cluster/storage-props';
import { SOURCES } from '../sources';

export interface EksNodes {
  readonly storage: Storage;
  /** The repositories of the project images. */
  readonly images: readonly string[];
}

/** The options of nodes. */
export interface EksNodeProps extends HopsworksStorageProps {
  readonly projectImages: readonly ImageSource[];
}

/** Fails for options that can't be right. */
export function eksNodesOf(scope: IConstruct, props: EksNodeProps): EksNodes {
  const read = OptionReader.of(scope, '', props);
  return {
    storage: storageOf(read, props),
    images: read.images('projectImages', props.projectImages, 'Hopsworks pushes the images of projects somewhere'),
  };
}

/** What nodes need beside the policies of AWS for nodes. */
export function eksNodePolicy({ storage, images }: EksNodes): readonly PolicyFeature[] {
  const note = 'narrowed: the page grants the repository hopsworks-base in every namespace';
  return [
    ...storagePolicy(SOURCES.eksNodes, storage),
    { name: 'ContainerRegistry', statements: [useImages(SOURCES.eksNodes, images, note)] },
  ];
}
