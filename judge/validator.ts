import * as iam from 'aws-cdk-lib/aws-iam';
import { version } from 'aws-cdk-lib/package.json';
import { JUDGED_ROWS } from './rows';
import { announce, count } from './verdict';
import { Environment, ENVIRONMENTS } from '../test/support/fold';
import { synthesizeRows } from '../test/support/grid';
import { Row } from '../test/support/row';

// Runs the validator of the CDK over all option sets and partitions; its default rules are errors.

process.env.CDK_VALIDATION = 'true';

const context = {
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
};
const places = [undefined, ...ENVIRONMENTS];
// Turns off the library's own checks: they count what all stacks of an app attach to one imported role, which rows
// share.
/** Each finding is also printed. */
const validate = (rows: readonly Row[], environment?: Environment): readonly string[] => {
  try {
    synthesizeRows(rows, { environment, context, validation: false });
    return [];
  } catch (error) {
    return [`${environment?.partition ?? 'anywhere'}: ${String(error)}`];
  }
};
const BROKEN: Row = {
  name: 'broken',
  construct: 'CfnManagedPolicy',
  build: stack => new iam.CfnManagedPolicy(stack, 'Policy', {
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'my-bucket' }],
    },
  }),
};
announce({
  judged: `${count(JUDGED_ROWS.length * places.length, 'stack')} by aws-cdk-lib ${version}`,
  findings: [
    ...(validate([BROKEN]).some(finding => finding.includes('ValidationFailed')) ? [] : ['a resource that is no ARN goes unnoticed']),
    ...places.flatMap(environment => validate(JUDGED_ROWS, environment)),
  ],
});
