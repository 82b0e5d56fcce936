import { BeanstalkEc2RoleProps, BeanstalkServiceRoleProps } from '../../../src';

// The option sets that the documents are compared with.

export const OPTION_SETS = {
  'web tier': { webTier: {} },
  'web tier, health analysis': { webTier: {}, healthAnalysis: { firstModelUse: true } },
  'worker tier': { workerTier: {} },
  'worker tier, health analysis': { workerTier: {}, healthAnalysis: { firstModelUse: true } },
  'ECS-managed Docker': { ecsDocker: {} },
  'ECS-managed Docker, health analysis': { ecsDocker: {}, healthAnalysis: { firstModelUse: true } },
  'web tier, unrestricted': { webTier: {}, unrestrictedResources: true },
  'worker tier, unrestricted': { workerTier: {}, unrestrictedResources: true },
  'ECS-managed Docker, unrestricted': { ecsDocker: {}, unrestrictedResources: true },
} satisfies Record<string, BeanstalkEc2RoleProps>;

export const SERVICE_OPTION_SETS = {
  'operations: logs': { logStreaming: true },
  'operations: worker tier': { workerTier: {} },
  'operations: ECS-managed Docker': { ecsDocker: {} },
  'operations: databases': { database: {} },
  'operations: notifications': { notifications: {} },
} satisfies Record<string, BeanstalkServiceRoleProps>;
