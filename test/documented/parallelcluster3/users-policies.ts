import { Stack } from 'aws-cdk-lib';
import { Options } from './users-option-sets';
import { ParallelClusterUserPolicy } from '../../../src';
import { userFeatures } from '../../../src/parallelcluster3/users/features';
import { userAccess } from '../../../src/parallelcluster3/users/read';
import { Arns } from '../../../src/private/options/arns';
import { DocumentedStatement } from '../../../src/private/statements/documented-statement';
import { AWS } from '../../support/fold';
import { policiesOf, Statement } from '../../support/policies';
import { synthesize } from '../../support/synthesize';
import { OptionSet } from '../platform';

/** Where the names of the option sets live. */
export const ENV = { region: AWS.region, account: AWS.account };

/** The statements of the policies as they stand in their template, each with its source and note. */
export function policiesWith(options: Options): OptionSet {
  let documented = new Map<string, DocumentedStatement>();
  const { template } = synthesize(stack => {
    const props = options(stack);
    documented = new Map(documentedStatements(stack, options).map(statement => [statement.sid, statement]));
    new ParallelClusterUserPolicy(stack, 'User', props);
  }, { env: ENV });
  const statements = policiesOf(template).flatMap(policy => policy.statements);
  return { permissions: statements.map(statement => ({ ...statement, ...remarks(documented, statement) })), trust: [] };
}

/** The statements as the data that the template is made of. */
function documentedStatements(stack: Stack, options: Options): readonly DocumentedStatement[] {
  const scope = new Stack(undefined, 'Documented', { env: ENV });
  const access = userAccess(scope, options(scope));
  return userFeatures(Arns.of(stack, access.region ?? '*'), access).flatMap(({ statements }) => statements);
}

function remarks(documented: Map<string, DocumentedStatement>, { Sid = 'without a Sid' }: Statement) {
  const statement = documented.get(Sid);
  if (!statement) {
    throw new Error(`the template has a statement that the policy's data does not know: ${Sid}`);
  }
  return { Sid, source: statement.source, note: statement.note };
}
