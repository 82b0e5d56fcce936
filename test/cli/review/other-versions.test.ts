import { Construct } from 'constructs';
import { otherVersions } from '../../../cli/review/other-versions';
import { version } from '../../../package.json';
import * as library from '../../../src';

const ROLE = 'cdk-platform-iam.SageMakerExecutionRole';
const MADE_BY = `made by version 9.9.9 of cdk-platform-iam, the reasons are those of version ${version}`;
const UNKNOWN = `version ${version} of cdk-platform-iam does not know the class NewRole: its statements have no reasons`;

test.each<[string, readonly (readonly [path: string, className: string, version: string])[], readonly string[]]>([
  ['this version', [['App/A', ROLE, version]], []],
  ['another version, once', [['App/A', ROLE, '9.9.9'], ['App/B', ROLE, '9.9.9']], [`App/A: ${MADE_BY}`]],
  ['several other versions', [['App/A', ROLE, '9.9.9'], ['App/B', ROLE, '9.9.8']],
    [`App/A: ${MADE_BY}`, `App/B: ${MADE_BY.replace('9.9.9', '9.9.8')}`]],
  ['a class that is not known', [['App/A', 'cdk-platform-iam.NewRole', version]], [`App/A: ${UNKNOWN}`]],
  ['a class of a newer version', [['App/A', 'cdk-platform-iam.NewRole', '9.9.9']], [`App/A: ${MADE_BY}`]],
  ['another library', [['App/A', 'aws-cdk-lib.aws_iam.Role', '9.9.9']], []],
])('constructs of %s: %j gives %j', (_, constructs, expected) => {
  const tree = new Map(constructs.map(([path, className, made]) => [path, { className, version: made }]));
  expect(otherVersions(tree).map(({ path, level, message }) => {
    expect(level).toBe('info');
    return `${path}: ${message}`;
  })).toEqual(expected);
});

test('knows every construct of the library', () => {
  const classes = Object.entries(library).filter(([, exported]) =>
    typeof exported === 'function' && exported.prototype instanceof Construct).map(([name]) => name);
  expect(classes.length).toBeGreaterThan(10);
  const tree = new Map(classes.map(name => [name, { className: `cdk-platform-iam.${name}`, version }]));
  expect(otherVersions(tree)).toEqual([]);
});
