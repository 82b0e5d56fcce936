import {
  attached, condition, except, item, only, openWide, quota, reach, reason, reviewWith, role, statement, trust, warning,
} from './reviews';
import { Review, StatementReview, Subject } from '../../../cli/review/model';

/** A review that has everything that the model has. */
export function fullReview(): Review {
  return reviewWith({
    app: 'examples/cdk.out',
    subjects: [
      training(),
      role('Platform/Operator', { kind: 'user', statements: [statement('OperatorReads')] }),
      role('Platform/Operators', { kind: 'group', statements: [statement('OperatorsRead')] }),
      role('Platform/Limit', { kind: 'policy', statements: [denied()] }),
    ],
    stacks: [
      { name: 'Platform', template: 'Platform.template.json', environment: 'aws://111122223333/eu-central-1' },
      { name: 'Network', template: 'assembly-Network/Network.template.json' },
    ],
    warnings: [
      warning('Platform/Training', { id: 'cdk-platform-iam:trustSize', message: 'the trust policy has 2,100 characters\nof 2,048' }),
      warning('Network/Vpc', { level: 'error', message: 'no subnets' }),
      warning('Network', { level: 'info', message: 'nothing to do' }),
    ],
  });
}

function training(): Subject {
  return role('Platform/Training', {
    name: 'training-role',
    construct: { name: 'SageMakerExecutionRole', platform: 'sagemaker', version: '1.2.0', documentation: 'https://example.com/sagemaker.md' },
    description: 'Runs the training jobs',
    resources: [
      { logicalId: 'Training7A', type: 'AWS::IAM::Role', createdAt: 'lib/app.ts:12:3' },
      { logicalId: 'TrainingCommon8B', type: 'AWS::IAM::ManagedPolicy' },
    ],
    trust: [
      trust('sagemaker.amazonaws.com', { sid: 'Assume', key: 'Assume', conditions: [condition('aws:SourceAccount', '111122223333')] }),
      trust('*', { key: '1', principals: except('arn:aws:iam::444455556666:root'), wide: [openWide({ kind: 'every principal' })] }),
    ],
    statements: [documented(), passing(), denied()],
    attached: [
      attached('AmazonS3ReadOnlyAccess', { width: 'reads every object' }),
      attached('Audit', { arn: 'arn:aws:iam::111122223333:policy/Audit', owner: 'account' }),
      attached('Limit', { arn: '${Limit9F.Arn}', owner: 'app', subject: 'Platform/Limit' }),
    ],
    boundary: { policy: 'arn:aws:iam::111122223333:policy/Limit', subject: 'Platform/Limit' },
    maxSessionDuration: 43_200,
    quotas: [
      quota('inline policies', 3500),
      quota('managed policy Training', 6200, { used: { min: 5900, max: 6200 }, limit: 6144 }),
      quota('attached policies', 2, { unit: 'policies', limit: 10 }),
    ],
    reach: [reach({ can: 'run code **with this role** by `iam:PassRole`', statements: ['JobPass', 'Elsewhere'] })],
  });
}

function documented(): StatementReview {
  return statement('JobRead', {
    actions: only('s3:GetObject', 's3:GetObjectVersion', 's3:List*'),
    resources: {
      isExcept: false,
      items: [
        item('${Data5F1C.Arn}/train/*', { words: 'objects of Data below train/', constructs: ['Platform/Data'], onlyIf: 'HasData' }),
        item('arn:${AWS::Partition}:s3:::models', { words: 'the bucket models' }),
      ],
    },
    conditions: [condition('aws:ResourceAccount', '111122223333')],
    onlyIf: 'IsProduction',
    words: 'reads objects of Data and lists them',
    levels: ['list', 'read'],
    why: reason({ note: 'narrowed: the page grants every bucket; added: `s3:GetObjectVersion`', since: '3.2.0', until: '3.9.0', options: ['trainingJob.inputs', 'the key of `trainingJob.inputs`'] }),
    wide: [
      openWide({ kind: 'many actions', text: 's3:List*', because: 'the vendor asks for it', isOpen: false }),
      openWide({ text: 'arn:${AWS::Partition}:s3:::models', because: 'the app says so', option: 'S3Location.anyBucket()' }),
    ],
  });
}

function passing(): StatementReview {
  return statement('JobPass', {
    policy: 'Managed Training',
    actions: only('iam:PassRole', 'iam:TagRole', 'ec2:RunInstances'),
    resources: only('arn:${AWS::Partition}:iam::111122223333:role/training-role', '*'),
    words: 'passes the role training-role, and starts instances',
    levels: ['write', 'tagging', 'permissions'],
  });
}

function denied(): StatementReview {
  return statement('DenyElsewhere', {
    effect: 'Deny',
    actions: except('s3:*'),
    resources: except('*'),
    words: 'denies everything but S3',
    levels: ['permissions'],
    wide: [openWide({ kind: 'all but some', text: 's3:*', isOpen: false })],
  });
}
