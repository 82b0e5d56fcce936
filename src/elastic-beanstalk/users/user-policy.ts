import { Construct } from 'constructs';
import { changePolicy, updatePolicy } from './change-policy';
import { checkStorage, checkTogether, checkVpc } from './conflicts';
import { deploymentPolicy } from './deployment-policy';
import { infrastructurePolicy, rolesPolicy } from './infrastructure-policy';
import { instancePolicy } from './instances-policy';
import { loadBalancerPolicy } from './load-balancer-policy';
import { clusterPolicy, managementPolicy } from './management-policy';
import { BeanstalkUserPolicyProps } from './props';
import { readUserAccess, UserAccess } from './read';
import { UserScope } from './scope';
import { servicesPolicy } from './services-policy';
import { logsPolicy, watchPolicy } from './watch-policy';
import { Arns } from '../../private/options/arns';
import { PolicyConstruct } from '../../private/roles/policy-construct';
import { byRegionalProps } from '../../private/roles/regional-props';
import { PolicyFeature, whenPresent } from '../../private/statements/documented-statement';

/**
 * Grants what people and pipelines need who deploy to Elastic Beanstalk, with `eb`, GitHub Actions, AWS CodePipeline or
 * other programs: customer-managed policies to attach to users, groups and roles.
 *
 * Elastic Beanstalk calls other services with the permissions of the user who updates an environment, unless the
 * environment has an operations role. Users watch the environments; `deployment`, `infrastructure` and `management` add
 * what they change.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.iam.managed-policies.html
 */
export class BeanstalkUserPolicy extends PolicyConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.BeanstalkUserPolicy';

  constructor(scope: Construct, id: string, props: BeanstalkUserPolicyProps) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      const access = readUserAccess(read);
      checkTogether(read, access);
      checkVpc(read, access);
      checkStorage(read, access);
      return {
        features: userFeatures(Arns.of(self), access),
        wayOut: 'list fewer applications, environments, roles and regions, set environmentNamePrefix, or create one construct for ' +
          "each team. 'deployment' fills 'Update'; 'infrastructure' fills 'Update', 'Roles', 'Instances', 'LoadBalancers' and " +
          "'Services'; 'clusterEnvironments' fills 'Roles'",
      };
    }));
  }
}

function userFeatures(arns: Arns, access: UserAccess): readonly PolicyFeature[] {
  const { deployment, management, infrastructure, clusterEnvironments, updates } = access;
  const scope = new UserScope(arns, access);
  return [
    { name: 'Watch', statements: [...watchPolicy(scope), ...logsPolicy(scope, access)] },
    {
      name: 'Deployment',
      statements: [
        ...whenPresent(deployment ?? management, () => changePolicy(scope, access)),
        ...whenPresent(deployment, used => deploymentPolicy(scope, used, access.storage)),
      ],
    },
    { name: 'Update', statements: whenPresent(updates, () => updatePolicy(scope)) },
    { name: 'Management', statements: whenPresent(management, used => managementPolicy(scope, used)) },
    {
      name: 'Roles',
      statements: [
        ...whenPresent(infrastructure, used => rolesPolicy(scope, used)),
        ...whenPresent(clusterEnvironments, used => clusterPolicy(scope, used)),
      ],
    },
    { name: 'Infrastructure', statements: whenPresent(infrastructure, () => infrastructurePolicy(scope)) },
    { name: 'Instances', statements: whenPresent(infrastructure, used => instancePolicy(scope, used)) },
    { name: 'LoadBalancers', statements: whenPresent(infrastructure?.loadBalancers, () => loadBalancerPolicy(scope)) },
    { name: 'Services', statements: whenPresent(infrastructure, used => servicesPolicy(scope, used)) },
  ];
}
