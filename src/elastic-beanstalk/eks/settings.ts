import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';

type Setting = elasticbeanstalk.CfnEnvironment.OptionSettingProperty;

/** A setting of the cluster that environments share. */
export function clusterSetting(optionName: string, { roleArn: value }: iam.IRole): Setting {
  return { namespace: 'aws:elasticbeanstalk:eks', optionName, value };
}

export function environmentSetting(optionName: string, { roleArn: value }: iam.IRole): Setting {
  return { namespace: 'aws:elasticbeanstalk:eks:environment', optionName, value };
}
