import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { statementsIn } from '../../private/comparison/policy-statement';
import { verdictOf } from '../../private/comparison/verdict';
import { warn } from '../../private/options/errors';
import { isObject } from '../../private/options/kinds';
import { resourceOf } from '../../private/options/things/resources';
import { once } from '../../private/synthesis/size-check';
import { Synthesis } from '../../private/synthesis/synthesis';

const LOGIN = 'ecr:GetAuthorizationToken';

/** Managed policies of AWS that nodes may have, and that don't allow logging in to registries. */
export const WITHOUT_LOGIN: readonly string[] = [
  'AmazonEKSWorkerNodeMinimalPolicy', 'AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy',
  'AmazonSSMManagedInstanceCore', 'CloudWatchAgentServerPolicy',
];

/** Warns at synthesis, when the permissions are complete, of new nodes that can't log in to registries. */
export function warnOfMissingLogin(scope: Construct, role: iam.IRole): void {
  const warnOnce = once((id, message) => warn(scope, id, message));
  scope.node.addValidation({
    validate: () => {
      if (!mayLogIn(scope, role)) {
        warnOnce(
          'registryLogin',
          "'awsManagedPolicies' is false, and no additional policy lets the nodes log in to registries: they can't pull " +
            "images, and Hopsworks can't push them. Add AmazonEC2ContainerRegistryPullOnly to 'additionalManagedPolicies', " +
            `or a statement with ${LOGIN} on all resources to 'additionalStatements'`,
        );
      }
      return [];
    },
  });
}

interface RolePolicies {
  /** @default - the role lists no managed policies */
  readonly managedPolicyArns?: readonly unknown[];
  /** @default - the role has no inline policies */
  readonly policies?: readonly { readonly policyDocument: unknown }[];
}

function mayLogIn(scope: Construct, role: iam.IRole): boolean {
  const resource = resourceOf(role) as iam.CfnRole | undefined;
  if (!resource) {
    return true; // Role.customizeRoles() keeps it out of the template.
  }
  const synthesis = Synthesis.of(scope);
  const { managedPolicyArns, policies } = Stack.of(resource).resolve({
    managedPolicyArns: resource.managedPolicyArns, policies: resource.policies,
  }) as RolePolicies;
  const attached = [...synthesis.policiesAttachedTo(role), ...synthesis.managedPoliciesAttachedTo(role)]
    .map(policy => Stack.of(policy).resolve(policy.policyDocument) as unknown);
  return (managedPolicyArns ?? []).some(arn => mayAllowLogin(JSON.stringify(arn))) ||
    allowLogin([...(policies ?? []).map(({ policyDocument }) => policyDocument), ...attached]);
}

/** What policies of the user allow is not known. */
function mayAllowLogin(policyArn: string): boolean {
  const [, ofAws] = /:iam::aws:policy\/(?:.*\/)?([\w-]+)/.exec(policyArn) ?? [];
  return ofAws === undefined || !WITHOUT_LOGIN.includes(ofAws);
}

function allowLogin(documents: readonly unknown[]): boolean {
  const statements = documents.flatMap(document => statementsIn(plain(document) as never, 'a policy of the role', new Map()));
  const requests = { conditions: [], facts: new Map() };
  const { kind } = verdictOf(statements, { action: LOGIN.toLowerCase(), resource: '*', requests });
  return kind === 'granted' || kind === 'unclear';
}

/** The document with texts in place of tokens. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (!isObject(value)) {
    return value;
  }
  const isToken = Object.keys(value).some(key => key === 'Ref' || key.startsWith('Fn::'));
  return isToken ? JSON.stringify(value).replaceAll('*', '') :
    Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}
