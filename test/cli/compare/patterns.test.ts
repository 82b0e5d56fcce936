import { ACTIONS, nameKept, PRINCIPALS, resourcesOf } from '../../../cli/compare/patterns';

const hex = (name: string) => Buffer.from(name).toString('hex');

test.each([
  ['no value', 'arn:aws:s3:::data/*', 'arn:aws:s3:::data/*'],
  ['a value', 'a${Data.Arn}b', `a\${${hex('Data.Arn')}}b`],
  ['values', '${A}${a}', `\${${hex('A')}}\${${hex('a')}}`],
  ['a function with braces', '${{"Ref":"*"}}/x', `\${${hex('{"Ref":"*"}')}}/x`],
  ['a brace that nothing closes', 'a${b', `a\${${hex('b')}}`],
])('%s keeps its case, and is no wildcard', (_, text, expected) => {
  expect(nameKept(text)).toBe(expected);
});

const resources = resourcesOf('s3:GetObject');

test.each([
  ['an action in another case', ACTIONS, 's3:get*', 'S3:GetObject', true],
  ['an action of another service', ACTIONS, 's3:*', 'sqs:SendMessage', false],
  ['a wildcard of one character for an unknown value', resources, 'arn:aws:s3:::?????', 'arn:aws:s3:::${a}', false],
  ['everything', resources, '*', '${Data.Arn}', true],
  ['everybody', PRINCIPALS, '*', 'arn:aws:iam::1:root', true],
  ['a service for everybody of AWS', PRINCIPALS, '*', 'Service: ec2.amazonaws.com', false],
  ['a role of an account', PRINCIPALS, 'arn:aws:iam::1:root', 'arn:aws:iam::1:role/a', false],
])('contains: %s', (_, texts, outer, inner, expected) => {
  expect(texts.contains(outer, inner)).toBe(expected);
});

test.each([
  ['an unknown value may be the other', resources, 'arn:aws:s3:::${a}', 'arn:aws:s3:::data', true],
  ['other names are not the same', resources, 'arn:aws:s3:::logs', 'arn:aws:s3:::data', false],
  ['an unknown action may be the other', ACTIONS, 's3:${a}', 's3:getobject', true],
  ['principals may always be the same', PRINCIPALS, 'a', 'b', true],
])('intersects: %s', (_, texts, one, other, expected) => {
  expect(texts.mayIntersect(one, other)).toBe(expected);
});
