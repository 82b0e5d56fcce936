import { Construct } from 'constructs';
import { imageBuildPolicy } from './policy';
import { BeanstalkEksImageBuildRoleProps } from './props';
import { readImageBuild } from './read';
import { Arns } from '../../../private/options/arns';
import { byRegionalProps } from '../../../private/roles/regional-props';
import { RoleConstruct } from '../../../private/roles/role-construct';
import { CODEBUILD_SERVICE } from '../../../private/statements/services';
import { BEANSTALK_SERVICE } from '../../tiers/service';
import { warnOfOtherPartition } from '../checks';
import { onBehalfOfAccount } from '../trust';

/**
 * The role with which AWS CodeBuild builds the container images of application versions for environments of the tier
 * `Cluster`. It is not an environment setting: pass its ARN as the `CodeBuildServiceRole` of `ImageConfiguration.Build`
 * of the application version (`CfnApplicationVersion.imageConfiguration` in newer versions of the CDK).
 *
 * Anyone who can change a source bundle can run code with this role. Versions with an image that exists need no such
 * role.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/beanstalk-cluster-app-versions.html
 */
export class BeanstalkEksImageBuildRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.BeanstalkEksImageBuildRole';

  /**
   * The name by which the console of Elastic Beanstalk finds the role, whatever its path. Pass it as `roleName` for
   * versions that are created there: an account has one role of a name, and the console may have created it.
   */
  public static readonly CONSOLE_ROLE_NAME: string = 'aws-elasticbeanstalk-eks-image-build-role';

  constructor(scope: Construct, id: string, props: BeanstalkEksImageBuildRoleProps = {}) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      warnOfOtherPartition(read);
      return {
        ...onBehalfOfAccount(read, CODEBUILD_SERVICE),
        features: imageBuildPolicy(Arns.of(self), readImageBuild(read)),
        passedTo: [CODEBUILD_SERVICE, BEANSTALK_SERVICE],
        isLookedUp: true,
      };
    }));
  }
}
