import { LambdaCluster } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, whenPresent, PolicyFeature } from '../../private/statements/documented-statement';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { ClusterNames } from '../cluster/names';
import { GUIDE_2_11 } from '../cluster/options';
import { clusterFeatures, ClusterStatements, ON_ALL } from '../cluster/statement';
import { SOURCES } from '../sources';

/** The permissions of the functions of each scheduler. */
export function lambdaPolicy(arns: Arns, cluster: LambdaCluster): readonly PolicyFeature[] {
  const { isBatch, isSlurm, names, isUnrestricted } = cluster;
  return clusterFeatures(GUIDE_2_11, isUnrestricted, {
    Common: commonPolicy(cluster),
    Fleet: whenPresent(isSlurm, () => fleetPolicy(arns, names)),
    Images: whenPresent(isBatch, () => imagesPolicy(names)),
  });
}

function commonPolicy({ isBatch, names }: LambdaCluster): ClusterStatements {
  const source = isBatch ? SOURCES.lambdaBatch : SOURCES.lambda;
  const note = 'narrowed: the page empties and deletes every bucket; this covers the buckets of clusters';
  return [
    {
      sid: 'CommonWriteLogs',
      source,
      note: 'narrowed: the page grants all log groups; the functions write to log groups with their names',
      printed: ON_ALL,
      actions: [
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ],
      resources: names.functionLogs,
    },
    ownedBy(names.bucketOwner, {
      sid: 'CommonListArtifacts',
      source,
      note,
      printed: ON_ALL,
      actions: [
        's3:ListBucket',
        's3:ListBucketVersions',
      ],
      resources: names.buckets,
    }),
    ...whenPresent(names.createsBucket, () => (ownedBy(names.bucketOwner, {
      sid: 'CommonDeleteBuckets',
      source,
      note,
      printed: ON_ALL,
      actions: ['s3:DeleteBucket'],
      resources: names.buckets,
    }))),
    ownedBy(names.bucketOwner, {
      sid: 'CommonDeleteArtifacts',
      source,
      note,
      printed: ON_ALL,
      actions: [
        's3:DeleteObject',
        's3:DeleteObjectVersion',
      ],
      resources: names.artifacts,
    }),
  ];
}

/** The functions of SGE and Torque only empty buckets. */
function fleetPolicy(arns: Arns, names: ClusterNames): ClusterStatements {
  const source = SOURCES.lambda;
  return [
    {
      sid: 'FleetDescribe',
      source,
      actions: ['ec2:DescribeInstances'],
      resources: ANY,
    },
    {
      sid: 'FleetTerminate',
      source,
      note: 'narrowed: the page terminates every instance; those of clusters have this tag',
      printed: ON_ALL,
      actions: ['ec2:TerminateInstances'],
      resources: [arns.regional('ec2', 'instance/*')],
      conditions: { StringLike: { 'ec2:ResourceTag/Application': names.stackName } },
    },
    {
      sid: 'FleetUseTable',
      source,
      note: 'narrowed: the page grants the tables of all clusters; clusterName limits it to one',
      actions: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
      ],
      resources: names.tables,
    },
    {
      sid: 'FleetRemoveNames',
      source,
      actions: [
        'route53:ChangeResourceRecordSets',
        'route53:ListResourceRecordSets',
      ],
      resources: [arns.global('route53', 'hostedzone/*')],
    },
  ];
}

function imagesPolicy(names: ClusterNames): ClusterStatements {
  const source = SOURCES.lambdaBatch;
  return [
    {
      sid: 'ImagesDelete',
      source,
      note: 'narrowed: the page deletes the images of every repository; this covers the repositories of clusters',
      printed: ON_ALL,
      actions: [
        'ecr:BatchDeleteImage',
        'ecr:ListImages',
      ],
      resources: names.repositories,
    },
    {
      sid: 'ImagesBuild',
      source,
      note: 'narrowed: the page starts every build; this covers the builds of clusters',
      printed: ON_ALL,
      actions: [
        'codebuild:BatchGetBuilds',
        'codebuild:StartBuild',
      ],
      resources: names.buildProjects,
    },
  ];
}
