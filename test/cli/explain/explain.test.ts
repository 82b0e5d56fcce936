import { allows, reviewOf } from './review-of';
import { explain } from '../../../cli/explain/explain';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/Trainer/SageMaker';
const denied = (action: string, resource: string, reason = '') =>
  `User: ${ROLE} is not authorized to perform: ${action} on resource: ${resource}${reason}`;
const BUCKET = 'arn:aws:s3:::data';

describe('an action that an option grants', () => {
  const [grant] = explain('s3:GetObject', { construct: 'SageMakerExecutionRole' }).grants
    .filter(({ sid }) => sid === 'TrainingJobReadInputs');

  test('shows the construct, the option, the resources, the source and the chapter', () => {
    expect(grant).toMatchObject({
      construct: 'SageMakerExecutionRole',
      documentation: 'docs/sagemaker.md',
      resources: ['the objects of `inputs`'],
      why: { options: ['trainingJob.inputs'], asOf: '2024-12', url: expect.stringContaining('createtrainingjob-perms') },
    });
  });

  test('shows no statement to write', () => {
    expect(explain('s3:GetObject')).toMatchObject({ level: 'read', instead: undefined, suggestions: [] });
  });
});

test('shows the versions and conditions of a statement', () => {
  const { grants } = explain('dynamodb:BatchGetItem', { construct: 'ParallelClusterHeadNodeRole' });
  expect(grants.map(({ sid, why }) => [sid, why.since])).toEqual([['SlurmReadFleetTable', '3.9.0'], ['SlurmReadNodeTable', '3.5.0']]);
  const conditions = explain('iam:PassRole', { construct: 'SageMakerExecutionRole' }).grants.flatMap(one => one.conditions);
  expect(conditions).toContain('StringEquals iam:PassedToService = sagemaker.amazonaws.com');
});

test('without a construct, shows those of all constructs', () => {
  const constructs = explain('s3:GetObject').grants.map(({ construct }) => construct);
  expect(constructs).toEqual(expect.arrayContaining(['BeanstalkEc2Role', 'SageMakerExecutionRole']));
});

test('shows each of the permissions that a call of S3 needs', () => {
  const { grants } = explain('An error occurred (AccessDenied) when calling the CopyObject operation: Access Denied', {
    construct: 'SageMakerExecutionRole',
  });
  expect(grants.map(({ sid }) => sid)).toEqual(expect.arrayContaining(['TrainingJobReadInputs', 'TrainingJobWriteOutputs']));
});

describe('an action that no option grants', () => {
  test('shows the statement to write', () => {
    expect(explain(denied('mediastore:GetContainerPolicy', BUCKET)).instead).toBe([
      'additionalStatements: [',
      '  new iam.PolicyStatement({',
      "    actions: ['mediastore:GetContainerPolicy'],",
      `    resources: ['${BUCKET}'],`,
      '  }),',
      '],',
    ].join('\n'));
  });

  test('without a resource, asks for one', () => {
    expect(explain('mediastore:GetContainerPolicy').instead).toContain("resources: ['*'], // better: the ARN of the resource");
  });

  test('of the construct, but of another one, has no suggestion', () => {
    const { instead, suggestions } = explain('elasticbeanstalk:PutInstanceStatistics', { construct: 'SageMakerUserPolicy' });
    expect([instead, suggestions]).toEqual([expect.stringContaining('elasticbeanstalk:PutInstanceStatistics'), []]);
  });

  test.each([
    ['s3:GetObjekt', 's3:GetObject'],
    ['sagemaker:CreateTrainigJob', 'sagemaker:CreateTrainingJob'],
    ['sqs:SendMessages', 'sqs:SendMessage'],
    ['codebuild:StartBuilds', 'codebuild:StartBuild'],
    ['codebuild:StartBuilding', 'codebuild:StartBuild'],
  ])('%s is perhaps %s, also if a wildcard matches it', (action, meant) => {
    expect(explain(action).suggestions).toContain(meant);
  });

  test('of an unknown service has no suggestion', () => {
    expect(explain('painting:Mix').suggestions).toEqual([]);
  });
});

describe('a pattern of actions', () => {
  test.each([
    ['s3:*', undefined, ['s3:GetObject', 's3:PutObject']],
    ['S3:GetObj*', undefined, ['s3:GetObject']],
    ['s3:*', 'SageMakerExecutionRole', ['s3:GetObject']],
  ])('%s for %s shows which actions options grant, and no statement to write', (pattern, construct, actions) => {
    const { granted, instead, level, suggestions } = explain(pattern, { construct });
    expect(granted).toEqual(expect.arrayContaining(actions));
    expect([instead, level, suggestions]).toEqual([undefined, undefined, []]);
  });

  test('of which a construct grants some only shows these', () => {
    expect(explain('s3:*', { construct: 'SageMakerExecutionRole' }).granted).not.toContain('s3:PutBucketVersioning');
    expect(explain('s3:*').granted).toContain('s3:PutBucketVersioning');
  });

  test('of an unknown service matches none', () => {
    expect(explain('painting:*').granted).toEqual([]);
  });
});

describe('another cause', () => {
  test.each<readonly [string, string, readonly RegExp[]]>([
    ['a missing permission', denied('sqs:SendMessage', 'arn:aws:sqs:eu-central-1:111122223333:jobs',
      ' because no identity-based policy allows the sqs:SendMessage action'), []],
    ['a boundary', denied('sqs:SendMessage', '*', ' because no permissions boundary allows the sqs:SendMessage action'),
      [/no permissions boundary allows the request, .*'permissionsBoundary'/]],
    ['a statement of the role', denied('sqs:SendMessage', '*', ' with an explicit deny in an identity-based policy'),
      [/the identity-based policy denies the request, .*Deny/]],
    ['an SCP', denied('sqs:SendMessage', '*', ' with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/p-1'),
      [/the service control policy arn:aws:organizations::1:policy\/o-1\/p-1 denies .*administrators/]],
    ['any Deny', denied('sqs:SendMessage', '*', ' with an explicit deny'), [/a statement with the effect Deny/]],
    ['another partition', denied('sqs:SendMessage', 'arn:aws-cn:sqs:cn-north-1:111122223333:jobs'), [/partition aws-cn/]],
    ['another account', denied('sqs:SendMessage', 'arn:aws:sqs:eu-central-1:999988887777:jobs'), [/account 999988887777/]],
    ['a bucket of another account', denied('s3:PutObject', `${BUCKET}/a`), [/an ARN of S3 has no account/]],
    ['an object that does not exist', denied('s3:GetObject', BUCKET), [/no account/, /s3:ListBucket/]],
    ['a passed role', denied('iam:PassRole', 'arn:aws:iam::111122223333:role/Other'), [/iam:PassedToService/]],
    ['a trust policy', denied('sts:AssumeRole', 'arn:aws:iam::111122223333:role/Other'), [/trust policy of the role/]],
    ['a session policy', denied('sqs:SendMessage', '*', ' because no session policy allows the sqs:SendMessage action'),
      [/the call that assumed the role passed a policy/]],
    ['the region of a key, or its policy', `User: ${ROLE} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
      [/another region, and its key policy must allow/]],
    ['no credentials', 'User: anonymous is not authorized to perform: es:ESHttpGet', [/no credentials/]],
    ['an encoded message', 'You are not authorized to perform this operation. Encoded authorization failure message: pp6CfPzwjaqOeXXXX',
      [/aws sts decode-authorization-message .*--encoded-message pp6CfPzwjaqOeXXXX/]],
    ['a message without an action', 'Access Denied', [/AWS CloudTrail/]],
  ])('is %s', (_, message, causes) => {
    expect(explain(message).causes).toEqual(causes.map(cause => expect.stringMatching(cause)));
  });
});

test('shows the wide form that an action takes', () => {
  const { grants } = explain('sagemaker:DeleteApp', { construct: 'SageMakerExecutionRole' });
  expect(grants.map(({ sid, form }) => [sid, form])).toContainEqual(['StudioCallUnrestricted', 'SageMakerApiAccess.UNRESTRICTED']);
});

test('with an app, only the construct of the role matters', () => {
  const review = reviewOf({
    name: 'Trainer',
    construct: { name: 'SageMakerExecutionRole', platform: 'sagemaker', version: '1.0.0', documentation: '' },
    statements: [allows('TrainingJobReadInputs', ['s3:GetObject'], ['arn:aws:s3:::other/*'])],
  });
  const { app, grants } = explain(denied('s3:GetObject', `${BUCKET}/a`), { review });
  expect(app).toMatchObject({ verdict: 'other resources', subject: 'Churn/Training' });
  expect([...new Set(grants.map(({ construct }) => construct))]).toEqual(['SageMakerExecutionRole']);
});

test.each([
  ['hello', undefined, "explain takes a message of AWS or an action such as s3:GetObject, got 'hello'"],
  ['[Errno 13] Permission denied', undefined, "got '[Errno 13] Permission denied'"],
  ['git@example.com: Permission denied (publickey).', undefined, 'explain takes a message of AWS'],
  ['s3:GetObject', 'SageMakerExecutionRol', "--construct must be a class of this library, got 'SageMakerExecutionRol': did you mean SageMakerExecutionRole?"],
  ['s3:GetObject', 'EksNodes', /did you mean \w+\?/],
])('rejects %s for %s', (text, construct, error) => {
  expect(() => explain(text, { construct })).toThrow(error);
});
