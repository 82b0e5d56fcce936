import { reachOf } from '../../../cli/facts/reach';

const rowsOf = (...held: Parameters<typeof reachOf>) => reachOf(...held).map(({ who }) => who);

test('a row has what somebody can do, what to do about it, and the statements', () => {
  expect(reachOf('HopsworksInstanceProfile', [{ sid: 'AssumableRolesAssume' }])).toEqual([{
    who: expect.stringContaining('`assumableRoles`'),
    can: expect.any(String),
    advice: expect.any(String),
    statements: ['AssumableRolesAssume'],
  }]);
});

test('statements of no construct lead to nothing that is known', () => {
  expect(reachOf('Role', [{ sid: 'AssumableRolesAssume' }])).toEqual([]);
  expect(reachOf('HopsworksInstanceProfile', [{ sid: 'Own' }])).toEqual([]);
});

test('a chain needs a statement for each step', () => {
  const row = '`environmentSecrets`';
  const runs = [{ sid: 'EcsDockerStartTasks', resources: ['arn:aws:ecs:eu-central-1:111122223333:task-definition/awseb-*'] }];
  expect(rowsOf('BeanstalkEc2Role', runs)).not.toContain('`ecsDocker.executionRole`');
  expect(rowsOf('BeanstalkEc2Role', [...runs, { sid: 'EcsDockerPassExecutionRole' }])).toContain('`ecsDocker.executionRole`');
  expect(rowsOf('BeanstalkEc2Role', [{ sid: 'EnvironmentSecretsReadPaths' }])).toContain(row);
});

test('a statement that options narrow leads to nothing', () => {
  const images = (resource: string) =>
    rowsOf('HopsworksInstanceProfile', [{ sid: 'ContainerRegistryUseImages', resources: [resource] }]);
  expect(images('arn:aws:ecr:eu-central-1:111122223333:repository/*/base')).toContain('`containerRegistry` without `clusterId`');
  expect(images('arn:aws:ecr:eu-central-1:111122223333:repository/0f3c1d2a/base')).not.toContain('`containerRegistry` without `clusterId`');
});

test('a condition that an option adds stops it', () => {
  const metrics = (...conditionKeys: readonly string[]) =>
    rowsOf('BeanstalkEc2Role', [{ sid: 'WorkerTierPutMetrics', conditionKeys }]);
  expect(metrics()).toContain('`workerTier`, `cloudWatchAgent`');
  expect(metrics('StringLike cloudwatch:namespace')).not.toContain('`workerTier`, `cloudWatchAgent`');
});

test('an AWS managed policy leads further by its name', () => {
  const attached = (...names: readonly string[]) => rowsOf('BeanstalkServiceRole', [], names);
  expect(attached('service-role/AWSElasticBeanstalkEnhancedHealth'))
    .toEqual(['`BeanstalkServiceRole` with `enhancedHealth`: by default']);
  expect(attached('ReadOnlyAccess')).toEqual([]);
});
