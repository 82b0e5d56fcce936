import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { devDependencies } from '../package.json';
import * as library from '../src';

// Where there is no .NET, nothing else sees that the example in C# names what the library has.

const FOLDER = join(__dirname, '..', 'examples', 'dotnet');
const EXAMPLE = readFileSync(join(FOLDER, 'HopsworksStack.cs'), 'utf8');
const PROPS = ['instance-profile/props.ts', 'eks-node-role/props.ts', 'cluster/storage-props.ts']
  .map(file => readFileSync(join(__dirname, '..', 'src', 'hopsworks', file), 'utf8')).join('\n');

test('the classes of the example in C# exist', () => {
  const named = [...EXAMPLE.matchAll(/\b(?:new )?(Hopsworks\w+|ImageSource)\b/g)].map(([, name]) => name)
    .filter(name => !/(?:Props|Options|Stack)$/.test(name));
  expect([...new Set(named)].filter(name => !(name in library))).toEqual([]);
  expect(named).toContain('HopsworksEksNodeRole');
});

test('the options of the example in C# exist', () => {
  const sets = [...EXAMPLE.matchAll(/new Hopsworks\w+Props\s*\{(.*?)\n {8}\}/gs)].map(([, body]) => body);
  const options = sets.flatMap(body => [...body.matchAll(/^ {12}([A-Z]\w+) =/gm)].map(([, name]) => name));
  const isThere = (name: string) => new RegExp(`readonly ${name[0].toLowerCase()}${name.slice(1)}\\??:`).test(PROPS);
  expect(options.filter(name => !isThere(name))).toEqual([]);
  expect(options).toContain('ProjectImages');
});

test('the example in C# is on the oldest CDK, as the others', () => {
  const project = readFileSync(join(FOLDER, 'Example.csproj'), 'utf8');
  expect(project).toContain(`Include="Amazon.CDK.Lib" Version="${devDependencies['aws-cdk-lib']}"`);
  expect(project).toContain(`Include="Constructs" Version="${devDependencies.constructs}"`);
});
