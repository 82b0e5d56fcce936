import { HopsworksRepositoryCreation } from './props';
import { CloudWatch, Cluster, ContainerRegistry } from './read';
import { Arns } from '../../private/options/arns';
import { sessionManagerFeature } from '../../private/roles/session-manager';
import { ANY, PolicyFeature, Statements, whenPresent } from '../../private/statements/documented-statement';
import { useImages } from '../cluster/images';
import { assumableRolesFeature } from '../cluster/role-chaining';
import { storagePolicy } from '../cluster/storage';
import { SOURCES } from '../sources';

/** Returns one feature for each part of a managed cluster. */
export function instanceProfilePolicy(arns: Arns, cluster: Cluster): readonly PolicyFeature[] {
  const { storage, containerRegistry, cloudWatch, eksClusterName, assumableRoles, sessionManager } = cluster;
  return [
    ...storagePolicy(SOURCES.instanceProfile, storage),
    {
      name: 'ContainerRegistry',
      statements: whenPresent(containerRegistry, registry => containerRegistryPolicy(arns, registry)),
    },
    { name: 'CloudWatch', statements: whenPresent(cloudWatch, options => cloudWatchPolicy(arns, options)) },
    {
      name: 'Eks',
      statements: whenPresent(eksClusterName, name => ({
        sid: 'EksDescribeCluster',
        source: SOURCES.eksIntegration,
        note: 'narrowed: the page grants all clusters of every region and account',
        actions: ['eks:DescribeCluster'],
        resources: [arns.regional('eks', `cluster/${name}`)],
      })),
    },
    sessionManagerFeature(SOURCES.sessionManager, sessionManager),
    assumableRolesFeature(assumableRoles, { source: SOURCES.roleChaining }),
  ];
}

function containerRegistryPolicy(arns: Arns, registry: ContainerRegistry): Statements {
  const source = SOURCES.instanceProfile;
  const { images, namespace, region, accountId, vendorRegion, vendorAccountId, repositoryCreation } = registry;
  const ofCluster = (name: string) => arns.repository(`${namespace}/${name}`, region, accountId);
  return [
    {
      sid: 'ContainerRegistryLogin',
      source,
      actions: ['ecr:GetAuthorizationToken'],
      resources: ANY,
    },
    {
      sid: 'ContainerRegistryPullVendorImages',
      source,
      actions: [
        'ecr:BatchGetImage',
        'ecr:GetDownloadUrlForLayer',
      ],
      resources: images.map(image => arns.repository(image, vendorRegion, vendorAccountId)),
    },
    ...whenPresent(repositoryCreation !== HopsworksRepositoryCreation.NONE, () => ({
      sid: 'ContainerRegistryCreateRepositories',
      source,
      ...(repositoryCreation === HopsworksRepositoryCreation.ANYWHERE
        ? { resources: ANY }
        : { resources: [ofCluster('*')], note: 'narrowed: the page grants all resources' }),
      actions: ['ecr:CreateRepository'],
    })),
    useImages(source, images.map(ofCluster),
      'narrowed: the page grants the images of all clusters; clusterId limits it to one'),
  ];
}

function cloudWatchPolicy(arns: Arns, { logGroupPrefixes, metricNamespaces }: CloudWatch): Statements {
  const source = SOURCES.instanceProfile;
  return [
    {
      sid: 'CloudWatchWriteLogs',
      source,
      note: 'narrowed: the page grants all log groups of every region and account',
      actions: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
      ],
      resources: logGroupPrefixes.map(prefix => arns.logGroups(prefix)),
    },
    {
      sid: 'CloudWatchPutMetrics',
      source,
      ...(metricNamespaces.length > 0 ? {
        note: 'narrowed: the page has no condition',
        conditions: { StringLike: { 'cloudwatch:namespace': metricNamespaces } },
      } : {}),
      actions: ['cloudwatch:PutMetricData'],
      resources: ANY,
    },
    {
      sid: 'CloudWatchDescribe',
      source,
      actions: [
        'ec2:DescribeTags',
        'ec2:DescribeVolumes',
        'logs:DescribeLogGroups',
      ],
      resources: ANY,
    },
    {
      sid: 'CloudWatchReadAgentConfiguration',
      source,
      note: 'narrowed: the page grants the parameters of every region and account',
      actions: ['ssm:GetParameter'],
      resources: [arns.regional('ssm', 'parameter/AmazonCloudWatch-*')],
    },
  ];
}
