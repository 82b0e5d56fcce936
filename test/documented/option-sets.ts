import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { OptionSet, OurStatement } from './platform';
import { documentedFeaturesOf } from '../../src/private/statements/assembly';
import { DocumentedStatement } from '../../src/private/statements/documented-statement';
import { AWS } from '../support/fold';
import { Statement } from '../support/policies';
import { synthesizeRole } from '../support/synthesize';

/** The statements of a role in its template, with the source and note of each. Synthesized once. */
export function roleOptionSets<P>(
  optionSets: Readonly<Record<string, (stack: Stack) => P>>, build: (stack: Stack, props: P) => Construct,
  trustedBy?: TrustedBy,
): Record<string, () => OptionSet> {
  return Object.fromEntries(Object.entries(optionSets).map(([name, options]) => {
    let known: OptionSet | undefined;
    return [name, () => known ??= optionSetOf(stack => build(stack, options(stack)), trustedBy)];
  }));
}

/** The source of each statement of the trust policy, whose principals take the place of resources. */
type TrustedBy = (statement: Statement) => Pick<OurStatement, 'source' | 'note'>;

function optionSetOf(build: (stack: Stack) => Construct, trustedBy?: TrustedBy): OptionSet {
  let documented: readonly DocumentedStatement[] = [];
  const role = synthesizeRole(
    stack => {
      documented = documentedFeaturesOf(build(stack)).flatMap(({ statements }) => statements);
    },
    { env: { region: AWS.region, account: AWS.account } },
  );
  const principals = ({ Principal = {} }: Statement) => Object.values(Principal).flat().map(String);
  return {
    permissions: role.all.map(statement => ({ ...statement, ...remarksOf(documented, statement) })),
    trust: trustedBy ? role.trust.map(statement =>
      ({ ...statement, Sid: 'Trust', Resource: principals(statement), ...trustedBy(statement) })) : [],
  };
}

/** The source and note of a statement in the template. */
export function remarksOf(
  documented: readonly DocumentedStatement[], { Sid }: Statement,
): Pick<OurStatement, 'Sid' | 'source' | 'note'> {
  const found = documented.find(({ sid }) => sid === Sid);
  if (!found) {
    throw new Error(`the template has a statement that the policy's data does not know: ${Sid}`);
  }
  return { Sid: found.sid, source: found.source, note: found.note };
}
