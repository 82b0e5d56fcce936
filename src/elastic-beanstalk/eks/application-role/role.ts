import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import { Construct } from 'constructs';
import { applicationPolicy } from './policy';
import { BeanstalkEksApplicationRoleProps } from './props';
import { readApplication } from './read';
import { byRegionalProps } from '../../../private/roles/regional-props';
import { RoleConstruct } from '../../../private/roles/role-construct';
import { BEANSTALK_SERVICE, environmentSetting } from '../settings';
import { pods, PODS_SERVICE } from '../trust';

/**
 * The role of an application in an environment of the tier `Cluster`: its pods get it by EKS Pod Identity. Grant it
 * what the application needs, as in `bucket.grantRead(role)`. It is optional, and each environment can have its own.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/beanstalk-cluster-permissions.html
 */
export class BeanstalkEksApplicationRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.BeanstalkEksApplicationRole';

  constructor(scope: Construct, id: string, props: BeanstalkEksApplicationRoleProps = {}) {
    super(scope, id, byRegionalProps(props, read => {
      const application = readApplication(read);
      const { environmentName } = application;
      return {
        // Elastic Beanstalk runs each environment in a Kubernetes namespace of its own.
        trust: pods(environmentName === undefined ? undefined : `eb-${environmentName}`),
        sessionTags: true,
        trustOptions: environmentName === undefined ? [] : ['environmentName'],
        features: applicationPolicy(application),
        passedTo: [PODS_SERVICE, BEANSTALK_SERVICE],
        isLookedUp: true,
      };
    }));
  }

  /** Returns the setting of a `CfnEnvironment` that belongs to this role: `application-role`. */
  public optionSettings(): elasticbeanstalk.CfnEnvironment.OptionSettingProperty[] {
    return [environmentSetting('application-role', this.role)];
  }
}
