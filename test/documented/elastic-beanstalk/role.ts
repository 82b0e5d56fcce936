import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { SOURCES } from '../../../src/elastic-beanstalk/sources';
import { documentedFeaturesOf } from '../../../src/private/statements/assembly';
import { DocumentedStatement } from '../../../src/private/statements/documented-statement';
import { AWS } from '../../support/fold';
import { synthesizeRole } from '../../support/synthesize';
import { remarksOf } from '../option-sets';
import { OptionSet } from '../platform';

/** The statements of the role in its template, each with its source and note. */
export function roleOf(build: (stack: Stack) => Construct): OptionSet {
  let documented: readonly DocumentedStatement[] = [];
  const role = synthesizeRole(
    stack => {
      documented = documentedFeaturesOf(build(stack)).flatMap(({ statements }) => statements);
    },
    { env: { region: AWS.region, account: AWS.account } },
  );
  return {
    permissions: role.all.map(statement => ({ ...statement, ...remarksOf(documented, statement) })),
    // The principals of a trust policy take the place of the resources.
    trust: role.trust.map(statement => ({
      ...statement,
      Sid: 'Trust',
      Resource: [statement.Principal?.Service].flat().map(String),
      source: SOURCES.instanceProfile,
    })),
  };
}
