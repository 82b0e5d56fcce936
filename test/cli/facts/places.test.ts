import { inAnyPlace } from '../../../cli/facts/places';

test.each([
  ['arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:instance/*', 'arn:P:ec2:R:A:instance/*'],
  ['arn:aws:s3:::*/*', 'arn:P:s3:::*/*'],
  ['arn:aws:logs:eu-central-1:111122223333:log-group:a:*', 'arn:P:logs:R:A:log-group:a:*'],
  ['arn:*:ecr:*:*:repository/a', 'arn:*:ecr:*:*:repository/a'],
  ['*', '*'],
  ['arn:aws:s3', 'arn:aws:s3'],
  ['', ''],
])('%s is %s in any place', (arn, any) => {
  expect(inAnyPlace(arn)).toBe(any);
});
