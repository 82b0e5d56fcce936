import { ReleaseFacts } from './releases';
import { upgradesTable } from '../../scripts/upgrades-table';
import { PolicyFeature } from '../../src/private/statements/documented-statement';
import { page } from '../../src/private/statements/sources';

const FACTS: ReleaseFacts = {
  source: { package: 'aws-parallelcluster', registry: 'PyPI', license: 'Apache-2.0' },
  releases: {
    '2.11.9': '2022-12-02',
    '3.1.0': '2022-02-10',
    '3.2.0': '2022-07-27',
    '3.3.0': '2022-11-02',
    '3.4.0': '2022-12-22',
    '3.5.0': '2023-02-20',
  },
  grants: [
    { construct: 'ParallelClusterHeadNodeRole', action: 'ec2:DetachVolume', releases: ['3.3.0..3.5.0'] },
    { construct: 'ParallelClusterHeadNodeRole', action: 'ec2:AttachVolume', releases: ['3.1.0..3.5.0'] },
  ],
  calls: [
    { construct: 'ParallelClusterUserPolicy', action: 'batch:CreateJobQueue', releases: ['3.1.0..3.4.0'] },
    { construct: 'ParallelClusterLambdaFunctionsRole', action: 'ec2:DescribeInstances', releases: ['3.3.0..3.5.0'] },
  ],
  resources: [
    { type: 'AWS::Batch::JobDefinition', releases: ['3.1.0..3.4.0'] },
    { type: 'AWS::Batch::JobQueue', releases: ['3.1.0..3.4.0'] },
  ],
};

const source = page('https://docs.aws.amazon.com/x', 'x', '2026-01', 'x');
const FEATURES: readonly PolicyFeature[] = [{
  name: 'Common',
  statements: [
    { sid: 'Always', source, actions: ['ec2:RunInstances'], resources: ['*'] },
    {
      sid: 'Later',
      source,
      since: '3.3.0',
      actions: ['ec2:DetachVolume', 'ec2:GetConsoleOutput'],
      resources: ['*'],
      actionsSince: { '3.5.0': ['ec2:GetConsoleOutput'] },
    },
    { sid: 'Ended', source, until: '3.5.0', actions: ['batch:CreateJobQueue'], resources: ['*'] },
  ],
}];

test('a release has a row with what the construct and the package gain and lose', () => {
  const table = upgradesTable([['ParallelClusterHeadNodeRole', FEATURES]], FACTS);
  expect(table.split('\n').slice(2)).toEqual([
    '| 3.3.0<br>2022-11-02 | `ParallelClusterHeadNodeRole` `Later`: + `ec2:DetachVolume` | ' +
      'role for `ParallelClusterHeadNodeRole`: + `ec2:DetachVolume`<br>' +
      'functions for `ParallelClusterLambdaFunctionsRole` call: + `ec2:DescribeInstances` |',
    '| 3.5.0<br>2023-02-20 | `ParallelClusterHeadNodeRole` `Later`: + `ec2:GetConsoleOutput`<br>' +
      '`ParallelClusterHeadNodeRole` `Ended`: - `batch:CreateJobQueue` | ' +
      '`pcluster` calls: - `batch:CreateJobQueue`<br>templates: - `AWS::Batch::JobDefinition`, `AWS::Batch::JobQueue` |',
    '',
    'These releases change nothing of it: 3.4.0.',
    '',
  ]);
});
