import { attached, condition, item, only, openWide, quota, reach, reason, reviewWith, role, statement, trust, warning } from './reviews';
import { AccessLevel, Review, StatementReview, Subject } from '../../../cli/review/model';

/** An app as large as it has to be: roles of several platforms in several stacks, with all kinds of statements. */
export function manyRoles(count: number, statementsOfEach = 12): Review {
  const subjects = Array.from({ length: count }, (_, index) => numbered(index, statementsOfEach));
  return reviewWith({
    app: 'examples/typescript/cdk.out',
    subjects,
    warnings: subjects.filter((_, index) => index % 7 === 3).map(({ id }) =>
      warning(id, { id: 'cdk-platform-iam:trustSize', message: 'the trust policy has up to 2,100 characters: IAM allows 2,048 without a higher quota' })),
  });
}

const CLASSES = [
  ['SageMakerExecutionRole', 'sagemaker'], ['BeanstalkInstanceRole', 'elastic-beanstalk'],
  ['ParallelClusterHeadNodeRole', 'parallelcluster3'], ['HopsworksInstanceRole', 'hopsworks'],
] as const;
const PRINCIPALS = ['sagemaker.amazonaws.com', 'ec2.amazonaws.com', 'lambda.amazonaws.com', 'arn:aws:iam::444455556666:root'];
const NAMES = ['Training', 'Tuning', 'Endpoint', 'HeadNode', 'ComputeNodes', 'WebTier', 'WorkerTier', 'FeatureStore'];
const STACKS = ['Platform', 'Clusters', 'Web'];

function numbered(index: number, statements: number): Subject {
  const [name, platform] = CLASSES[index % CLASSES.length];
  const isForeign = index % 9 === 8;
  const stack = STACKS[Math.floor(index / 8) % STACKS.length];
  const id = `${stack}/${NAMES[index % NAMES.length]}${index >= NAMES.length ? index : ''}`;
  return role(id, {
    ...(isForeign ? {} : { construct: { name, platform, version: '1.2.0', documentation: `https://example.com/docs/${platform}.md` } }),
    ...(index % 5 === 0 ? { name: `${name}-eu-central-1`, description: 'Runs the jobs that the data scientists start from their notebooks' } : {}),
    trust: [trust(PRINCIPALS[index % PRINCIPALS.length], index % 4 === 3 ? {} : { conditions: [condition('aws:SourceAccount', '111122223333')] })],
    statements: Array.from({ length: statements }, (_, position) => numberedStatement(stack, index, position)),
    attached: index % 3 === 0 ? [attached('AmazonSSMManagedInstanceCore'), attached('AmazonS3FullAccess', { width: 'writes to any resource' })] : [],
    quotas: [
      quota('inline policies', 2500 + index * 190 % 8000, { used: { min: 2300 + index * 190 % 8000, max: 2500 + index * 190 % 8000 } }),
      quota('trust policy', 300, { limit: 2048 }),
      quota('attached policies', index % 3 === 0 ? 2 : 0, { unit: 'policies', limit: 10 }),
    ],
    reach: index % 4 === 2 ? [reach({ who: '`ec2:RunInstances`', can: 'start instances with any launch template of the cluster, and so with its user data', advice: 'let nobody else write launch templates', statements: ['CreateInstances1'] })] : [],
  });
}

interface Kind {
  readonly sid: string;
  readonly words: string;
  readonly actions: readonly string[];
  readonly levels: readonly AccessLevel[];
  readonly resources: (stack: string, index: number) => StatementReview['resources'];
}

const bucket = (stack: string, name: string) =>
  item(`\${${name}Bucket6D1F2A.Arn}/*`, { words: `objects of ${name}`, constructs: [`${stack}/Storage/${name}/Resource`] });
const every = () => only('*');

const KINDS: readonly Kind[] = [
  {
    sid: 'ReadInputs',
    words: 'reads objects and their versions, and lists them',
    levels: ['list', 'read'],
    actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'],
    resources: stack => ({ isExcept: false, items: [bucket(stack, 'TrainingData'), bucket(stack, 'Features')] }),
  },
  {
    sid: 'CreateInstances',
    words: 'starts instances, and tags them when it starts them',
    levels: ['write', 'tagging'],
    actions: ['ec2:RunInstances', 'ec2:CreateTags'],
    resources: () => only('arn:${AWS::Partition}:ec2:eu-central-1:111122223333:instance/*'),
  },
  {
    sid: 'PassNodeRole',
    words: 'passes the role of the nodes to EC2',
    levels: ['permissions'],
    actions: ['iam:PassRole'],
    resources: stack => ({ isExcept: false, items: [item('${NodeRole8F.Arn}', { words: 'NodeRole', constructs: [`${stack}/NodeRole`] })] }),
  },
  { sid: 'Describe', words: 'describes instances, subnets and security groups', levels: ['list', 'read'], actions: ['ec2:DescribeInstances', 'ec2:DescribeSubnets'], resources: every },
  {
    sid: 'WriteLogs',
    words: 'creates log streams and puts log events',
    levels: ['write'],
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: () => only('arn:${AWS::Partition}:logs:eu-central-1:111122223333:log-group:/aws/sagemaker/*'),
  },
  {
    sid: 'Outputs',
    words: 'puts objects, and ends uploads in parts',
    levels: ['write'],
    actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
    resources: (stack, index) => ({ isExcept: false, items: [bucket(stack, `Models${index % 6}`)] }),
  },
];

function numberedStatement(stack: string, index: number, position: number): StatementReview {
  const { sid, words, actions, levels, resources } = KINDS[position % KINDS.length];
  const isDescribing = sid === 'Describe';
  return statement(`${sid}${position}`, {
    policy: position % 12 < 7 ? 'Inline' : 'Managed Common',
    words,
    levels,
    actions: only(...actions),
    resources: resources(stack, index),
    conditions: position % 4 === 1 ? [condition('aws:ResourceTag/parallelcluster:cluster-name', 'research')] : [],
    ...(index % 9 === 8 ? {} : {
      why: reason({
        ...(position % 3 === 0 ? { note: 'narrowed: the page grants every resource of the account' } : {}),
        ...(position % 5 === 4 ? { since: '3.8.0' } : {}),
        options: position % 2 === 1 ? ['trainingJob.outputs'] : [],
      }),
    }),
    wide: [
      ...(isDescribing ? [openWide({ because: 'the actions have no narrower resources', isOpen: false })] : []),
      ...(position % 6 === 5 && index % 5 === 1 ? [openWide({ text: 'arn:${AWS::Partition}:s3:::*', because: 'an option of the app', option: 'S3Location.anyBucket()' })] : []),
    ],
  });
}
