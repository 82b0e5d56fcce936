import { HopsworksEksNodeRoleProps } from './props';
import { OptionReader } from '../../private/options/reader';
import { readStorage } from '../cluster/storage';
import { readVelero } from '../cluster/velero';

export type EksNodes = ReturnType<typeof readEksNodes>;

export function readEksNodes(read: OptionReader<HopsworksEksNodeRoleProps>) {
  return {
    storage: readStorage(read),
    projectImages: read.images('projectImages', 'Hopsworks pushes the images of projects to a repository'),
    velero: read.struct('velero', readVelero),
  };
}
