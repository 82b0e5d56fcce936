import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import { Construct } from 'constructs';
import { checkTogether } from './conflicts';
import { grantExecution } from './execution-role';
import { instancePolicy } from './policy';
import { BeanstalkEc2RoleProps } from './props';
import { Instances, readInstances } from './read';
import { Arns } from '../../private/options/arns';
import { readAwsPolicies } from '../../private/roles/aws-policies';
import { byRegionalProps } from '../../private/roles/regional-props';
import { Ec2RoleConstruct } from '../../private/roles/role-construct';
import { EC2_SERVICES, ec2Trust } from '../../private/statements/services';
import { Tiers } from '../tiers/resources';

/**
 * The role of the instances of Elastic Beanstalk environments, with its instance profile.
 *
 * It grants what AWS's managed policies of the chosen tiers grant, limited to the resources that Elastic
 * Beanstalk creates in the region and account of the stack, or to those in the options. Elastic Beanstalk no
 * longer creates its default profile `aws-elasticbeanstalk-ec2-role`; use this one. The profile has the name of the
 * role, as `.ebextensions` that read private files expect.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html
 */
export class BeanstalkEc2Role extends Ec2RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.BeanstalkEc2Role';

  private readonly reportsHealth: boolean;

  constructor(scope: Construct, id: string, props: BeanstalkEc2RoleProps) {
    let instances!: Instances;
    super(scope, id, byRegionalProps(props, (read, self) => {
      instances = readInstances(read);
      checkTogether(read, instances);
      return {
        trust: ec2Trust(),
        features: instancePolicy(Arns.of(self), instances),
        awsPolicies: readAwsPolicies(read, [
          { option: 'awsManagedPolicies', byDefault: false, policies: awsPoliciesOf(instances.tiers) },
        ]),
        passedTo: EC2_SERVICES,
      };
    }));
    this.reportsHealth = instances.tiers.enhancedHealth;
    grantExecution(this, instances);
  }

  /**
   * Returns the settings of a `CfnEnvironment` that belong to this role: its instance profile, and whether health
   * reports are authorized by it.
   */
  public optionSettings(): elasticbeanstalk.CfnEnvironment.OptionSettingProperty[] {
    const instanceProfile = {
      namespace: 'aws:autoscaling:launchconfiguration',
      optionName: 'IamInstanceProfile',
      value: this.instanceProfile.instanceProfileName,
    };
    const unauthorizedHealth = {
      namespace: 'aws:elasticbeanstalk:healthreporting:system',
      optionName: 'EnhancedHealthAuthEnabled',
      value: 'false',
    };
    return this.reportsHealth ? [instanceProfile] : [instanceProfile, unauthorizedHealth];
  }
}

/** The names of AWS's managed policies of the tiers. */
export function awsPoliciesOf({ webTier, workerTier, ecsDocker }: Tiers): readonly string[] {
  return [
    ...(webTier ? ['AWSElasticBeanstalkWebTier'] : []),
    ...(workerTier ? ['AWSElasticBeanstalkWorkerTier'] : []),
    ...(ecsDocker ? ['AWSElasticBeanstalkMulticontainerDocker'] : []),
  ];
}
