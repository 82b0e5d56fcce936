import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEFINED, Request } from './integration-test';
import { snapshotFolder, synthesized, templatesIn, TESTS } from './snapshots';
import { PLATFORMS } from '../platforms';
import { isAllowed } from '../support/evaluate';
import { fold, Json, TemplateJson } from '../support/fold';
import { managedPolicies } from '../support/managed-policies';
import { policiesOf, rolesOf, Statement, statementsOf } from '../support/policies';

const CONSTRUCTS = PLATFORMS.flatMap(({ constructs }) => Object.keys(constructs));

test('each construct has an integration test', () => {
  expect(TESTS).toEqual(CONSTRUCTS.map(testOf).sort());
});

test.each(CONSTRUCTS)('the integration test of %s creates one, and asks what it can and cannot do', construct => {
  const source = readFileSync(join(__dirname, `${testOf(construct)}.ts`), 'utf8');
  expect(source).toContain(`integrationTest('${construct}', `);
  expect(source).toContain(`new ${construct}(stack`);
  expect(source).toContain('denied: [');
});

test.each(TESTS)('%s creates the templates of its snapshot', name => {
  const folder = synthesized(name);
  try {
    // 'npm run integ:update' writes the snapshot.
    expect(templatesIn(folder)).toEqual(templatesIn(snapshotFolder(name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(CONSTRUCTS)('the requests of the integration test of %s are allowed and denied by its template', construct => {
  const { stack, expected: { role, allowed = [], denied } } = DEFINED.get(construct)!;
  const template = templatesIn(snapshotFolder(testOf(construct)))[`${stack.stackName}.template.json`] as TemplateJson;
  const [logicalId] = (stack.resolve(role.roleRef.roleArn) as { 'Fn::GetAtt': readonly string[] })['Fn::GetAtt'];
  const can = ([action, arn]: Request) => limitsOf(template, logicalId).every(statements =>
    isAllowed(statements, { action, resource: folded(template, stack.resolve(arn) as Json), context: NO_CONTEXT }));
  expect(allowed.filter(request => !can(request))).toEqual([]);
  expect(denied.filter(can)).toEqual([]);
});

/** The policy simulator knows no account of the resource, as other keys, unless the caller names it. */
const NO_CONTEXT = { 'aws:ResourceAccount': undefined };

/** The permissions of a role, and those of its boundary if it has one. */
function limitsOf(template: TemplateJson, id: string): readonly (readonly Statement[])[] {
  const { all, properties } = rolesOf(template).find(({ logicalId }) => logicalId === id)!;
  const ofAws = (properties.ManagedPolicyArns as readonly string[] | undefined ?? [])
    .flatMap(arn => statementsOf((managedPolicies().get(arn.replace(/^.*:policy\//, '')) ?? { Statement: [] }) as Json));
  const boundary = policiesOf(template).flatMap(({ statements }) => statements);
  return [[...all, ...ofAws], ...properties.PermissionsBoundary ? [boundary] : []];
}

function folded(template: TemplateJson, value: Json): string {
  const asked = { Type: 'AWS::Asked', Properties: { value } };
  return fold({ Resources: { ...template.Resources, Asked: asked } }).Resources.Asked.Properties!.value as string;
}

test('every snapshot belongs to a test', () => {
  const snapshots = readdirSync(__dirname).filter(file => file.endsWith('.snapshot'));
  expect(snapshots).toEqual(TESTS.map(name => `${name}.ts.snapshot`));
});

/** `integ.sagemaker-user-policy` for `SageMakerUserPolicy`. */
function testOf(construct: string): string {
  const words = construct.replace('SageMaker', 'Sagemaker').replace('ParallelCluster', 'Parallelcluster');
  return `integ.${words.replace(/(?!^)[A-Z]/g, letter => `-${letter}`).toLowerCase()}`;
}
