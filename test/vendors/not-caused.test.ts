import { Handlers, readData, ResourceRow, VendorData } from './data';
import { BY_PROPERTY, isCaused, NEVER_CAUSED, PATTERNS } from './not-caused';
import { VENDORS } from './vendors';

const HANDLERS = readData<Handlers>('handlers');

const LISTED = [
  ...Object.entries(BY_PROPERTY).flatMap(([type, properties]) =>
    Object.entries(properties).map(([property, permissions]) => [`${type} ${property}`, type, permissions] as const)),
  ...NEVER_CAUSED.flatMap(({ types, permissions }) =>
    types.map(type => [`${type} ${permissions[0]}`, type, permissions] as const)),
  ...Object.entries(PATTERNS).map(([type, patterns]) => [`${type} patterns`, type, Object.keys(patterns)] as const),
];

test.each(LISTED)('%s: the handlers of the type list such permissions', (_name, type, permissions) => {
  expect(Object.keys(HANDLERS[type] ?? {})).toEqual(expect.arrayContaining([expect.stringMatching(
    new RegExp(`^(?:${permissions.map(permission => permission.replaceAll('*', '\\*')).join('|')})$`))]));
});

test('a permission of a property is asked for where a template has the property', () => {
  const table = (...properties: readonly string[]): ResourceRow => ({ type: 'AWS::DynamoDB::Table', properties });
  expect(isCaused(table('TableName'), 'dynamodb:CreateTable')).toBe(true);
  expect(isCaused(table('TableName'), 'dynamodb:UpdateTimeToLive')).toBe(false);
  expect(isCaused(table('TableName', 'TimeToLiveSpecification'), 'dynamodb:UpdateTimeToLive')).toBe(true);
  expect(isCaused(table('TableName'), 'dynamodb:CreateTableReplica')).toBe(false);
});

test.each(VENDORS)('the data of $name says where a property is that decides', ({ name }) => {
  const { resources, properties } = readData<VendorData>(name);
  const rows = resources.flatMap(group => group.rows);
  const missing = Object.entries(BY_PROPERTY).flatMap(([type, ofType]) => Object.keys(ofType)
    .filter(property => properties[type]?.includes(property))
    .filter(property => !rows.some(row => row.type === type && row.properties?.includes(property)))
    .map(property => `${type} ${property}: write the data again (UPDATE_VENDORS=true npm run judge -- vendors)`));
  expect(missing).toEqual([]);
});
