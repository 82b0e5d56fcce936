import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { environmentSecretsPolicy, pullImages } from './extras-policy';
import { Ec2Needs } from './policy';
import { BeanstalkEcsDockerOptions } from './tier-props';
import { warn } from '../../private/options/errors';
import { DocumentedStatement } from '../../private/statements/documented-statement';

/** With the execution role of a task, ECS reads its secrets and pulls its images. */
export function grantExecution(scope: Construct, { executionRole }: BeanstalkEcsDockerOptions, needs: Ec2Needs): void {
  const secrets = needs.environmentSecrets ? environmentSecretsPolicy(needs.environmentSecrets) : [];
  const images = pullImages(needs.containerImages?.repositories ?? []);
  if (executionRole) {
    grantOn(scope, executionRole, secrets, 'executionRoleSecrets', "read the 'environmentSecrets'");
    grantOn(scope, executionRole, images, 'executionRoleImages', "pull the 'containerImages.repositories'");
  } else if (secrets.length > 0) {
    warn(
      scope,
      'secretsWithoutExecutionRole',
      "'environmentSecrets' with 'ecsDocker' need 'ecsDocker.executionRole', with which ECS reads them: name the role that " +
        "'Dockerrun.aws.json' names",
    );
  }
}

function grantOn(
  scope: Construct, grantee: iam.IRole, statements: readonly DocumentedStatement[], warning: string, what: string,
): void {
  if (!iam.Role.isRole(grantee)) {
    if (statements.length > 0) {
      warn(scope, warning, `'ecsDocker.executionRole' (${grantee.node.path}) is imported: let it ${what} where it is made`);
    }
    return;
  }
  statements.forEach(({ actions, resources }) =>
    iam.Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [...resources] }));
}
