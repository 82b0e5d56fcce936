import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Options } from './option-sets';
import { SageMakerExecutionRole } from '../../../src';
import { documentedFeaturesOf } from '../../../src/private/statements/assembly';
import { DocumentedStatement } from '../../../src/private/statements/documented-statement';
import { TRUST } from '../../../src/sagemaker/execution-role/trust';
import { AWS } from '../../support/fold';
import { Statement } from '../../support/policies';
import { synthesizeRole } from '../../support/synthesize';
import { remarksOf } from '../option-sets';
import { OptionSet, OurStatement } from '../platform';

/** The environment of the ARNs in the option sets. */
export const ENV = { region: AWS.region, account: AWS.account };

/** The statements of the role in its template, each with its source and note. */
export function roleWith(options: Options): OptionSet {
  return optionSetOf(stack => new SageMakerExecutionRole(stack, 'Role', options(stack)));
}

export function optionSetOf(build: (stack: Stack) => Construct): OptionSet {
  let documented: readonly DocumentedStatement[] = [];
  const role = synthesizeRole(
    stack => {
      documented = documentedStatements(build(stack));
    },
    { env: ENV },
  );
  return {
    permissions: role.all.map(statement => ({ ...statement, ...remarksOf(documented, statement) })),
    trust: role.trust.map(trustStatement),
  };
}

/** The principals of a trust policy take the place of resources. */
function trustStatement(statement: Statement): OurStatement {
  return {
    ...statement,
    Sid: 'Trust',
    Resource: [statement.Principal?.Service].flat().map(String),
    source: TRUST.source,
    note: statement.Condition && TRUST.note,
  };
}

/** The statements as data, before the CDK renders them. */
export function documentedStatements(role: Construct): readonly DocumentedStatement[] {
  return documentedFeaturesOf(role).flatMap(({ statements }) => statements);
}
