import * as iam from 'aws-cdk-lib/aws-iam';
import { ReaderOf, readerOf } from '../options/reader';
import { duckType } from '../options/validators';

const STATEMENT = duckType<iam.PolicyStatement>('toStatementJson', 'an iam.PolicyStatement');

/** Checks the user's own statements. The CDK would report what is wrong, but not in which statement. */
export function readStatements(
  reader: ReaderOf<{ readonly additionalStatements?: iam.PolicyStatement[] }>,
): iam.PolicyStatement[] {
  const read = readerOf(reader);
  return read.anyNumberOf('additionalStatements', STATEMENT).map((statement, index) => {
    // At synthesis: the app may still add resources to the statement.
    read.scope.node.addValidation({
      validate: () => statement.validateForIdentityPolicy().map(fault =>
        `'additionalStatements[${index}]' is not a statement of an identity-based policy: ${fault}`),
    });
    return statement;
  });
}
