import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import { Construct } from 'constructs';
import { applicationPolicy } from './policy';
import { BeanstalkEksApplicationRoleProps } from './props';
import { readApplication } from './read';
import { byRegionalProps } from '../../../private/roles/regional-props';
import { RoleConstruct } from '../../../private/roles/role-construct';
import { POD_SERVICE } from '../../../private/statements/services';
import { BEANSTALK_SERVICE } from '../../tiers/service';
import { warnOfOtherPartition } from '../checks';
import { environmentSetting } from '../settings';
import { podsOfBeanstalk } from '../trust';

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
    super(scope, id, byRegionalProps(props, (read, self) => {
      const application = readApplication(read);
      const { namespaces, environmentOptions } = application;
      warnOfOtherPartition(read);
      return {
        trust: podsOfBeanstalk(self, namespaces),
        sessionTags: true,
        trustOptions: environmentOptions,
        features: applicationPolicy(application),
        passedTo: [POD_SERVICE, BEANSTALK_SERVICE],
        isLookedUp: true,
      };
    }));
  }

  /** Returns the setting of a `CfnEnvironment` that belongs to this role: `application-role`. */
  public optionSettings(): elasticbeanstalk.CfnEnvironment.OptionSettingProperty[] {
    return [environmentSetting('application-role', this.role)];
  }
}
