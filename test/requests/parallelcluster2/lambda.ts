import * as s3Module from 'aws-cdk-lib/aws-s3';
import {
  all, arn, BUCKET, FOLDER, FOLDER_OF_LAB, FOLDER_OF_TEAM_2, INSTANCE, LAB, logStream, OF_ANOTHER_ACCOUNT,
  permissionsOf, s3, taggedFor, TEAM, ZONE,
} from './fixtures';
import { ParallelCluster2LambdaRole, ParallelCluster2Scheduler } from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';

const FUNCTION_LOGS = logStream('/aws/lambda/pcluster-CleanupResources-0a1b2c');

const WRITE_LOGS: readonly RequestRow[] = [
  all('write logs', 'logs', ['CreateLogStream', 'PutLogEvents'], FUNCTION_LOGS),
];
const NO_OTHER_LOGS: readonly RequestRow[] = [
  ['write logs of other functions', 'logs:PutLogEvents', logStream('/aws/lambda/web')],
  ['read its logs', 'logs:GetLogEvents', FUNCTION_LOGS],
];

const artifactIn = (bucket: string) => s3(`${bucket}/${FOLDER}/templates/x.yaml`);
const emptied = (bucket: string): readonly RequestRow[] => [
  all('list the artifacts', 's3', ['ListBucket', 'ListBucketVersions'], s3(bucket)),
  all('delete the artifacts', 's3', ['DeleteObject', 'DeleteObjectVersion'], artifactIn(bucket)),
];
const NO_BUCKET_OF_ANOTHER_ACCOUNT: readonly RequestRow[] = [
  ['empty a bucket of another account', 's3:ListBucket', s3(BUCKET), OF_ANOTHER_ACCOUNT],
  ['delete artifacts in another account', 's3:DeleteObject', artifactIn(BUCKET), OF_ANOTHER_ACCOUNT],
  ['delete a bucket of another account', 's3:DeleteBucket', s3(BUCKET), OF_ANOTHER_ACCOUNT],
];

export const LAMBDA_TABLES: readonly RequestTable[] = [
  {
    name: 'the functions of a cluster of Slurm with a bucket of the user',
    statements: permissionsOf(stack => new ParallelCluster2LambdaRole(stack, 'Role', {
      scheduler: ParallelCluster2Scheduler.SLURM,
      clusterName: 'team',
      resourceBucket: { bucket: s3Module.Bucket.fromBucketName(stack, 'Artifacts', 'artifacts') },
    })),
    allowed: [
      ...WRITE_LOGS,
      ...emptied('artifacts'),
      ['empty the bucket in another account', 's3:DeleteObject', artifactIn('artifacts'), OF_ANOTHER_ACCOUNT],
      all('find instances', 'ec2', ['DescribeInstances']),
      ['terminate the instances of the cluster', 'ec2:TerminateInstances', INSTANCE, taggedFor(TEAM)],
      all('use the table', 'dynamodb', ['GetItem', 'PutItem'], arn('dynamodb', `table/${TEAM}`)),
      all('remove names', 'route53', ['ChangeResourceRecordSets', 'ListResourceRecordSets'], ZONE),
    ],
    denied: [
      ...NO_OTHER_LOGS,
      ['delete the bucket of the user', 's3:DeleteBucket', s3('artifacts')],
      ['delete other objects', 's3:DeleteObject', s3('artifacts/data/x.yaml')],
      ['delete the artifacts of another cluster', 's3:DeleteObject', s3(`artifacts/${FOLDER_OF_LAB}/x.yaml`)],
      ['delete those of a cluster whose name starts the same', 's3:DeleteObject', s3(`artifacts/${FOLDER_OF_TEAM_2}/x.yaml`)],
      ['empty another bucket', 's3:ListBucket', s3('data')],
      ['terminate the instances of another cluster', 'ec2:TerminateInstances', INSTANCE, taggedFor(LAB)],
      ['terminate the instances of no cluster', 'ec2:TerminateInstances', INSTANCE],
      ['use the table of another cluster', 'dynamodb:GetItem', arn('dynamodb', `table/${LAB}`)],
      ['delete a zone', 'route53:DeleteHostedZone', ZONE],
    ],
  },
  {
    name: 'the functions of a cluster of Torque',
    statements: permissionsOf(stack => new ParallelCluster2LambdaRole(stack, 'Role', {
      scheduler: ParallelCluster2Scheduler.TORQUE,
      clusterName: 'team',
    })),
    allowed: [
      ...WRITE_LOGS,
      ...emptied(BUCKET),
      ['delete the bucket that the CLI created', 's3:DeleteBucket', s3(BUCKET)],
    ],
    denied: [
      ...NO_OTHER_LOGS,
      ...NO_BUCKET_OF_ANOTHER_ACCOUNT,
      ['delete another bucket', 's3:DeleteBucket', s3('data')],
    ],
  },
  {
    name: 'the functions of all clusters of AWS Batch',
    statements: permissionsOf(stack => new ParallelCluster2LambdaRole(stack, 'Role', {
      scheduler: ParallelCluster2Scheduler.AWSBATCH,
    })),
    allowed: [
      ...WRITE_LOGS,
      ...emptied(BUCKET),
      ['delete the bucket that the CLI created', 's3:DeleteBucket', s3(BUCKET)],
      all('delete images', 'ecr', ['BatchDeleteImage', 'ListImages'],
        arn('ecr', 'repository/parallelcluster-team-awsbatch-dockerimagesrepo-1a2b')),
      all('build images', 'codebuild', ['BatchGetBuilds', 'StartBuild'],
        arn('codebuild', `project/${TEAM}-build-docker-images-project`)),
    ],
    denied: [
      ...NO_OTHER_LOGS,
      ...NO_BUCKET_OF_ANOTHER_ACCOUNT,
      ['delete another bucket', 's3:DeleteBucket', s3('data')],
      ['delete a bucket of ParallelCluster 3', 's3:DeleteBucket', s3(`${BUCKET}-v1-do-not-delete`)],
      ['delete other images', 'ecr:BatchDeleteImage', arn('ecr', 'repository/web')],
      ['push an image', 'ecr:PutImage', arn('ecr', 'repository/parallelcluster-team-awsbatch-dockerimagesrepo-1a2b')],
      ['start other builds', 'codebuild:StartBuild', arn('codebuild', 'project/web')],
    ],
  },
  {
    name: 'the functions of a cluster of AWS Batch',
    statements: permissionsOf(stack => new ParallelCluster2LambdaRole(stack, 'Role', {
      scheduler: ParallelCluster2Scheduler.AWSBATCH,
      clusterName: 'team',
    })),
    allowed: [
      ...WRITE_LOGS,
      ...emptied(BUCKET),
      ['delete the bucket that the CLI created', 's3:DeleteBucket', s3(BUCKET)],
      all('delete images', 'ecr', ['BatchDeleteImage', 'ListImages'],
        arn('ecr', 'repository/parallelcluster-team-awsbatch-dockerimagesrepo-1a2b')),
      all('build images', 'codebuild', ['BatchGetBuilds', 'StartBuild'],
        arn('codebuild', `project/${TEAM}-build-docker-images-project`)),
    ],
    denied: [
      ...NO_OTHER_LOGS,
      ...NO_BUCKET_OF_ANOTHER_ACCOUNT,
      ['build images of a cluster whose name starts the same', 'codebuild:StartBuild',
        arn('codebuild', `project/${TEAM}-2-build-docker-images-project`)],
      ['start other builds of the cluster', 'codebuild:StartBuild', arn('codebuild', `project/${TEAM}-other`)],
    ],
  },
];
