import { BeanstalkEksImageBuildRoleProps } from './props';
import { OptionReader } from '../../../private/options/reader';
import { isOtherAccount } from '../../../private/options/things/accounts';
import { unique } from '../../../private/options/unique';

export type ImageBuild = ReturnType<typeof readImageBuild>;

export function readImageBuild(read: OptionReader<BeanstalkEksImageBuildRoleProps>) {
  const { objects, keys, accounts } = read.locations('sources');
  const other = accounts.find(account => isOtherAccount(read.scope, account));
  if (other !== undefined) {
    read.fail(
      `'sources' must be in buckets of the stack's account, got one of account ${other}: copy the source bundles to a ` +
        'bucket of the account, from which Elastic Beanstalk builds',
    );
  }
  return {
    sources: objects,
    sourceKeys: unique([...keys, ...read.keys('sourceKeys')]),
    baseImages: read.images('baseImages'),
    publicRegistryLogin: read.flag('publicRegistryLogin', true),
  };
}
