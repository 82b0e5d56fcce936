import { Stack } from 'aws-cdk-lib';
import { Options } from './option-sets';
import { SageMakerExecutionRole, SageMakerExecutionRoleProps } from '../../../src';
import { Arns } from '../../../src/private/options/arns';
import { DocumentedStatement } from '../../../src/private/statements/documented-statement';
import { executionPolicy } from '../../../src/sagemaker/execution-role/policy';
import { executionWorkloads } from '../../../src/sagemaker/execution-role/read';
import { TRUST } from '../../../src/sagemaker/execution-role/trust';
import { AWS } from '../../support/fold';
import { Statement } from '../../support/policies';
import { synthesizeRole } from '../../support/synthesize';
import { OptionSet, OurStatement } from '../platform';

/** Where the names of the option sets live. */
export const ENV = { region: AWS.region, account: AWS.account };

/** The statements of the role as they stand in its template, each with its source and note. */
export function roleWith(options: Options): OptionSet {
  let documented = new Map<string, DocumentedStatement>();
  const role = synthesizeRole(
    stack => {
      const props = options(stack);
      documented = new Map(documentedStatements(stack, props).map(statement => [statement.sid, statement]));
      new SageMakerExecutionRole(stack, 'Role', props);
    },
    { env: ENV },
  );
  return {
    permissions: role.all.map(statement => ({ ...statement, ...remarks(documented, statement) })),
    trust: role.trust.map(trustStatement),
  };
}

/** The principals of a trust policy stand where a permission has its resources. */
function trustStatement(statement: Statement): OurStatement {
  return {
    ...statement,
    Sid: 'Trust',
    Resource: [statement.Principal?.Service].flat().map(String),
    source: TRUST.source,
    note: statement.Condition && TRUST.note,
  };
}

function remarks(documented: Map<string, DocumentedStatement>, { Sid = 'without a Sid' }: Statement) {
  const statement = documented.get(Sid);
  if (!statement) {
    throw new Error(`the template has a statement that the policy's data does not know: ${Sid}`);
  }
  return { Sid, source: statement.source, note: statement.note };
}

/** The statements as the data that the template is made of. */
export function documentedStatements(scope: Stack, props: SageMakerExecutionRoleProps): readonly DocumentedStatement[] {
  const features = executionPolicy(Arns.of(scope), executionWorkloads(scope, props));
  return features.flatMap(({ statements }) => statements);
}
