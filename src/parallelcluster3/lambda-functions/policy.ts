import { LambdaFunctions } from './read';
import { ANY, PolicyFeature, Statements, whenPresent } from '../../private/statements/documented-statement';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { ClusterArns } from '../cluster/cluster-arns';
import { ofCluster } from '../cluster/statements';
import { ClusterBucket } from '../cluster/storage';
import { ROLE_SOURCES } from '../sources';

export function lambdaFunctionsPolicy(
  arns: ClusterArns, { bucket, slurm, awsBatch }: LambdaFunctions,
): readonly PolicyFeature[] {
  return [
    { name: 'Common', statements: commonPolicy(arns, bucket) },
    { name: 'Slurm', statements: whenPresent(slurm, zones => slurmPolicy(arns, zones)) },
    { name: 'AwsBatch', statements: whenPresent(awsBatch, () => awsBatchPolicy(arns)) },
  ];
}

function commonPolicy(arns: ClusterArns, bucket: ClusterBucket): Statements {
  const source = ROLE_SOURCES.lambdaFunctions;
  return [
    {
      sid: 'CommonWriteLogs',
      source,
      actions: [
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ],
      resources: [arns.regional('logs', 'log-group:/aws/lambda/pcluster-*')],
    },
    ownedBy(bucket.owner, {
      sid: 'CommonListClusterBucket',
      source,
      note: 'narrowed: the page grants it on objects, too, to which listing does not apply',
      actions: [
        's3:ListBucket',
        's3:ListBucketVersions',
      ],
      resources: [bucket.arn],
    }),
    ownedBy(bucket.owner, {
      sid: 'CommonDeleteClusterObjects',
      source,
      note: 'narrowed: the page grants all objects of the bucket, and the bucket itself; the functions delete the ' +
        'objects of clusters',
      actions: [
        's3:DeleteObject',
        's3:DeleteObjectVersion',
      ],
      resources: [arns.artifactsIn(bucket.arn)],
    }),
  ];
}

function slurmPolicy(arns: ClusterArns, resources: readonly string[]): Statements {
  const source = ROLE_SOURCES.lambdaFunctions;
  return [
    {
      sid: 'SlurmDeleteDns',
      source,
      note: 'narrowed: the page grants all hosted zones; hostedZone limits it to one',
      actions: [
        'route53:ChangeResourceRecordSets',
        'route53:ListResourceRecordSets',
      ],
      resources,
    },
    {
      sid: 'SlurmDescribeInstances',
      source,
      actions: ['ec2:DescribeInstances'],
      resources: ANY,
    },
    {
      sid: 'SlurmTerminate',
      source: ROLE_SOURCES.cleanupFunction,
      note: 'corrected: the page allows compute nodes only, but the function terminates all instances of a cluster ' +
        'in one call, which fails if login nodes are among them. clusterName adds a condition on its tag',
      actions: ['ec2:TerminateInstances'],
      resources: [arns.instances],
      conditions: { StringEquals: taggedInstances(arns) },
    },
  ];
}

function taggedInstances(arns: ClusterArns): Record<string, string | string[]> {
  return arns.cluster === undefined
    ? { 'ec2:ResourceTag/parallelcluster:node-type': ['Compute', 'LoginNode'] }
    : ofCluster('ec2:ResourceTag', arns);
}

function awsBatchPolicy(arns: ClusterArns): Statements {
  const source = ROLE_SOURCES.customRoles;
  return [
    {
      sid: 'AwsBatchDeleteImages',
      source,
      actions: [
        'ecr:BatchDeleteImage',
        'ecr:ListImages',
      ],
      resources: [arns.regional('ecr', 'repository/*parallelcluster*')],
    },
    {
      sid: 'AwsBatchBuildImages',
      source,
      note: 'narrowed: clusterName limits it to the project of the cluster; a build has the role of its project',
      actions: [
        'codebuild:BatchGetBuilds',
        'codebuild:StartBuild',
      ],
      resources: [arns.buildProject],
    },
  ];
}
