import { directoryOf, goldenWith, MadeTree, READ } from './trees';
import { isWider, refusalOf, ReleaseChanges, releaseChanges } from '../../scripts/release/changes';
import { entryOf } from '../../scripts/release/markdown';
import { treeOf } from '../../scripts/release/trees';
import { documented } from '../cli/support/packages';

function between(base: MadeTree, head: MadeTree): ReleaseChanges {
  return releaseChanges(treeOf(directoryOf(base)), treeOf(directoryOf(head)));
}

const WRITE = documented('WriteOutputs', { actions: ['s3:PutObject'], resources: ['arn:P:s3:::<outputs>/*'] });
const READ_MORE = documented('ReadInputs', { actions: ['s3:GetObject', 's3:GetObjectTagging'] });
const READ_IN_VPC = documented('ReadInputs', { conditions: { StringEquals: { 'aws:SourceVpc': '<vpc>' } } });
const READ_ANY = documented('ReadInputs', { resources: ['*'] });

test.each<[string, MadeTree, MadeTree, boolean, readonly string[]]>([
  ['a statement that is gained', {}, { statements: [READ, WRITE] }, true,
    ['- `BatchRole`', '  - gained `WriteOutputs`: `s3:PutObject` on `arn:P:s3:::<outputs>/*`']],
  ['a statement that is lost', { statements: [READ, WRITE] }, {}, false,
    ['- `BatchRole`', '  - lost `WriteOutputs`: `s3:PutObject` on `arn:P:s3:::<outputs>/*`']],
  ['an action more', {}, { statements: [READ_MORE] }, true,
    ['- `BatchRole`', '  - wider `ReadInputs`: + `s3:GetObjectTagging`']],
  ['an action less', { statements: [READ_MORE] }, {}, false,
    ['- `BatchRole`', '  - narrower `ReadInputs`: - `s3:GetObjectTagging`']],
  ['a wider resource', {}, { statements: [READ_ANY] }, true,
    ['- `BatchRole`', '  - wider `ReadInputs`: `arn:P:s3:::<inputs>/*` → `*`']],
  ['a new condition', {}, { statements: [READ_IN_VPC] }, false,
    ['- `BatchRole`', '  - narrower `ReadInputs`: + if `StringEquals aws:SourceVpc = <vpc>`']],
  ['a condition that is gone', { statements: [READ_IN_VPC] }, {}, true,
    ['- `BatchRole`', '  - wider `ReadInputs`: - if `StringEquals aws:SourceVpc = <vpc>`']],
  ['an option that is no longer needed', { statements: [documented('ReadInputs', {}, { options: ['inputs'] })] }, {}, true,
    ['- `BatchRole`', '  - wider `ReadInputs`: `s3:GetObject` if an option grants it → `s3:GetObject`']],
  ['an exchange', {}, { statements: [documented('ReadInputs', { actions: ['s3:ListBucket'] })] }, true,
    ['- `BatchRole`', '  - wider and narrower `ReadInputs`: + `s3:ListBucket`, - `s3:GetObject`']],
  ['a template with an action more', {}, { golden: goldenWith(['s3:GetObject', 's3:PutObject']) }, true,
    ['- `sagemaker/batch`: wider']],
  ['a template with an action less', { golden: goldenWith(['s3:GetObject', 's3:PutObject']) }, {}, false,
    ['- `sagemaker/batch`: narrower']],
  ['a template that changes only in form', {}, { golden: goldenWith(['s3:GetObject'], { Description: 'Jobs' }) }, false,
    ['- `sagemaker/batch`: only its form']],
  ['a role with another path', {}, { golden: goldenWith(['s3:GetObject'], { Path: '/jobs/' }) }, false,
    ['- `sagemaker/batch`: only its form; CloudFormation replaces `SubjectRole`']],
  ['a role with another logical id', {}, { golden: goldenWith(['s3:GetObject'], {}, 'SubjectNewRole') }, false,
    ['- `sagemaker/batch`: the same permissions; CloudFormation replaces `SubjectRole`']],
  ['a statement that has a wildcard now', { wildcards: ['BatchRole Other *'] },
    { wildcards: ['BatchRole Other *', 'BatchRole Other arn:*', 'BatchRole ReadInputs *'] }, true,
    ['- `BatchRole ReadInputs *`']],
  ['a statement that passes a role now', {}, { identities: ['BatchRole Pass iam:PassRole *'] }, true,
    ['- `BatchRole Pass iam:PassRole *`']],
  ['nothing', {}, {}, false, []],
])('%s', (_what, base, head, wider, lines) => {
  const changes = between(base, head);
  expect(entryOf(changes).split('\n').filter(line => /^ *- /.test(line))).toEqual(lines);
  expect(isWider(changes)).toBe(wider);
});

test('an entry says first whether the release grants more', () => {
  expect(entryOf(between({}, { statements: [READ, WRITE] }))).toMatch(/^This release grants more, or may do so\.\n\n### Permissions\n\n- /);
  expect(entryOf(between({ statements: [READ, WRITE] }, {}))).toMatch(/^This release grants nothing more\.\n/);
  expect(entryOf(between({}, {}))).toBe('No permission and no template changes.\n');
});

test.each([
  ['0.1.0', '0.1.1', "0.1.1 can't be a patch of 0.1.0: it grants more, or may do so. Release 0.2.0"],
  ['v1.4.2', '1.4.3', "1.4.3 can't be a patch of v1.4.2: it grants more, or may do so. Release 1.5.0"],
  ['0.1.0', '0.2.0', undefined],
  ['0.1.3', '1.0.0', undefined],
  ['0.1.0', '0.1.0', '0.1.0 is not newer than 0.1.0'],
  ['0.2.0', '0.1.9', '0.1.9 is not newer than 0.2.0'],
  ['0.1.0', '0.2', 'a version has the form 1.2.3, got 0.2'],
  ['main', '0.2.0', 'only the tag of a release, such as v0.1.0, says which versions may follow, got main'],
])('what grants more than %s is refused as %s: %s', (last, version, refusal) => {
  expect(refusalOf(between({}, { statements: [READ, WRITE] }), last, version)).toBe(refusal);
});

test('what grants less can be a patch', () => {
  expect(refusalOf(between({ statements: [READ, WRITE] }, {}), '0.1.0', '0.1.1')).toBeUndefined();
});
