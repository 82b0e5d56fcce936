import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { SOURCES } from '../../../src/elastic-beanstalk/sources';
import { documentedFeaturesOf } from '../../../src/private/statements/assembly';
import { DocumentedStatement, Source } from '../../../src/private/statements/documented-statement';
import { AWS } from '../../support/fold';
import { synthesizeRole } from '../../support/synthesize';
import { remarksOf } from '../option-sets';
import { OptionSet } from '../platform';

interface Trust {
  readonly source: Source;
  readonly notes: Readonly<Record<string, string>>;
}

/**
 * The statements of the role in its template, each with its source and note.
 *
 * @param trust where the trust policy is from, and how those with a condition differ, by service
 */
export function roleOf(
  build: (stack: Stack) => Construct, trust: Trust = { source: SOURCES.instanceProfile, notes: {} },
): OptionSet {
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
      source: trust.source,
      note: statement.Condition && trust.notes[String(statement.Principal?.Service)],
    })),
  };
}
