import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { environmentSecretsPolicy, pullImages } from './extras-policy';
import { Instances } from './read';
import { warn } from '../../private/options/errors';
import { inEachRegion } from '../../private/options/regions';
import { newRoleL2Of } from '../../private/options/things/resources';
import { Statements, whenPresent } from '../../private/statements/documented-statement';

/** ECS reads the secrets of a task and pulls its images with the task's execution role. */
export function grantExecution(scope: Construct, instances: Instances): void {
  const { tiers, executionRole, environmentSecrets, containerImages } = instances;
  // ECS reads the parameters by their names.
  const secrets = whenPresent(environmentSecrets, given => environmentSecretsPolicy({ ...given, paths: [] }));
  if (executionRole) {
    const images = pullImages(containerImages?.repositories ?? []);
    grantOn(scope, executionRole.object, secrets, 'executionRoleSecrets', "read the 'environmentSecrets'");
    grantOn(scope, executionRole.object, images, 'executionRoleImages', "pull the 'containerImages.repositories'");
  } else if (tiers.ecsDocker && secrets.length > 0) {
    warn(
      scope,
      'secretsWithoutExecutionRole',
      "'environmentSecrets' with 'ecsDocker' require 'ecsDocker.executionRole', with which ECS reads them: set it to the " +
        "role in 'Dockerrun.aws.json'",
    );
  }
}

function grantOn(scope: Construct, grantee: iam.IRoleRef, statements: Statements, warning: string, what: string): void {
  const role = newRoleL2Of(grantee);
  if (role) {
    statements.forEach(({ actions, resources }) =>
      iam.Grant.addToPrincipal({
        grantee: role, actions: [...actions], resourceArns: [...inEachRegion(scope, resources)],
      }));
  } else if (statements.length > 0) {
    warn(scope, warning, `'ecsDocker.executionRole' (${grantee.node.path}) can't be changed from here: allow it to ${what} where it is created`);
  }
}
