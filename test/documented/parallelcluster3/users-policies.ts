import { Options } from './users-option-sets';
import { ParallelClusterUserPolicy } from '../../../src';
import { documentedFeaturesOf } from '../../../src/private/statements/assembly';
import { DocumentedStatement } from '../../../src/private/statements/documented-statement';
import { AWS } from '../../support/fold';
import { policiesOf } from '../../support/policies';
import { synthesize } from '../../support/synthesize';
import { remarksOf } from '../option-sets';
import { OptionSet } from '../platform';

/** The account and the region of the names in the option sets. */
export const ENV = { region: AWS.region, account: AWS.account };

/** The statements of the policies in their template, each with its source and note. */
export function policiesWith(options: Options): OptionSet {
  let documented: readonly DocumentedStatement[] = [];
  const { template } = synthesize(stack => {
    const policy = new ParallelClusterUserPolicy(stack, 'User', options(stack));
    documented = documentedFeaturesOf(policy).flatMap(({ statements }) => statements);
  }, { env: ENV });
  const statements = policiesOf(template).flatMap(policy => policy.statements);
  return {
    permissions: statements.map(statement => ({ ...statement, ...remarksOf(documented, statement) })), trust: [],
  };
}
