import { Construct } from 'constructs';
import { PolicyPlacement } from '../../../src';
import { assemble, documentedFeaturesOf } from '../../../src/private/statements/assembly';
import { DocumentedStatement } from '../../../src/private/statements/documented-statement';
import { managedPolicies } from '../../support/managed-policies';
import { statementsOf } from '../../support/policies';
import { ACCOUNT } from '../resources';

type Json = Parameters<typeof statementsOf>[0];

/** The source of the statements of AWS's policies. */
export const AWS_POLICIES = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference';

/** A construct together with the policies of AWS that it attaches, in their newest versions. */
export function withAwsPolicies(construct: Construct, ...names: readonly string[]): Construct {
  const policies = managedPolicies();
  const statements = names.flatMap((name, index) => awsStatements(name, `Aws${index}`, policies.get(name)));
  const both = new Construct(construct, 'WithAwsPolicies');
  const features = [...documentedFeaturesOf(construct), { name: 'Aws', statements }];
  assemble(both, PolicyPlacement.INLINE, features, []);
  return both;
}

/** The statements of a policy of AWS, with Sids that start with a text. */
export function awsStatements(name: string, sid: string, document: unknown): readonly DocumentedStatement[] {
  const known = JSON.stringify(document).replaceAll('${aws:PrincipalAccount}', ACCOUNT);
  return statementsOf(JSON.parse(known) as Json).map(({ Action, Resource, Condition }, index) => ({
    sid: `${sid}Statement${index}`,
    source: {
      kind: 'managed policy' as const,
      url: AWS_POLICIES,
      section: name,
      asOf: 'now',
      readOn: 'now',
      appliesTo: 'roles with this policy',
    },
    actions: Action,
    resources: Resource,
    conditions: Condition,
    variables: [...new Set([...known.matchAll(/\$\{([^}]+)\}/g)].map(([, variable]) => variable))],
  }));
}
