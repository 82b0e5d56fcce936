import { Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import { ImageSource } from '../../src';

const inStack = () => new Stack(undefined, 'Stack', { env: { account: '111122223333', region: 'eu-central-1' } });
const bound = (source: (stack: Stack) => ImageSource, stack = inStack()) => {
  return stack.resolve(source(stack)._bind(stack, 'images')) as unknown;
};
const arn = (rest: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:ecr:${rest}`]] });
const DIGEST = `sha256:${'0a'.repeat(32)}`;

test.each([
  ['444455556666.dkr.ecr.us-west-2.amazonaws.com/train', 'us-west-2:444455556666:repository/train'],
  ['444455556666.dkr.ecr.us-west-2.amazonaws.com/train:1.0', 'us-west-2:444455556666:repository/train'],
  [`444455556666.dkr.ecr.us-west-2.amazonaws.com/team/train@${DIGEST}`, 'us-west-2:444455556666:repository/team/train'],
  [
    `444455556666.dkr.ecr.us-west-2.amazonaws.com/team/train:1@${DIGEST}`,
    'us-west-2:444455556666:repository/team/train',
  ],
  ['444455556666.dkr.ecr.cn-north-1.amazonaws.com.cn/a-b_c.d/e:latest', 'cn-north-1:444455556666:repository/a-b_c.d/e'],
  ['444455556666.dkr.ecr.us-iso-east-1.c2s.ic.gov/train:1', 'us-iso-east-1:444455556666:repository/train'],
  ['444455556666.dkr.ecr.eusc-de-east-1.amazonaws.eu/train:1', 'eusc-de-east-1:444455556666:repository/train'],
  ['444455556666.dkr.ecr-fips.us-gov-west-1.amazonaws.com/train:1', 'us-gov-west-1:444455556666:repository/train'],
  ['444455556666.dkr-ecr.us-east-1.on.aws/train:1', 'us-east-1:444455556666:repository/train'],
])('the URI %s is a repository in its region and account', (uri, repository) => {
  expect(bound(() => ImageSource.uri(uri), new Stack())).toEqual(arn(repository));
});

test('uses the ARN of a repository', () => {
  expect(bound(stack => ImageSource.repository(new ecr.Repository(stack, 'Images')))).toEqual({
    'Fn::GetAtt': [expect.stringMatching(/^Images/), 'Arn'],
  });
});

test('grants any repository in any region and account', () => {
  expect(bound(() => ImageSource.anyRepository())).toEqual(arn('*:*:repository/*'));
});

test.each([
  ['an image of Docker Hub', 'python:3.12'],
  ['an account of three digits', '123.dkr.ecr.us-west-2.amazonaws.com/train'],
  ['a region that is an availability zone', '444455556666.dkr.ecr.us-west-2a.amazonaws.com/train'],
  ['no repository', '444455556666.dkr.ecr.us-west-2.amazonaws.com'],
  ['a wildcard', '444455556666.dkr.ecr.us-west-2.amazonaws.com/*'],
  ['capital letters', '444455556666.dkr.ecr.us-west-2.amazonaws.com/Train'],
  ['an ARN', 'arn:aws:ecr:us-west-2:444455556666:repository/train'],
])('rejects %s', (_what, uri) => {
  expect(() => bound(() => ImageSource.uri(uri))).toThrow(
    `Stack: 'images' must be the URI of an image in Amazon ECR, ACCOUNT.dkr.ecr.REGION.SUFFIX/NAME[:TAG|@DIGEST], got '${uri}'`,
  );
});

test('rejects a public image, because it needs no permission', () => {
  expect(() => bound(() => ImageSource.uri('public.ecr.aws/docker/library/python:3.12'))).toThrow(
    "Stack: 'images' holds the URI of a public image, 'public.ecr.aws/docker/library/python:3.12': everybody may pull it, so " +
      'it needs no permission for a repository. Leave it out',
  );
});

test('rejects a registry of another partition, where roles of the stack have no access', () => {
  const uri = '444455556666.dkr.ecr.cn-north-1.amazonaws.com.cn/train:1';
  expect(() => bound(() => ImageSource.uri(uri))).toThrow(
    `Stack: 'images' must be in the partition of the stack, aws, got '${uri}' of aws-cn: a role has no permissions in ` +
      'other partitions. Copy the images to a registry of aws',
  );
});

test('rejects a URI that is a token, and suggests an alternative', () => {
  expect(() => bound(() => ImageSource.uri(Lazy.string({ produce: () => 'later' })))).toThrow(
    "Stack: 'images' holds an image URI that is a token, which can't be parsed: use " +
      'ImageSource.repository(), for a DockerImageAsset ImageSource.repository(asset.repository)',
  );
});

test('warns of a repository in another account', () => {
  const stack = inStack();
  const foreign = ecr.Repository.fromRepositoryArn(
    stack,
    'Images',
    'arn:aws:ecr:eu-central-1:444455556666:repository/train',
  );
  ImageSource.repository(foreign)._bind(stack, 'images');
  Annotations.fromStack(stack).hasWarning(
    '/Stack',
    Match.stringLikeRegexp(
      "'images' names a resource of account 444455556666: the repository policy there must allow this role, too",
    ),
  );
});
