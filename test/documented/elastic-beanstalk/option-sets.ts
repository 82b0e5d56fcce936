import { BeanstalkEc2RoleProps } from '../../../src';

// The option sets that the documents are compared with.

export const OPTION_SETS = {
  'web tier': { webTier: {} },
  'worker tier': { workerTier: {} },
  'ECS-managed Docker': { ecsDocker: {} },
  'web tier, unrestricted': { webTier: {}, unrestrictedResources: true },
  'worker tier, unrestricted': { workerTier: {}, unrestrictedResources: true },
  'ECS-managed Docker, unrestricted': { ecsDocker: {}, unrestrictedResources: true },
} satisfies Record<string, BeanstalkEc2RoleProps>;

export type OptionSetName = keyof typeof OPTION_SETS;
