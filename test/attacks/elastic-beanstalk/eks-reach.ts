import { ReachTable } from '../attack';

/** What the roles of Beanstalk Cluster can reach, and the pods and builds that have them. */
export const EKS_REACH = {
  eksCluster: {
    who: '`BeanstalkEksClusterRole`: by default',
    can: 'launch instances **with any role that trusts EC2**, replace the user data of stopped ones, open any security ' +
      'group, delete volumes, and change and delete load balancers: the policies are from AWS',
    advice: 'let only administrators pass this role',
  },
  eksPods: {
    who: '`BeanstalkEksNodeRole`: by default',
    can: 'get the credentials of all pods on its node, and so those of the applications and of the observability role',
    advice: 'run environments that must not trust each other on different subnets, or at least on dedicated nodes (`node-pool`)',
  },
  eksImages: {
    who: '`BeanstalkEksNodeRole`: by default',
    can: 'pull the images of all repositories: the policy is from AWS',
    advice: 'keep secrets out of images',
  },
  eksParameters: {
    who: '`BeanstalkEksNodeRole` with `systemsManager`: by default',
    can: 'read every parameter of the Parameter Store: the policy is from AWS',
    advice: 'set it to `false`, or encrypt parameters with a key that the role may not use',
  },
  eksLogs: {
    who: '`BeanstalkEksObservabilityRole`',
    can: 'write false logs, metrics and traces of all environments on all clusters of the region, and with `prometheus` ' +
      'false metrics in its workspaces',
    advice: "don't take them as evidence",
  },
  eksBucket: {
    who: '`BeanstalkEksObservabilityRole` with `s3Logs`: by default',
    can: 'overwrite the logs of all environments in the bucket of logs, and list them',
    advice: 'turn on versioning, or set it to `false`',
  },
  eksAgent: {
    who: '`BeanstalkEksObservabilityRole`',
    can: 'see the tags and volumes of all instances, and read the parameters `AmazonCloudWatch-*`',
    advice: 'keep secrets out of tags and these parameters',
  },
  eksAwsPolicies: {
    who: '`BeanstalkEksObservabilityRole` with `awsManagedPolicies`',
    can: 'write to all log groups and delete their logs by a short retention, trigger or silence alarms of others, and ' +
      'take over or delete every workspace of Amazon Managed Service for Prometheus by tagging it',
    advice: "use the library's statements",
  },
  eksSources: {
    who: '`BeanstalkEksImageBuildRole`',
    can: 'read the code of all applications in the bucket of Elastic Beanstalk',
    advice: 'set `sources`',
  },
  eksBuilds: {
    who: '`BeanstalkEksImageBuildRole`',
    can: 'replace the images of all applications that Elastic Beanstalk built, `elasticbeanstalk-*`: pods that start ' +
      'by a tag run them with the roles of their applications',
    advice: 'build code of different owners in different accounts',
  },
  eksTokens: {
    who: '`BeanstalkEksImageBuildRole` with `publicRegistryLogin`: by default',
    can: 'get the token of another service, such as AWS CodeArtifact, if it also has a permission of that service',
    advice: 'set it to `false`, or grant no such permission in addition',
  },
  eksBuildLogs: {
    who: '`BeanstalkEksImageBuildRole`',
    can: 'write false logs of all builds of Elastic Beanstalk',
    advice: "don't take them as evidence",
  },
  eksKeys: {
    who: '`BeanstalkEksImageBuildRole.sourceKeys` and `BeanstalkEksApplicationRole.environmentSecrets` with a key',
    can: 'decrypt everything that is encrypted with the key',
    advice: 'use the key for this application only',
  },
  eksSecrets: {
    who: '`BeanstalkEksApplicationRole.environmentSecrets`',
    can: 'read these secrets and parameters',
    advice: 'give each environment its own, and change them after a break-in',
  },
} satisfies ReachTable;
