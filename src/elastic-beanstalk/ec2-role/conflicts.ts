import { IConstruct } from 'constructs';
import { BeanstalkEc2RoleProps } from './props';
import { fail, shown, warn } from '../../private/options/errors';
import { isImported } from '../../private/roles/existing-role';

/** Fails for options that are right by themselves, and not together. */
export function checkTogether(scope: IConstruct, options: BeanstalkEc2RoleProps): void {
  checkWorkerTier(scope, options);
  checkTiers(scope, options);
  if (options.unrestrictedResources) {
    checkUnscoped(scope, options, 'unrestrictedResources', 'it grants the resources of every region and account');
    warn(
      scope,
      'unrestrictedBeanstalkResources',
      "'unrestrictedResources' grants buckets, logs, tables and environments of every region and account, and all " +
        'queues and ECS clusters: set it back, and name what the environment works with',
    );
  }
  if (options.awsManagedPolicies) {
    checkManagedPolicies(scope, options);
  }
}

/** Types don't let these through, and languages without types do. */
function checkWorkerTier(scope: IConstruct, options: object): void {
  const misplaced = ['queue', 'queueKey', 'periodicTasks', 'metricNamespaces'].find(name => name in options);
  if (misplaced !== undefined) {
    fail(scope, `'${misplaced}' is no property of the role: name it in 'workerTier'`);
  }
}

function checkTiers(scope: IConstruct, options: BeanstalkEc2RoleProps): void {
  const { webTier = false, workerTier, ecsDocker } = options;
  if (webTier || workerTier !== undefined) {
    return;
  }
  if (ecsDocker === undefined) {
    fail(
      scope,
      "name at least one tier, a role without one can run no environment: 'webTier', 'workerTier', 'ecsDocker'",
    );
  }
  const scopes = options.healthAnalysis === undefined ? ['applicationName', 'environmentName'] as const : [];
  const dropped = ([...scopes, 'storage', 'xray', 'logStreaming', 'enhancedHealth'] as const)
    .find(name => options[name] !== undefined);
  if (dropped) {
    fail(
      scope,
      `'${dropped}' needs 'webTier' or 'workerTier', got ${shown(options[dropped])}: 'ecsDocker' alone is only what ` +
        'containers need beside one of them',
    );
  }
  if (options.existingRole === undefined) {
    warn(
      scope,
      'ecsDockerAlone',
      "'ecsDocker' is what containers need beside a tier: an environment needs 'webTier' or 'workerTier', too",
    );
  }
}

/** Scopes of the tiers that something wider leaves without effect. */
function checkUnscoped(scope: IConstruct, options: BeanstalkEc2RoleProps, wider: string, why: string): void {
  const scopes: readonly [string, unknown][] = [
    ['applicationName', options.applicationName],
    ['environmentName', options.environmentName],
    ['storage.bucket', options.storage?.bucket],
    ['storage.environmentId', options.storage?.environmentId],
    ['workerTier.queue', options.workerTier?.queue],
  ];
  checkAbsent(scope, scopes, wider, why);
}

function checkManagedPolicies(scope: IConstruct, options: BeanstalkEc2RoleProps): void {
  const why = "AWS's policies can't be narrowed";
  checkUnscoped(scope, options, 'awsManagedPolicies', why);
  const switches = (['xray', 'logStreaming', 'enhancedHealth'] as const).map(
    (name): [string, unknown] => [name, options[name] === false ? false : undefined],
  );
  const { periodicTasks, metricNamespaces } = options.workerTier ?? {};
  checkAbsent(
    scope,
    [
      ...switches,
      ['unrestrictedResources', options.unrestrictedResources || undefined],
      ['workerTier.periodicTasks', periodicTasks === false ? false : undefined],
      ['workerTier.metricNamespaces', metricNamespaces],
    ],
    'awsManagedPolicies',
    why,
  );
  const { existingRole } = options;
  if (isImported(scope, existingRole)) {
    fail(
      scope,
      `'awsManagedPolicies' can't be attached to the imported role '${existingRole.node.path}': attach them where the ` +
        "role is made, or leave 'awsManagedPolicies' out",
    );
  }
}

function checkAbsent(scope: IConstruct, options: readonly [string, unknown][], beside: string, why: string): void {
  const present = options.find(([, value]) => value !== undefined);
  if (present) {
    const [name, value] = present;
    fail(scope, `'${name}' can't be honoured together with '${beside}', got ${shown(value)}: ${why}, leave one of them out`);
  }
}
