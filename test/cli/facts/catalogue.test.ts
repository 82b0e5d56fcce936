import {
  allActions, allConstructs, constructOf, grantsOf, loudFormOf, statementOf, variantOf,
} from '../../../cli/facts/catalogue';

const statement = (construct: string, sid: string) => statementOf(construct, sid)!;

test('a construct has its platform and its chapter', () => {
  expect(constructOf('ParallelClusterUserPolicy')).toMatchObject({
    name: 'ParallelClusterUserPolicy',
    platform: 'parallelcluster3',
    documentation: 'docs/parallelcluster3-user-policy.md',
  });
  expect(constructOf('BeanstalkEksNodeRole')).toMatchObject({ platform: 'elastic-beanstalk', statements: [] });
  expect(constructOf('Role')).toBeUndefined();
});

test('a statement has its source and its departure', () => {
  expect(statement('SageMakerExecutionRole', 'TrainingJobReadInputs')).toMatchObject({
    construct: 'SageMakerExecutionRole',
    feature: 'TrainingJob',
    source: { url: expect.stringContaining('createtrainingjob-perms'), asOf: '2024-12' },
    variants: [{
      note: expect.stringMatching(/^narrowed: /),
      actions: ['s3:GetObject'],
      resources: ['the objects of `inputs`'],
    }],
  });
});

test('every statement has a source, an action and a resource', () => {
  const statements = allConstructs().flatMap(construct => construct.statements);
  expect(statements.length).toBeGreaterThan(800);
  expect(statements.filter(({ source, variants }) => !source?.url.startsWith('https://') || variants.length === 0
    || variants.some(({ actions, resources }) => actions.length === 0 || resources.length === 0))).toEqual([]);
});

test.each([
  ['SageMakerExecutionRole', 'NotebookInstanceCallClusters', 'NotebookInstanceCall*'],
  ['SageMakerExecutionRole', 'NotebookInstanceCallUnrestricted', 'NotebookInstanceCallUnrestricted'],
])('%s knows %s, which ends in a name of the user, as %s', (construct, sid, pattern) => {
  expect(statement(construct, sid).sid).toBe(pattern);
});

test.each([['SageMakerExecutionRole', 'Own'], ['Role', 'TrainingJobReadInputs']])('%s does not have %s', (construct, sid) => {
  expect(statementOf(construct, sid)).toBeUndefined();
});

test.each([
  ['SageMakerExecutionRole', 'TrainingJobReadInputs', ['trainingJob.inputs']],
  ['SageMakerExecutionRole', 'TrainingJobWriteOutputs', ['trainingJob.outputs']],
  ['SageMakerExecutionRole', 'TrainingJobInputKey', ['trainingJob.inputKeys', 'trainingJob.inputs']],
  ['ParallelClusterUserPolicy', 'ImageBuildUseKeys', ['imageBuild + storage.keys']],
  ['ParallelClusterHeadNodeRole', 'SlurmUpdateDns', ['slurm']],
  ['HopsworksInstanceProfile', 'StorageUseObjects', []],
  ['HopsworksInstanceProfile', 'BackupsDeleteVersions', []],
])('the options of %s that grant %s are %j', (construct, sid, options) => {
  expect(statement(construct, sid).options).toEqual(options);
});

test.each([
  ['HopsworksInstanceProfile', 'BackupsDeleteVersions', ['backups']],
  ['ParallelClusterHeadNodeRole', 'SlurmUpdateDns', ['slurm.useEc2Hostnames']],
  ['HopsworksInstanceProfile', 'StorageUseObjects', []],
])('the options of %s that switch %s off are %j', (construct, sid, options) => {
  expect(statement(construct, sid).unless).toEqual(options);
});

test.each([
  ['SageMakerExecutionRole', 'TrainingJobReadInputs', 'arn:${AWS::Partition}:s3:::*/*', 'S3Location.anyBucket()'],
  ['SageMakerExecutionRole', 'TrainingJobReadInputs', 'arn:aws-cn:s3:::*/*', 'S3Location.anyBucket()'],
  ['SageMakerExecutionRole', 'TrainingJobPullImages', 'arn:aws:ecr:*:*:repository/*', 'ImageSource.anyRepository()'],
  ['SageMakerExecutionRole', 'StudioCallUnrestricted', 'sagemaker:*', 'SageMakerApiAccess.UNRESTRICTED'],
  ['ParallelClusterUserPolicy', 'IamAccessManageRoles', 'arn:aws:iam::111122223333:role/parallelcluster/*',
    'ParallelClusterIamAccess.privileged()'],
  ['ParallelCluster2InstanceRole', 'ComputeLaunch', '*', 'unrestrictedAccess'],
  ['SageMakerExecutionRole', 'TrainingJobReadInputs', 'arn:aws:s3:::data/*', undefined],
  ['SageMakerExecutionRole', 'CommonRegistryLogin', '*', undefined],
])('in %s and %s, the pattern %s comes with %s', (construct, sid, pattern, form) => {
  expect(loudFormOf(statement(construct, sid), pattern)).toBe(form);
});

test('a wide statement has the departure of the wide form', () => {
  const known = statement('ParallelCluster2InstanceRole', 'ComputeTerminate');
  const emitted = (resource: string, conditionKeys: readonly string[]) =>
    ({ actions: ['ec2:TerminateInstances'], resources: [resource], conditionKeys });
  const narrow = variantOf(known, emitted('arn:aws:ec2:eu-central-1:111122223333:instance/*',
    ['StringEquals ec2:ResourceTag/ClusterName']));
  const wide = variantOf(known, emitted('*', []));
  expect(known.variants.length).toBeGreaterThan(1);
  expect([narrow.note, wide.note]).toEqual([expect.stringMatching(/^narrowed: /), expect.stringMatching(/^extended: /)]);
});

describe('the statements that grant an action', () => {
  const sidsOf = (action: string) => grantsOf(action).map(({ statement: { construct, sid } }) => `${construct} ${sid}`);

  test('are found in any case, and by their wildcards', () => {
    expect(sidsOf('S3:GETOBJECT')).toEqual(sidsOf('s3:GetObject'));
    expect(sidsOf('s3:GetObject')).toContain('SageMakerExecutionRole TrainingJobReadInputs');
    expect(sidsOf('s3:GetObject')).toContain('BeanstalkEc2Role CommonReadObjects');
    expect(sidsOf('mediastore:ListContainers')).toEqual([]);
  });

  test('have the version of the action', () => {
    const [first] = grantsOf('dynamodb:BatchGetItem').filter(({ statement: { construct } }) => construct === 'ParallelClusterHeadNodeRole');
    expect(first).toMatchObject({ statement: { sid: 'SlurmReadFleetTable' } });
    expect(first.since).toMatch(/^3\.\d+\.\d+$/);
  });
});

test('all actions are names without wildcards, sorted', () => {
  const actions = allActions();
  expect(actions).toContain('s3:GetObject');
  expect(actions.filter(action => !/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action))).toEqual([]);
  expect(actions).toEqual([...actions].sort());
});
