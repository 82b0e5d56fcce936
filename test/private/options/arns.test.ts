import { App, Stack } from 'aws-cdk-lib';
import { Arns } from '../../../src/private/options/arns';

const literal = Arns.of(
  new Stack(new App({ context: { '@aws-cdk/core:enablePartitionLiterals': true } }), 'Stack', {
    env: { region: 'cn-north-1', account: '111122223333' },
  }),
);

test.each([
  ['regional', literal.regional('sagemaker', 'model/*'), 'arn:aws-cn:sagemaker:cn-north-1:111122223333:model/*'],
  ['log groups', literal.logGroups('/aws/x'), 'arn:aws-cn:logs:cn-north-1:111122223333:log-group:/aws/x*'],
  ['a role', literal.role(undefined, 'a'), 'arn:aws-cn:iam::111122223333:role/a'],
  ['a role with a path', literal.role('/team/', 'a'), 'arn:aws-cn:iam::111122223333:role/team/a'],
  ['a resource without region and account', literal.global('route53', 'hostedzone/*'), 'arn:aws-cn:route53:::hostedzone/*'],
  ['an image', literal.image('ami-1'), 'arn:aws-cn:ec2:cn-north-1::image/ami-1'],
  ['an IAM resource', literal.iam('policy/p'), 'arn:aws-cn:iam::111122223333:policy/p'],
  ['an AWS managed policy', literal.awsManagedPolicy('service-role/P'), 'arn:aws-cn:iam::aws:policy/service-role/P'],
  ['a bucket', literal.bucket('b'), 'arn:aws-cn:s3:::b'],
  ['a repository', literal.repository('r'), 'arn:aws-cn:ecr:cn-north-1:111122223333:repository/r'],
  [
    'a repository in another registry',
    literal.repository('r', 'cn-northwest-1', '444455556666'),
    'arn:aws-cn:ecr:cn-northwest-1:444455556666:repository/r',
  ],
])('%s has the partition, region and account of the stack', (_what, arn, expected) => {
  expect(arn).toBe(expected);
});

test.each(['*', 'cn-northwest-1'])('the region can be %s instead', region => {
  const arns = Arns.of(new Stack(undefined, 'Stack', { env: { account: '111122223333' } }), region);
  expect(arns.regional('sagemaker', 'model/*')).toContain(`:sagemaker:${region}:111122223333:model/*`);
});

test('partition, region and account can be tokens', () => {
  const stack = new Stack(new App(), 'Stack');
  expect(stack.resolve(Arns.of(stack).regional('sagemaker', 'model/*'))).toEqual({
    'Fn::Join': [
      '',
      [
        'arn:',
        { Ref: 'AWS::Partition' },
        ':sagemaker:',
        { Ref: 'AWS::Region' },
        ':',
        { Ref: 'AWS::AccountId' },
        ':model/*',
      ],
    ],
  });
});

test('ARNs can be in other partitions, regions and accounts', () => {
  const everywhere = Arns.in({ partition: 'aws-cn', region: '*', account: '*' });
  expect(everywhere.regional('sqs', 'jobs')).toBe('arn:aws-cn:sqs:*:*:jobs');
});
