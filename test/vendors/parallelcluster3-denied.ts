import { DeniedRow } from './denied';

/** Requests of programs and of CloudFormation that our constructs deny. */
export const PARALLELCLUSTER3_DENIED: readonly DeniedRow[] = [
  {
    subject: 'user',
    actions: ['cloudformation:CreateStack', 'ec2:CreateVpc', 'ec2:ModifyVpcAttribute'],
    configurations: ['configure-new-vpc'],
    because: 'the policies of users make clusters, not networks: neither do those of the vendor',
  },
  {
    subject: 'user',
    actions: ['iam:DeleteRolePermissionsBoundary', 'iam:PutRolePermissionsBoundary'],
    because: 'a role keeps the boundary with which it is made: users who change it have no boundary',
  },
  {
    subject: 'lambda-functions',
    actions: ['codebuild:StartBuild'],
    resources: ['arn:aws:codebuild:*:project/pcluster-hpc-build'],
    because: 'the recording makes this name up: templates name the project pcluster-NAME-build-docker-images-project',
  },
];

/** What roles of the vendor's templates grant and ours do not. */
export const PARALLELCLUSTER3_ROLES_NARROWER: readonly DeniedRow[] = [
  ...['compute-node', 'head-node', 'login-node'].map((subject): DeniedRow => ({
    subject,
    asker: subject,
    actions: ['ec2:DescribeInstanceAttribute'],
    because: 'narrowed: to the instances of the account, which are all that the action is on',
  })),
  ...['compute-node', 'login-node'].map((subject): DeniedRow => ({
    subject,
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    resources: ['arn:aws:dynamodb:*:table/parallelcluster-hpc'],
    because: 'narrowed: to the items in which nodes report, which are all that they use in the table of the fleet',
  })),
  {
    subject: 'head-node',
    actions: ['ec2:CreateTags'],
    because: 'narrowed: to what head nodes of Slurm launch; nothing is tagged later, and AWS Batch needs no tags',
  },
  ...['head-node', 'lambda-functions'].map((subject): DeniedRow => ({
    subject,
    actions: ['ec2:TerminateInstances'],
    because: 'narrowed: to instances with the tags of nodes, which all instances of clusters have',
  })),
  {
    subject: 'image-cleanup',
    actions: ['cloudformation:DeleteStack'],
    because: 'narrowed: to stacks with the tag of images, which all of them have',
  },
  {
    subject: 'PclusterBatchUserRole',
    actions: ['iam:PassRole'],
    because: 'narrowed: to AWS Batch and tasks of Amazon ECS, which are all that the role passes the role of jobs to',
  },
  {
    subject: 'PclusterBatchUserRole',
    actions: ['batch:CancelJob'],
    because: 'narrowed: the commands of AWS Batch end jobs by batch:TerminateJob only',
  },
  {
    subject: 'PclusterBatchUserRole',
    actions: ['s3:Get*', 's3:List*'],
    because: 'narrowed: to reading and listing objects, which are all that the commands of AWS Batch do',
  },
  {
    subject: 'PclusterBatchUserRole',
    actions: ['ecs:DescribeContainerInstances'],
    because: 'narrowed: to the hosts of AWS Batch, which has the jobs',
  },
  {
    subject: 'head-node',
    actions: ['iam:PassRole'],
    because: 'narrowed: to EC2, which is the only service that the head node passes roles to',
  },
  ...['compute-node', 'head-node'].map((subject): DeniedRow => ({
    subject,
    actions: ['s3:*', 's3:Get*', 's3:List*'],
    resources: ['arn:aws:s3:::my-data*'],
    because: 'narrowed: to reading, writing and listing data; the vendor also grants the policies of buckets',
  })),
];
