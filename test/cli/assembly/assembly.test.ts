import { join } from 'node:path';
import { App, NestedStack, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Assembly, readAssembly } from '../../../cli/assembly/assembly';
import { InputError } from '../../../cli/input-error';
import { Assemblies } from '../support/assemblies';

const assemblies = new Assemblies();
afterAll(() => assemblies.remove());

const ROLE = { Type: 'AWS::IAM::Role' };
const TEMPLATE = { Resources: { Role: ROLE } };
const HASH = 'a'.repeat(64);

function manifest(artifacts: object): object {
  return { version: '53.0.0', artifacts };
}

function stackArtifact(templateFile: string, others: object = {}): object {
  return { type: 'aws:cloudformation:stack', properties: { templateFile }, ...others };
}

function read(files: Readonly<Record<string, unknown>>): Assembly {
  return readAssembly(assemblies.written(files));
}

test.each<[string, Readonly<Record<string, unknown>>, string, RegExp]>([
  ['a missing directory', {}, 'cdk.out', /^'.*cdk\.out' does not exist: run 'cdk synth' first, or name the directory that it writes to$/],
  ['a directory that no synthesis wrote', { 'README.md': '' }, '', /is no cloud assembly, since it has no manifest\.json: name the directory that 'cdk synth' writes, cdk\.out by default$/],
  ['a manifest of something else', { 'manifest.json': { name: 'web app' } }, '', /manifest\.json is no manifest of a cloud assembly/],
  ['a manifest whose artifacts are no object', { 'manifest.json': { version: '1', artifacts: [] } }, '', /is no manifest of a cloud assembly/],
  ['a manifest without artifacts', { 'manifest.json': { version: '1.0.0', name: 'extension' } }, '', /is no manifest of a cloud assembly/],
  ['an assembly without stacks', { 'manifest.json': manifest({}) }, '', /^the assembly '.*' has no stacks: name the directory that 'cdk synth' writes, cdk\.out by default$/],
  ['a stack without a template', { 'manifest.json': manifest({ App: { type: 'aws:cloudformation:stack' } }) }, '', /names no 'templateFile' of the stack 'App': synthesize the app again$/],
  ['a manifest that is cut off', { 'manifest.json': '{"version": ' }, '', /^the manifest must be JSON, got .*manifest\.json: /],
  ['a manifest that is a list', { 'manifest.json': [1, 2] }, '', /^the manifest must be a JSON object, got \[1,2\] in .*manifest\.json$/],
  ['a template in YAML', { 'stack.yaml': 'Resources: {}\n' }, 'stack.yaml', /^the template of the stack 'stack' must be JSON, got .*stack\.yaml: convert YAML to JSON first$/],
  ['a file that is no template', { 'a.json': { name: 'x' } }, 'a.json', /a\.json is no template of CloudFormation: it has no 'Resources' with a 'Type' each\. Name a cloud assembly or a template in JSON$/],
  ['resources without a type', { 'a.json': { Resources: { Role: {} } } }, 'a.json', /is no template of CloudFormation/],
  ['a loop that makes no resources', { 'a.json': { Resources: { 'Fn::ForEach::X': ['Name', [], []] } } }, 'a.json', /is no template of CloudFormation/],
  ['a template that is gone', { 'manifest.json': manifest({ App: stackArtifact('App.json') }) }, '', /^the template of the stack 'App' can't be read: .*App\.json/],
  ['a stage that is gone', { 'manifest.json': manifest({ Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'Stage' } } }) }, '', /Stage' is no cloud assembly/],
  ['a stage that contains itself', { 'manifest.json': manifest({ Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } } }) }, '', /names the stage '\.', which is not below it: synthesize the app again$/],
  ['a stage outside', { 'manifest.json': manifest({ Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: '../x' } } }) }, '', /names the stage '\.\.\/x', which is not below it/],
  ['a template outside', { 'manifest.json': manifest({ App: stackArtifact('../../../etc/passwd') }) }, '', /names the template of the stack 'App' '\.\.\/\.\.\/\.\.\/etc\/passwd', which is not below it/],
  ['a template by its absolute path', { 'manifest.json': manifest({ App: stackArtifact('/etc/passwd') }) }, '', /'\/etc\/passwd', which is not below it/],
  ['metadata outside', { 'manifest.json': manifest({ App: stackArtifact('App.json', { additionalMetadataFile: '../x.json' }) }), 'App.json': TEMPLATE }, '', /names the metadata '\.\.\/x\.json', which is not below it/],
  ['a manifest of assets outside', { 'manifest.json': manifest({ A: { type: 'cdk:asset-manifest', properties: { file: '../x.json' } } }) }, '', /names the manifest of assets '\.\.\/x\.json'/],
  ['a construct tree outside', { 'manifest.json': manifest({ App: stackArtifact('App.json'), Tree: { type: 'cdk:tree', properties: { file: '../tree.json' } } }), 'App.json': TEMPLATE }, '', /names the construct tree '\.\.\/tree\.json'/],
  ['a nested template outside', {
    'manifest.json': manifest({ App: stackArtifact('App.json') }),
    'App.json': { Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': '../../x.json' } } } },
  }, '', /names the nested template '\.\.\/\.\.\/x\.json', which is not below it/],
  ['a tree that is cut off', { 'manifest.json': manifest({ App: stackArtifact('App.json') }), 'App.json': TEMPLATE, 'tree.json': '{' }, '', /^the construct tree must be JSON/],
])('rejects %s', (_, files, path, message) => {
  const read_ = () => readAssembly(join(assemblies.written(files), path));
  expect(read_).toThrow(InputError);
  expect(read_).toThrow(message);
});

type Stacks = readonly (readonly [name: string, template: string, environment?: string])[];

test.each<[string, Readonly<Record<string, unknown>>, Stacks]>([
  ['a stack without resources', { 'manifest.json': manifest({ App: stackArtifact('App.json') }), 'App.json': {} }, [['App', 'App.json', undefined]]],
  ['a byte order mark', { 'manifest.json': manifest({ App: stackArtifact('App.json') }), 'App.json': `\uFEFF${JSON.stringify(TEMPLATE)}` }, [['App', 'App.json', undefined]]],
  ['a newer version, with artifacts that are not known', {
    'manifest.json': { version: '999.0.0', artifacts: { App: stackArtifact('App.json'), New: { type: 'cdk:new', properties: 1 }, Odd: null } }, 'App.json': TEMPLATE,
  }, [['App', 'App.json', undefined]]],
  ['names and environments', {
    'manifest.json': manifest({
      A: stackArtifact('A.json', { environment: 'aws://111122223333/eu-west-1', displayName: 'Stage/A' }),
      B: { type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/unknown-region', properties: { templateFile: 'A.json', stackName: 'named' } },
    }),
    'A.json': TEMPLATE,
  }, [['Stage/A', 'A.json', 'aws://111122223333/eu-west-1'], ['named', 'A.json', undefined]]],
  ['stages', {
    'manifest.json': manifest({ Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'Stage' } } }),
    'Stage/manifest.json': manifest({ App: stackArtifact('App.json') }),
    'Stage/App.json': TEMPLATE,
  }, [['App', 'Stage/App.json', undefined]]],
  ['nested stacks, by the metadata of their asset', {
    'manifest.json': manifest({ App: stackArtifact('App.json') }),
    'App.json': { Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'nested.json' } } } },
    'nested.json': TEMPLATE,
  }, [['App', 'App.json', undefined], ['App.Nested', 'nested.json', undefined]]],
  ['nested stacks, by the manifest of assets', {
    'manifest.json': manifest({ 'App': stackArtifact('App.json'), 'App.assets': { type: 'cdk:asset-manifest', properties: { file: 'App.assets.json' } } }),
    'App.assets.json': { files: { [HASH]: { source: { path: 'nested.json' } }, other: { source: { executable: ['x'] } } } },
    'App.json': { Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: { 'Fn::Sub': `https://x/${HASH}.json` } } } } },
    'nested.json': TEMPLATE,
  }, [['App', 'App.json', undefined], ['App.Nested', 'nested.json', undefined]]],
  ['a nested stack that contains itself', {
    'manifest.json': manifest({ App: stackArtifact('App.json') }),
    'App.json': { Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'App.json' } } } },
  }, [['App', 'App.json', undefined]]],
])('reads %s', (_, files, expected) => {
  expect(read(files).stacks.map(({ name, template, environment }) => [name, template, environment])).toEqual(expected);
});

test('reads one template by itself', () => {
  const directory = assemblies.written({ 'my.template.json': TEMPLATE });
  const { stacks: [{ name, template, resources }] } = readAssembly(join(directory, 'my.template.json'));
  expect([name, template, resources[0]]).toEqual(['my', 'my.template.json', {
    logicalId: 'Role', type: 'AWS::IAM::Role', properties: {}, metadata: {}, line: 3,
  }]);
});

const NOTED = {
  '/App/Role/Resource': [
    { type: 'aws:cdk:logicalId', data: 'Role', trace: ['new Role (/app/node_modules/aws-cdk-lib/role.js:1:2)', 'new App (/app/app (1).ts:7:3)'] },
  ],
};

test.each<[string, object, object, string | undefined, string | undefined]>([
  ['the manifest of an older CDK', { metadata: NOTED }, {}, 'App/Role/Resource', '/app/app (1).ts:7:3'],
  ['a file of its own', { additionalMetadataFile: 'App.metadata.json' }, {}, 'App/Role/Resource', '/app/app (1).ts:7:3'],
  ['a file that is gone', { additionalMetadataFile: 'gone.json' }, {}, undefined, undefined],
  ['the template', {}, { Metadata: { 'aws:cdk:path': 'App/Own/Resource' } }, 'App/Own/Resource', undefined],
  ['nothing', {}, {}, undefined, undefined],
])('reads the path and the line of the app from %s', (_, artifact, others, path, createdAt) => {
  const { stacks: [{ resources: [resource] }] } = read({
    'manifest.json': manifest({ App: stackArtifact('App.json', artifact) }),
    'App.json': { Resources: { Role: { ...ROLE, ...others } } },
    'App.metadata.json': NOTED,
  });
  expect([resource.path, resource.createdAt]).toEqual([path, createdAt]);
});

test('tells resources of nested stacks with the same logical id by their paths', () => {
  const build = (app: App) => {
    const stack = new Stack(app, 'App');
    [stack, new NestedStack(stack, 'A'), new NestedStack(stack, 'B')].forEach(scope =>
      new iam.CfnRole(scope, 'Role', { assumeRolePolicyDocument: {} }).overrideLogicalId('Role'));
  };
  const { stacks } = readAssembly(assemblies.synthesized(build));
  expect(stacks.map(({ name, resources }) => [name, resources.find(({ logicalId }) => logicalId === 'Role')?.path])).toEqual([
    ['App', 'App/Role'], ['App/A', 'App/A/Role'], ['App/B', 'App/B/Role'],
  ]);
});

test('reads constructs from the tree, unless an app switched it off', () => {
  const build = (app: App) => new iam.Role(new Stack(app, 'App'), 'Role', { assumedBy: new iam.AnyPrincipal() });
  expect(readAssembly(assemblies.synthesized(build)).tree.get('App/Role')?.className).toBe('aws-cdk-lib.aws_iam.Role');
  expect(readAssembly(assemblies.synthesized(build, { treeMetadata: false })).tree.size).toBe(0);
});
