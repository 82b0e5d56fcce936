import * as iam from 'aws-cdk-lib/aws-iam';
import { ParallelClusterNodeRoleProps } from './node-props';
import { AwsPolicy } from './read';
import { grantPass } from '../../private/roles/grant-pass';

/** Who takes the role of an instance from `iam:PassRole`: in China EC2 has two names. */
export const EC2_SERVICES = ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'];

export function ec2Trust(): iam.ServicePrincipal {
  return new iam.ServicePrincipal(EC2_SERVICES[0]);
}

export function grantPassToEc2(role: iam.IRole, grantee: iam.IGrantable): iam.Grant {
  return grantPass(role, grantee, ...EC2_SERVICES);
}

export function nodePolicies(
  { cloudWatchAgent, systemsManager }: ParallelClusterNodeRoleProps & { readonly systemsManager?: boolean },
  systemsManagerByDefault = true,
): readonly AwsPolicy[] {
  return [
    { option: 'cloudWatchAgent', value: cloudWatchAgent, byDefault: true, name: 'CloudWatchAgentServerPolicy' },
    {
      option: 'systemsManager',
      value: systemsManager,
      byDefault: systemsManagerByDefault,
      name: 'AmazonSSMManagedInstanceCore',
    },
  ];
}
