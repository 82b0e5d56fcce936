import { AssemblyStack } from '../../../cli/assembly/assembly';
import { Links } from '../../../cli/statements/links';

function stackOf(name: string, others: Partial<AssemblyStack> = {}): AssemblyStack {
  const bucket = { logicalId: 'Bucket', type: 'AWS::S3::Bucket', path: `${name}/Bucket` };
  const resources = [{ ...bucket, properties: {}, metadata: {} }];
  return { name, template: `${name}.json`, sections: {}, metadata: new Map(), unread: [], resources, ...others };
}

function exporting(
  name: string, value: unknown, exported: unknown = 'shared', others: Partial<AssemblyStack> = {},
): AssemblyStack {
  const output = { Value: value, Export: { Name: exported } };
  return stackOf(name, { sections: { Outputs: { Out: output } as never }, ...others });
}

const OTHER = stackOf('Other', { resources: [] });
const ARN = { 'Fn::GetAtt': ['Bucket', 'Arn'] };

test.each<[string, readonly AssemblyStack[], string | undefined]>([
  ['an export', [exporting('Data', ARN)], 'Data/Bucket'],
  ['an export whose name a function makes', [exporting('Data', ARN, { 'Fn::Join': ['', ['sha', 'red']] })], 'Data/Bucket'],
  ['an export of an export', [exporting('Data', ARN, 'inner'), exporting('Middle', { 'Fn::ImportValue': 'inner' })], 'Data/Bucket'],
  ['an export of another environment', [exporting('Data', ARN, 'shared', { environment: 'aws://111122223333/eu-west-1' })], undefined],
  ['two exports of one name', [exporting('Data', ARN), exporting('Copy', ARN)], undefined],
  ['an export of a text', [exporting('Data', 'text')], undefined],
  ['an export of several resources', [exporting('Data', { 'Fn::Sub': '${Bucket}-${Other}' })], undefined],
  ['an export of itself', [exporting('Data', { 'Fn::ImportValue': 'shared' })], undefined],
  ['no export', [stackOf('Data')], undefined],
])('finds the resource of %s', (_, stacks, path) => {
  expect(new Links([...stacks, OTHER]).find(OTHER, 'import shared')?.path).toBe(path);
});

test('finds what a nested stack gets, and what it returns', () => {
  const outer = stackOf('Outer', {
    resources: [
      ...stackOf('Outer').resources,
      { logicalId: 'Nested', type: 'AWS::CloudFormation::Stack', properties: { Parameters: { Given: ARN } }, metadata: {} },
    ],
  });
  const inner = stackOf('Inner', {
    parent: { stack: outer, logicalId: 'Nested' }, sections: { Outputs: { Returned: { Value: ARN } } },
  });
  const links = new Links([outer, inner]);
  expect(links.find(inner, 'Given')?.path).toBe('Outer/Bucket');
  expect(links.find(outer, 'Nested.Outputs.Returned')?.path).toBe('Inner/Bucket');
  expect(links.find(outer, 'Missing.Outputs.Returned')).toBeUndefined();
  expect(links.find(inner, 'Other')).toBeUndefined();
});
