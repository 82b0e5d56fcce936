import { ResourceRow } from './data';

/** Permissions that handlers list for a property of the type: they are asked for where a template has the property. */
type ByProperty = Readonly<Record<string, readonly string[]>>;

const KEY = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyPair',
  'kms:GenerateDataKeyPairWithoutPlaintext', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ListAliases', 'kms:ReEncryptFrom',
  'kms:ReEncryptTo', 'kms:RetireGrant', 'kms:RevokeGrant'];

export const BY_PROPERTY: Readonly<Record<string, ByProperty>> = {
  'AWS::AutoScaling::AutoScalingGroup': {
    LoadBalancerNames: ['autoscaling:AttachLoadBalancers', 'autoscaling:DetachLoadBalancers'],
    MetricsCollection: ['autoscaling:DisableMetricsCollection', 'autoscaling:EnableMetricsCollection'],
    NotificationConfigurations: ['autoscaling:DeleteNotificationConfiguration', 'autoscaling:PutNotificationConfiguration'],
    TrafficSources: [
      'autoscaling:AttachTrafficSources', 'autoscaling:DetachTrafficSources', 'vpc-lattice:DeregisterTargets',
      'vpc-lattice:GetTargetGroup', 'vpc-lattice:ListTargets', 'vpc-lattice:RegisterTargets',
    ],
  },
  'AWS::Batch::ComputeEnvironment': {
    EksConfiguration: [
      'eks:AssociateAccessPolicy', 'eks:CreateAccessEntry', 'eks:DeleteAccessEntry', 'eks:DescribeAccessEntry',
      'eks:DescribeCluster', 'eks:ListAssociatedAccessPolicies',
    ],
  },
  'AWS::CloudFormation::Stack': {
    EnableTerminationProtection: ['cloudformation:UpdateTerminationProtection'],
    StackPolicyBody: ['cloudformation:SetStackPolicy'],
  },
  'AWS::DynamoDB::Table': {
    ContributorInsightsSpecification: ['dynamodb:DescribeContributorInsights', 'dynamodb:UpdateContributorInsights'],
    ImportSourceSpecification: [
      'dynamodb:DescribeImport', 'dynamodb:ImportTable', 'logs:CreateLogGroup', 'logs:CreateLogStream',
      'logs:DescribeLogGroups', 'logs:DescribeLogStreams', 'logs:PutLogEvents', 'logs:PutRetentionPolicy', 's3:GetObject',
      's3:ListBucket',
    ],
    KinesisStreamSpecification: [
      'dynamodb:DescribeKinesisStreamingDestination', 'dynamodb:DisableKinesisStreamingDestination',
      'dynamodb:EnableKinesisStreamingDestination', 'dynamodb:UpdateKinesisStreamingDestination',
      'kinesis:DescribeStream', 'kinesis:PutRecords',
    ],
    PointInTimeRecoverySpecification: ['dynamodb:DescribeContinuousBackups', 'dynamodb:UpdateContinuousBackups'],
    ResourcePolicy: ['dynamodb:DeleteResourcePolicy', 'dynamodb:GetResourcePolicy', 'dynamodb:PutResourcePolicy'],
    SSESpecification: KEY,
    TimeToLiveSpecification: ['dynamodb:DescribeTimeToLive', 'dynamodb:UpdateTimeToLive'],
  },
  'AWS::EC2::EIP': { TransferAddress: ['ec2:AcceptAddressTransfer'] },
  'AWS::EC2::Instance': {
    CreditSpecification: ['ec2:ModifyInstanceCreditSpecification'],
    IamInstanceProfile: [
      'ec2:AssociateIamInstanceProfile', 'ec2:DisassociateIamInstanceProfile', 'ec2:ReplaceIamInstanceProfileAssociation',
    ],
    Monitoring: ['ec2:MonitorInstances', 'ec2:UnmonitorInstances'],
    PrivateDnsNameOptions: ['ec2:ModifyPrivateDnsNameOptions'],
    SsmAssociations: ['ssm:CreateAssociation', 'ssm:DeleteAssociation', 'ssm:DescribeAssociation', 'ssm:ListAssociations'],
    Tenancy: ['ec2:ModifyInstancePlacement'],
    Volumes: ['ec2:AttachVolume', 'ec2:DetachVolume'],
  },
  'AWS::EC2::NetworkInterface': {
    Ipv6Addresses: ['ec2:AssignIpv6Addresses', 'ec2:UnassignIpv6Addresses'],
    PublicIpDnsHostnameTypeSpecification: ['ec2:ModifyPublicIpDnsNameOptions'],
    SecondaryPrivateIpAddressCount: ['ec2:AssignPrivateIpAddresses', 'ec2:UnassignPrivateIpAddresses'],
  },
  'AWS::EC2::Volume': { KmsKeyId: KEY, SourceVolumeId: ['ec2:CopyVolumes'] },
  'AWS::ECR::Repository': {
    EncryptionConfiguration: KEY,
    ImageScanningConfiguration: ['ecr:PutImageScanningConfiguration'],
    LifecyclePolicy: ['ecr:DeleteLifecyclePolicy', 'ecr:PutLifecyclePolicy'],
    RepositoryPolicyText: ['ecr:DeleteRepositoryPolicy', 'ecr:SetRepositoryPolicy'],
  },
  'AWS::EFS::FileSystem': {
    BackupPolicy: ['elasticfilesystem:PutBackupPolicy'],
    FileSystemPolicy: ['elasticfilesystem:DeleteFileSystemPolicy', 'elasticfilesystem:PutFileSystemPolicy'],
    FileSystemProtection: ['elasticfilesystem:UpdateFileSystemProtection'],
    KmsKeyId: KEY,
    LifecyclePolicies: ['elasticfilesystem:PutLifecycleConfiguration'],
    ReplicationConfiguration: [
      'elasticfilesystem:CreateReplicationConfiguration', 'elasticfilesystem:DeleteReplicationConfiguration',
    ],
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    ListenerAttributes: ['elasticloadbalancing:DescribeListenerAttributes', 'elasticloadbalancing:ModifyListenerAttributes'],
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    IpAddressType: ['elasticloadbalancing:SetIpAddressType'],
    Ipv4IpamPoolId: ['elasticloadbalancing:ModifyIpPools'],
    MinimumLoadBalancerCapacity: ['elasticloadbalancing:ModifyCapacityReservation'],
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    TargetGroupAttributes: ['elasticloadbalancing:ModifyTargetGroupAttributes'],
    Targets: ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'],
  },
  'AWS::ImageBuilder::Component': { KmsKeyId: KEY, Uri: ['s3:GetBucketLocation', 's3:GetObject'] },
  'AWS::ImageBuilder::Image': {
    ContainerRecipeArn: ['imagebuilder:GetContainerRecipe'],
    ImagePipelineExecutionSettings: ['imagebuilder:StartImagePipelineExecution'],
    ImageScanningConfiguration: ['ecr:BatchGetRepositoryScanningConfiguration', 'inspector2:BatchGetAccountStatus'],
    Workflows: ['imagebuilder:GetWorkflow'],
  },
  'AWS::Lambda::Function': {
    CapacityProviderConfig: ['lambda:PassCapacityProvider'],
    CodeSigningConfigArn: [
      'lambda:DeleteFunctionCodeSigningConfig', 'lambda:GetCodeSigningConfig', 'lambda:GetFunctionCodeSigningConfig',
      'lambda:PutFunctionCodeSigningConfig',
    ],
    FileSystemConfigs: ['elasticfilesystem:DescribeMountTargets', 's3files:ListMountTargets'],
    FunctionScalingConfig: ['lambda:PutFunctionScalingConfig'],
    KmsKeyArn: KEY,
    Layers: ['lambda:GetLayerVersion'],
    PublishToLatestPublished: ['lambda:PublishVersion'],
    RecursiveLoop: ['lambda:GetFunctionRecursionConfig', 'lambda:PutFunctionRecursionConfig'],
    ReservedConcurrentExecutions: ['lambda:DeleteFunctionConcurrency', 'lambda:PutFunctionConcurrency'],
    VpcConfig: [
      'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs',
    ],
    RuntimeManagementConfig: ['lambda:GetRuntimeManagementConfig', 'lambda:PutRuntimeManagementConfig'],
  },
  'AWS::Logs::LogGroup': {
    BearerTokenAuthenticationEnabled: ['logs:PutBearerTokenAuthentication'],
    DataProtectionPolicy: [
      'firehose:TagDeliveryStream', 'logs:CreateLogDelivery', 'logs:DeleteDataProtectionPolicy',
      'logs:GetDataProtectionPolicy', 'logs:PutDataProtectionPolicy',
    ],
    DeletionProtectionEnabled: ['logs:PutLogGroupDeletionProtection'],
    FieldIndexPolicies: ['logs:DeleteIndexPolicy', 'logs:DescribeIndexPolicies', 'logs:PutIndexPolicy'],
    KmsKeyId: ['logs:AssociateKmsKey', 'logs:DisassociateKmsKey'],
    RetentionInDays: ['logs:PutRetentionPolicy'],
    ResourcePolicyDocument: ['logs:DeleteResourcePolicy', 'logs:DescribeResourcePolicies', 'logs:PutResourcePolicy'],
  },
  'AWS::Route53::HostedZone': {
    HostedZoneConfig: ['route53:UpdateHostedZoneComment'],
    HostedZoneFeatures: ['route53:UpdateHostedZoneFeatures'],
    QueryLoggingConfig: ['route53:CreateQueryLoggingConfig', 'route53:DeleteQueryLoggingConfig'],
  },
  'AWS::SNS::Topic': { DataProtectionPolicy: ['sns:GetDataProtectionPolicy', 'sns:PutDataProtectionPolicy'] },
};

/**
 * What handlers call of the actions that they list as a pattern: groups of login nodes have a launch template, target
 * groups and lifecycle hooks, and no more.
 */
export const PATTERNS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'AWS::AutoScaling::AutoScalingGroup': {
    'autoscaling:Describe*': [
      'autoscaling:DescribeAutoScalingGroups', 'autoscaling:DescribeLifecycleHooks', 'autoscaling:DescribeScalingActivities',
    ],
    'ec2:Get*': [],
    'elasticloadbalancing:Describe*': ['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'],
    'ssm:Get*': [],
  },
};

/** Permissions that handlers list and no template of a vendor causes, with the reason. */
export interface NeverCaused {
  readonly types: readonly string[];
  readonly permissions: readonly string[];
  readonly because: string;
}

const OF_IMAGES = ['Component', 'DistributionConfiguration', 'Image', 'ImageRecipe', 'InfrastructureConfiguration']
  .map(type => `AWS::ImageBuilder::${type}`);

export const NEVER_CAUSED: readonly NeverCaused[] = [
  {
    types: OF_IMAGES,
    permissions: ['imagebuilder:UntagResource'],
    because: 'tags are not removed from what is deleted, and no stack of an image is updated',
  },
  {
    types: ['AWS::ImageBuilder::DistributionConfiguration'],
    permissions: [
      'ec2:CreateLaunchTemplateVersion', 'ec2:DescribeLaunchTemplates', 'ec2:ModifyLaunchTemplate', 'ssm:GetParameter',
    ],
    because: 'the distribution of an image names no launch template and no parameter',
  },
  {
    types: ['AWS::ImageBuilder::InfrastructureConfiguration'],
    permissions: ['autoscaling:DescribeAutoScalingGroups'],
    because: 'the build of an image has no Auto Scaling group',
  },
  {
    types: ['AWS::FSx::DataRepositoryAssociation'],
    permissions: ['s3:PutBucketPolicy'],
    because: 'FSx reads and writes the bucket with its service-linked role, as its guide says: no policy of the bucket changes',
  },
  {
    types: ['AWS::AutoScaling::AutoScalingGroup'],
    permissions: [
      'autoscaling:CancelInstanceRefresh', 'autoscaling:ResumeProcesses', 'autoscaling:StartInstanceRefresh',
      'autoscaling:SuspendProcesses',
    ],
    because: 'the group has no update policy',
  },
  {
    types: ['AWS::AutoScaling::AutoScalingGroup'],
    permissions: ['autoscaling:AttachLoadBalancerTargetGroups', 'autoscaling:DetachLoadBalancerTargetGroups'],
    because: 'the target groups of a pool never change',
  },
  {
    types: ['AWS::AutoScaling::AutoScalingGroup'],
    permissions: ['cloudwatch:PutMetricAlarm'],
    because: 'the group has no scaling policy',
  },
  {
    types: ['AWS::EFS::FileSystem'],
    permissions: ['elasticfilesystem:DeleteTags'],
    because: 'it is the older form of UntagResource, which the handlers list, too',
  },
  {
    types: ['AWS::ElasticLoadBalancingV2::Listener'],
    permissions: ['cognito-idp:DescribeUserPoolClient', 'elasticloadbalancing:ModifyListener'],
    because: 'a listener of login nodes only forwards, always to the same target group',
  },
  {
    types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
    permissions: ['elasticloadbalancing:SetSecurityGroups', 'elasticloadbalancing:SetSubnets'],
    because: 'the network of a balancer is given when it is created, and never changes',
  },
  {
    types: ['AWS::DynamoDB::Table'],
    permissions: [
      'dynamodb:AssociateTableReplica', 'dynamodb:BatchWriteItem', 'dynamodb:CreateTableReplica', 'dynamodb:DeleteItem',
      'dynamodb:Scan', 'iam:CreateServiceLinkedRole',
    ],
    because: 'they make replicas, which only global tables have',
  },
  {
    types: ['AWS::DynamoDB::Table'],
    permissions: ['dynamodb:UpdateTable'],
    because: 'no update of a cluster changes its tables, apart from their tags',
  },
  {
    types: ['AWS::EC2::Instance'],
    permissions: [
      'ec2:ModifyInstanceAttribute', 'ec2:ModifyInstanceMaintenanceOptions', 'ec2:ModifyInstanceMetadataOptions',
      'ec2:StartInstances', 'ec2:StopInstances',
    ],
    because: 'the launch template has all properties of the head node, and no update of a cluster changes them',
  },
  {
    types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupEgress', 'AWS::EC2::SecurityGroupIngress'],
    permissions: ['ec2:UpdateSecurityGroupRuleDescriptionsEgress', 'ec2:UpdateSecurityGroupRuleDescriptionsIngress'],
    because: 'the descriptions of rules never change',
  },
  {
    types: ['AWS::IAM::Role'],
    permissions: ['iam:UpdateAssumeRolePolicy', 'iam:UpdateRole', 'iam:UpdateRoleDescription'],
    because: 'no update of a cluster changes the trust or the description of a role',
  },
  {
    types: ['AWS::Lambda::Function'],
    permissions: ['lambda:UpdateFunctionCode'],
    because: 'the code of a function stays at the same key of its bucket',
  },
  {
    types: ['AWS::Logs::LogGroup'],
    permissions: ['logs:DeleteRetentionPolicy'],
    because: 'a log group of a cluster always has a retention',
  },
  {
    types: ['AWS::Route53::HostedZone'],
    permissions: ['route53:AssociateVPCWithHostedZone', 'route53:DisassociateVPCFromHostedZone'],
    because: 'a zone has one network, which is given when it is created and never changes',
  },
];

/** Whether the properties of a resource can cause a permission that its handlers list. */
export function isCaused({ type, properties = [] }: ResourceRow, permission: string): boolean {
  const causes = Object.entries(BY_PROPERTY[type] ?? {}).filter(([, permissions]) => permissions.includes(permission));
  const isNever = NEVER_CAUSED.some(row => row.types.includes(type) && row.permissions.includes(permission));
  return !isNever && (causes.length === 0 || causes.some(([property]) => properties.includes(property)));
}
