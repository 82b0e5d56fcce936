import { RegionInfo } from 'aws-cdk-lib/region-info';
import { placeOf } from '../../../cli/check/place';

test('knows the partition and the suffix of each region of the CDK', () => {
  const regions = RegionInfo.regions.filter(({ partition }) => partition !== undefined);
  expect(regions.length).toBeGreaterThan(30);
  expect(regions.map(({ name }) => {
    const { partition, urlSuffix } = placeOf('it', `aws://111122223333/${name}`, {});
    return [name, partition, urlSuffix];
  })).toEqual(regions.map(({ name, partition, domainSuffix }) => [name, partition, domainSuffix]));
});

const HERE = { account: '111122223333', region: 'eu-central-1' };

test.each<[string, string | undefined, object]>([
  ['of the stack', 'aws://111122223333/eu-central-1', {}],
  ['of the options', undefined, HERE],
  ['of both', 'aws://111122223333/eu-central-1', HERE],
])('takes the account and the region %s', (_, environment, options) => {
  expect(placeOf('it', environment, options)).toEqual({ ...HERE, partition: 'aws', urlSuffix: 'amazonaws.com' });
});

test.each<[string, string | undefined, object, string]>([
  ['no place', undefined, {}, "the stack 'Churn' has no account and region"],
  ['no region', undefined, { account: '111122223333' }, "add '--account 111122223333 --region eu-central-1'"],
  ['another account', 'aws://111122223333/eu-central-1', { account: '444455556666' },
    "the stack 'Churn' is for '111122223333', but '--account' is '444455556666': leave the option out"],
  ['an account that is none', undefined, { ...HERE, account: '1' }, "'--account' must be twelve digits, got '1'"],
  ['a region that is none', undefined, { ...HERE, region: 'Frankfurt' }, "'--region' must be the name of a region, got 'Frankfurt'"],
])('rejects %s', (_, environment, options, message) => {
  expect(() => placeOf("the stack 'Churn'", environment, options)).toThrow(message);
});
