import { Arns } from '../../private/options/arns';
import { ANY, given, PolicyFeature } from '../../private/statements/documented-statement';
import { ClusterNames } from '../cluster/names';
import { ON_ALL, scoped, Statements } from '../cluster/statement';
import { SOURCES } from '../sources';

export interface LambdaCluster {
  readonly isBatch: boolean;
  readonly names: ClusterNames;
  readonly isUnrestricted: boolean;
}

/** What the functions of each scheduler do. */
export function lambdaPolicy(arns: Arns, cluster: LambdaCluster): readonly PolicyFeature[] {
  const { isBatch, names, isUnrestricted } = cluster;
  const feature = (name: string, statements: Statements) => ({ name, statements: scoped(isUnrestricted, statements) });
  return [
    feature('Common', commonPolicy(cluster)),
    feature('Fleet', given(!isBatch, () => fleetPolicy(arns, names))),
    feature('Images', given(isBatch, () => imagesPolicy(names))),
  ];
}

function commonPolicy({ isBatch, names }: LambdaCluster): Statements {
  const source = isBatch ? SOURCES.lambdaBatch : SOURCES.lambda;
  const note = 'narrowed: the page empties and deletes every bucket; these are the ones of clusters';
  return [
    {
      sid: 'CommonWriteLogs',
      source,
      note: 'narrowed: the page grants all log groups; the functions write to those of their names',
      printed: ON_ALL,
      actions: [
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ],
      resources: names.functionLogs,
    },
    {
      sid: 'CommonListArtifacts',
      source,
      note,
      printed: ON_ALL,
      actions: [
        's3:ListBucket',
        's3:ListBucketVersions',
      ],
      resources: names.buckets,
    },
    ...given(names.makesBucket, () => ({
      sid: 'CommonDeleteBuckets',
      source,
      note,
      printed: ON_ALL,
      actions: ['s3:DeleteBucket'],
      resources: names.buckets,
    })),
    {
      sid: 'CommonDeleteArtifacts',
      source,
      note,
      printed: ON_ALL,
      actions: [
        's3:DeleteObject',
        's3:DeleteObjectVersion',
      ],
      resources: names.artifacts,
    },
  ];
}

function fleetPolicy(arns: Arns, names: ClusterNames): Statements {
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
      note: 'narrowed: the page terminates every instance; those of clusters carry this tag',
      printed: ON_ALL,
      actions: ['ec2:TerminateInstances'],
      resources: [arns.regional('ec2', 'instance/*')],
      conditions: { StringLike: { 'ec2:ResourceTag/Application': names.stackName } },
    },
    {
      sid: 'FleetUseTable',
      source,
      note: 'narrowed: the page grants the tables of all clusters; clusterName leaves one',
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

function imagesPolicy(names: ClusterNames): Statements {
  const source = SOURCES.lambdaBatch;
  return [
    {
      sid: 'ImagesDelete',
      source,
      note: 'narrowed: the page deletes the images of every repository; these are the ones of clusters',
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
      note: 'narrowed: the page starts every build; these are the ones of clusters',
      printed: ON_ALL,
      actions: [
        'codebuild:BatchGetBuilds',
        'codebuild:StartBuild',
      ],
      resources: names.buildProjects,
    },
  ];
}
