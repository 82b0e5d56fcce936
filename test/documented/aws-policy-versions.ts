/**
 * The versions of AWS managed policies that somebody read for the constructs and chapters: those that constructs
 * attach, and those that statements name. When AWS publishes a newer one, read what it adds: an attached policy grants
 * it at once. Then state it in the chapter, and change the version here.
 */
export const READ_VERSIONS: Readonly<Record<string, string>> = {
  'AWSBatchFullAccess': 'v7 of 2022-10-24',
  'AWSCloud9SSMInstanceProfile': 'v1 of 2020-05-14',
  'AWSElasticBeanstalkEKSImageBuild': 'v1 of 2026-07-02',
  'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy': 'v12 of 2026-02-12',
  'AWSElasticBeanstalkMulticontainerDocker': 'v5 of 2026-04-29',
  'AWSElasticBeanstalkWebTier': 'v9 of 2026-04-29',
  'AWSElasticBeanstalkWorkerTier': 'v8 of 2026-04-29',
  'AdministratorAccess-AWSElasticBeanstalk': 'v10 of 2026-05-19',
  'AmazonEC2ContainerRegistryReadOnly': 'v3 of 2019-12-10',
  'AmazonEKSWorkerNodePolicy': 'v3 of 2023-11-27',
  'AmazonEKS_CNI_Policy': 'v6 of 2026-03-04',
  'AmazonS3ReadOnlyAccess': 'v3 of 2023-08-10',
  'AmazonSSMManagedInstanceCore': 'v2 of 2019-05-23',
  'AmazonSSMPatchAssociation': 'v1 of 2020-05-13',
  'CloudWatchAgentServerPolicy': 'v3 of 2024-02-06',
  'EC2InstanceProfileForImageBuilder': 'v12 of 2026-02-12',
  'service-role/AWSBatchServiceRole': 'v14 of 2026-08-25',
  'service-role/AWSElasticBeanstalkEnhancedHealth': 'v4 of 2018-04-09',
  'service-role/AWSElasticBeanstalkRoleCore': 'v3 of 2024-04-30',
  'service-role/AWSLambdaBasicExecutionRole': 'v1 of 2015-04-09',
  'service-role/AWSLambdaVPCAccessExecutionRole': 'v3 of 2024-01-05',
  'service-role/AmazonEC2ContainerServiceforEC2Role': 'v10 of 2026-02-12',
  'service-role/AmazonEC2SpotFleetTaggingRole': 'v5 of 2020-04-23',
  'service-role/AmazonECSTaskExecutionRolePolicy': 'v1 of 2017-11-16',
};
