import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { documentedFeaturesOf } from '../../../src/private/statements/assembly';
import { Statements } from '../../../src/private/statements/documented-statement';
import { AWS } from '../../support/fold';
import { policiesOf } from '../../support/policies';
import { synthesize } from '../../support/synthesize';
import { remarksOf } from '../option-sets';
import { OptionSet } from '../platform';

/** The region and account of the names in the option sets. */
export const ENV = { region: AWS.region, account: AWS.account };

/** The statements of a construct in its template, each with its source and note. */
export function statementsOf(build: (stack: Stack) => Construct): OptionSet {
  let documented: Statements = [];
  const { template } = synthesize(stack => {
    documented = documentedFeaturesOf(build(stack)).flatMap(({ statements }) => statements);
  }, { env: ENV });
  const rendered = policiesOf(template).flatMap(({ statements }) => statements);
  return { permissions: rendered.map(statement => ({ ...statement, ...remarksOf(documented, statement) })), trust: [] };
}
