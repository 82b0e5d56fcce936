import { widthOf } from '../../../cli/facts/policy-widths';
import json from '../../../cli/facts/policy-widths.json';
import { policyWidthFacts } from '../../../scripts/facts/policy-widths';

test('are those of the newest documents of AWS (generate them with npm run update)', async () => {
  expect(json).toEqual(await policyWidthFacts());
});

test.each([
  ['AdministratorAccess', 'everything'],
  ['PowerUserAccess', 'everything'],
  ['IAMFullAccess', 'changes permissions'],
  ['AmazonS3FullAccess', 'writes to any resource'],
  ['AmazonS3ReadOnlyAccess', 'reads any resource'],
  ['ReadOnlyAccess', 'reads any resource'],
  ['SecurityAudit', 'reads any resource'],
  ['AWSElasticBeanstalkMulticontainerDocker', 'writes to any resource'],
  ['AmazonRoute53AutoNamingRegistrantAccess', 'writes to any resource'],
  ['service-role/AWSLambdaBasicExecutionRole', 'writes to any resource'],
  ['AmazonEKSWorkerNodeMinimalPolicy', 'reads any resource'],
  ['OfNobody', undefined],
  ['', undefined],
])('%s is %s', (name, width) => {
  expect(widthOf(name)).toBe(width);
});

test('some policies are limited', () => {
  expect(json.limited.split(' ').map(widthOf)).toEqual(json.limited.split(' ').map(() => 'limited'));
});
