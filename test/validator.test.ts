import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { version } from 'aws-cdk-lib/package.json';
import { AWS, Environment } from './support/fold';
import { ESSENTIAL_ROWS, GRID, synthesizeRows } from './support/grid';
import { Row } from './support/row';

jest.setTimeout(120_000);

/** CDK validates templates since 2.262. */
const HAS_VALIDATOR = Number(version.split('.')[1]) >= 262;

/** Its findings are errors rather than warnings, and it reads ARNs that are literal. */
const AS_ERRORS = {
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
};

const BROKEN: Row = {
  name: 'broken/statement',
  construct: 'CfnRole',
  build: (stack: Stack) => new iam.CfnRole(stack, 'Role', {
    assumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
    policies: [{
      policyName: 'Broken',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Sid: 'Broken', Effect: 'Allow', Action: 's3:GetObject', Resource: 'my-bucket' }],
      },
    }],
  }),
};

const validate = (rows: readonly Row[], environment?: Environment) => () =>
  synthesizeRows(rows, { environment, context: AS_ERRORS });

// Other suites run without the validator, which costs a second in each process.
beforeAll(() => {
  process.env.CDK_VALIDATION = 'true';
});

if (HAS_VALIDATOR) {
  test.each([
    ['without an environment', GRID, undefined],
    ['in an environment', ESSENTIAL_ROWS, AWS],
  ])('the validator of CDK finds nothing in a template of the library %s', (_, rows, environment) => {
    expect(validate(rows, environment)).not.toThrow();
  });

  test('fails for a resource that is no ARN', () => {
    expect(validate([BROKEN])).toThrow(/E3510/);
  });
} else {
  test('this version of CDK has no validator', () => {
    expect(validate([BROKEN])).not.toThrow();
  });
}
