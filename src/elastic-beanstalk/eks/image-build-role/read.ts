import { BeanstalkEksImageBuildRoleProps } from './props';
import { OptionReader, unique } from '../../../private/options/reader';

export type ImageBuild = ReturnType<typeof readImageBuild>;

export function readImageBuild(read: OptionReader<BeanstalkEksImageBuildRoleProps>) {
  const { objects, keys } = read.locations('sources');
  return {
    sources: objects,
    sourceKeys: unique([...keys, ...read.keys('sourceKeys')]),
    baseImages: read.images('baseImages'),
    publicRegistryLogin: read.flag('publicRegistryLogin', true),
  };
}
