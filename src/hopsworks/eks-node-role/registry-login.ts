import { Construct } from 'constructs';
import { HopsworksEksNodeRoleProps } from './props';
import { warn } from '../../private/options/errors';
import { globContains } from '../../private/statements/globs';

const LOGIN = 'ecr:GetAuthorizationToken';

/** The managed policies of AWS for registries, which allow logging in. */
export const WITH_LOGIN: readonly string[] = ['FullAccess', 'PowerUser', 'PullOnly', 'ReadOnly']
  .map(access => `AmazonEC2ContainerRegistry${access}`);

/** Without AWS's policies, nodes can't log in to registries, unless another policy allows it. */
export function warnOfMissingLogin(scope: Construct, props: HopsworksEksNodeRoleProps): void {
  const { awsManagedPolicies = true, existingRole, additionalManagedPolicies = [], additionalStatements = [] } = props;
  const mayLogIn = awsManagedPolicies || existingRole !== undefined ||
    additionalManagedPolicies.some(({ managedPolicyRef: { policyArn } }) => mayAllowLogin(policyArn)) ||
    additionalStatements.some(({ effect, actions }) => effect === 'Allow' && actions.some(allowsLogin));
  if (!mayLogIn) {
    warn(
      scope,
      'registryLogin',
      "'awsManagedPolicies' is false, and no additional policy lets the nodes log in to registries: they can't pull " +
        "images, and Hopsworks can't push them. Add AmazonEC2ContainerRegistryPullOnly to 'additionalManagedPolicies', " +
        `or a statement with ${LOGIN} to 'additionalStatements'`,
    );
  }
}

/** It is not known what policies of the user allow. */
function mayAllowLogin(policyArn: string): boolean {
  const [, ofAws] = /:iam::aws:policy\/(.+)$/.exec(policyArn) ?? [];
  return ofAws === undefined || WITH_LOGIN.includes(ofAws);
}

function allowsLogin(action: string): boolean {
  return globContains(action.toLowerCase(), LOGIN.toLowerCase());
}
