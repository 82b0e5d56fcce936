import { attached, openWide, quota, review, role, statement, warning } from './support/reviews';
import { failures } from '../../cli/failures';
import { Subject } from '../../cli/review/model';

test.each<[string, Partial<Subject>, readonly string[]]>([
  ['a narrow statement', { statements: [statement('Read')] }, []],
  ['an open statement', { statements: [statement('Read', { wide: [openWide()] })] }, ['wide']],
  ['an open trust policy', { trust: [statement('Trust', { wide: [openWide()] })] }, ['wide']],
  ['AdministratorAccess', { attached: [attached('AdministratorAccess', { width: 'everything' })] }, ['wide']],
  ['IAMFullAccess', { attached: [attached('IAMFullAccess', { width: 'changes permissions' })] }, ['wide']],
  ['a policy that writes to any resource', { attached: [attached('X', { width: 'writes to any resource' })] }, ['wide']],
  ['a policy that only reads', { attached: [attached('ReadOnlyAccess', { width: 'reads any resource' })] }, []],
  ['a policy of another owner', { attached: [attached('Own', { owner: 'account' })] }, []],
  ['a quota that is nearly used up', { quotas: [quota('inline policies', 10_000)] }, ['quotas']],
])('%s fails for %j', (_, subject, expected) => {
  expect(failures(review(role('App/Role', subject)))).toEqual(expected);
});

test.each([['warning', ['warnings']], ['error', ['warnings']], ['info', []]] as const)('a message of the level %s fails for %j', (level, expected) => {
  expect(failures({ ...review(), warnings: [warning('App', { level })] })).toEqual(expected);
});
