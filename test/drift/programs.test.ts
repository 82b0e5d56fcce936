import { libraryOf, READS } from './own-facts';
import { ActionFacts } from '../../drift/facts/authorization';
import { programFacts, Texts } from '../../drift/facts/program';
import { programDrift } from '../../drift/watch/programs';

const ANY: ActionFacts = { types: {}, keys: [] };
const REFERENCE = Object.fromEntries([
  'ec2:DescribeInstances', 'ec2:CreateFleet', 'elasticloadbalancing:DescribeTargetHealth', 'rds:DescribeTags', 's3:GetObject', 's3:PutObject',
].map(action => [action, ANY]));

const rightsOf = (texts: Texts) => programFacts('1', texts, REFERENCE).rights;

test.each([
  ['an action in a policy', 'actions=["s3:GetObject"]', ['s3:GetObject']],
  ['a wildcard in a policy', '- s3:Get*', ['s3:Get*']],
  ['a call of a client', 'boto3.client("ec2").describe_instances(Filters=[])', ['ec2:DescribeInstances']],
  ['the name of a paginator', 'client = client_of("ec2"); client.get_paginator("describe_instances")', ['ec2:DescribeInstances']],
  ['a service with another name in boto3', 'Client("elbv2").describe_target_health()', ['elasticloadbalancing:DescribeTargetHealth']],
  ['an event of a bucket', '"s3:ObjectCreated:Put"', []],
  ['an action that does not exist', '"s3:GetObjects"', []],
  ['a method of a service that the file does not name', 'Client("ec2").describe_tags()', []],
])('%s is found', (_, text, expected) => {
  expect(Object.keys(rightsOf({ 'a.py': text }))).toEqual(expected);
});

test('a file that names no service calls those of its package', () => {
  expect(rightsOf({ 'a.py': 'Client("ec2")', 'b.py': 'self.client.create_fleet()' })).toEqual({ 'ec2:CreateFleet': ['b.py'] });
});

const CONSTANTS = `
SUPPORTED_SCHEDULERS = ["slurm", "awsbatch"]
SUPPORTED_OSES = ["alinux2"]
NAME_PREFIX: str = "cluster-"
TABLE_REVISION = 2
TAGS = {
    "name": OTHER,

    "owner": "me",
}
`;

test('constants on names, tags and schedulers are found, and no others', () => {
  expect(programFacts('1', { 'p/constants.py': CONSTANTS }, {}).constants).toEqual([
    "SUPPORTED_SCHEDULERS 'slurm'", "SUPPORTED_SCHEDULERS 'awsbatch'", "NAME_PREFIX 'cluster-'", 'TABLE_REVISION 2',
    "TAGS 'name'", "TAGS 'owner'", "TAGS 'me'",
  ]);
});

function driftOf(before: Texts, after: Texts, isListed = false) {
  const [read, newest] = [before, after].map((texts, index) => programFacts(`${index + 1}.0`, texts, REFERENCE));
  return programDrift(libraryOf([READS]), { name: 'tool', platform: 'sagemaker', isListed }, read, newest);
}

test('rights, files, constants, requirements and lists of policies that differ are reported', () => {
  const { differences } = driftOf({
    'a.py': '"s3:PutObject"',
    'templates/old.py': '',
    'constants.py': 'ROLE = "a"\n',
    'iam_policies.py': '1',
    'tool-1.dist-info/METADATA': 'Requires-Dist: boto3>=1\nRequires-Dist: black; extra == "dev"\n',
  }, {
    'a.py': '"s3:GetObject" "ec2:CreateFleet"',
    'constants.py': 'ROLE = "b"\n',
    'iam_policies.py': '2',
    'tool-2.dist-info/METADATA': 'Requires-Dist: tool-core>=1\n',
  });
  expect(differences.map(({ of, change, concerns }) => [of, change, ...concerns])).toEqual([
    ['tool 2.0', '+ ec2:CreateFleet in a.py', 'no statement has it'],
    ['tool 2.0', '+ s3:GetObject in a.py', 'SageMakerExecutionRole ReadInputs has it'],
    ['tool 2.0', '- s3:PutObject, which was in a.py', 'no statement has it'],
    ['tool 2.0', '- file templates/old.py'],
    ['tool 2.0', "+ constant ROLE 'b'"],
    ['tool 2.0', "- constant ROLE 'a'"],
    ['tool 2.0', '+ requirement tool-core'],
    ['tool 2.0', '- requirement boto3'],
    ['tool 2.0', '~ iam_policies.py has another text'],
  ]);
});

test('a release that needs the same is a note, unless the library lists releases', () => {
  expect(driftOf({}, {})).toEqual({ differences: [], notes: ['tool 2.0 needs the same as 1.0, which was read'] });
  expect(driftOf({}, {}, true).differences.map(({ change }) => change))
    .toEqual(['~ it is newer than 1.0, the newest that the library knows']);
});

test('the release that was read is not compared with itself', () => {
  const facts = programFacts('1.0', { 'a.py': '"s3:GetObject"' }, REFERENCE);
  expect(programDrift(libraryOf([]), { name: 'tool', platform: 'sagemaker', isListed: true }, facts, facts))
    .toEqual({ differences: [], notes: [] });
});
