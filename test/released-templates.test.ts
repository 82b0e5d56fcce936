import { RANDOM_CONSTRUCTS } from './support/grid';
import { DEFINITIONS } from '../scripts/templates/definitions';
import { documentsOf, release, Released, requiredValues, withValues } from '../scripts/templates/release';

interface Parameter {
  readonly Type: string;
  readonly Description?: string;
  readonly AllowedPattern?: string;
  readonly ConstraintDescription?: string;
  readonly NoEcho?: boolean;
  readonly Default?: string;
}

const RELEASE = release();
const CONSTRUCTS = [...RELEASE];
const PARAMETERS = CONSTRUCTS.flatMap(([construct, { template: { Parameters = {} } }]) =>
  Object.entries(Parameters).map(([name, parameter]) => [construct, name, parameter as Parameter] as const));

/** Constructs whose documented permissions are all in AWS managed policies by default. */
const AWS_POLICIES_ONLY = ['BeanstalkEksClusterRole', 'BeanstalkEksNodeRole', 'BeanstalkServiceRole'];

const USERS = /(UserPolicy|PermissionsBoundary)$/;

test('each construct has a template', () => {
  expect(Object.keys(DEFINITIONS).sort()).toEqual(RANDOM_CONSTRUCTS.map(([name]) => name).sort());
});

test('a release has the default document of each construct with statements, and the trust policy of each role', () => {
  const without = (part: keyof Released) => CONSTRUCTS.filter(([, released]) => !released[part]).map(([name]) => name);
  expect(without('policy').sort()).toEqual(AWS_POLICIES_ONLY);
  expect(without('trust')).toEqual(CONSTRUCTS.map(([name]) => name).filter(name => USERS.test(name)));
});

test.each(PARAMETERS)('%s: the parameter %s says what it is, and takes no wildcard', (construct, name, parameter) => {
  const { Type, Description, AllowedPattern, ConstraintDescription, NoEcho } = parameter;
  expect({ Type, Description, ConstraintDescription, NoEcho }).toEqual({
    Type: 'String', Description: expect.any(String), ConstraintDescription: expect.any(String), NoEcho: undefined,
  });
  expect(AllowedPattern).toMatch(/^\^\(.*\)\??\$$/);
  const pattern = new RegExp(AllowedPattern!);
  const example = RELEASE.get(construct)!.examples[name];
  expect(example).toMatch(pattern);
  const halves = [example.slice(0, 3), example.slice(3)];
  const unsafe = ['*', '?', '${aws:username}', '\n'].flatMap(wild =>
    [wild, example + wild, wild + example, halves.join(wild)]);
  expect(unsafe.filter(value => pattern.test(value))).toEqual([]);
});

test.each(CONSTRUCTS)('the template of %s grants its default document with the examples', (_, released) => {
  const { template, examples, policy, trust } = released;
  const path = template.Parameters!.Path.Default!;
  expect(documentsOf(withValues(template, { ...examples, Path: path }))).toEqual({ policy, trust });
});

test.each(CONSTRUCTS)('without optional values, the template of %s grants less or the same', (_, released) => {
  const { policy } = documentsOf(withValues(released.template, requiredValues(released)));
  const all = (released.policy?.Statement ?? []) as object[];
  const some = (policy?.Statement ?? []) as object[];
  expect(all).toEqual(expect.arrayContaining(some));
  expect(JSON.stringify(some)).not.toContain('key/"');
});

test('an optional key adds statements', () => {
  const released = RELEASE.get('HopsworksInstanceProfile')!;
  const sids = (values: Readonly<Record<string, string>>) =>
    (documentsOf(withValues(released.template, values)).policy!.Statement as { Sid: string }[]).map(({ Sid }) => Sid);
  const required = requiredValues(released);
  expect(sids({ ...required, BucketKeyId: released.examples.BucketKeyId })).toEqual(
    expect.arrayContaining([...sids(required), 'StorageUseKey']));
  expect(sids(required)).not.toContain('StorageUseKey');
});

test.each(CONSTRUCTS)('the template of %s needs no bootstrapped account, and has a description', (name, { template }) => {
  expect(template).toMatchObject({ Description: DEFINITIONS[name].description, Outputs: expect.any(Object) });
  expect(JSON.stringify(template)).not.toMatch(/cdk-bootstrap|BootstrapVersion|cdk-hnb659fds/);
});
