import { readData, VendorData } from './data';
import { lacking } from './roles';
import { VENDORS } from './vendors';
import { Builder } from '../support/builder';
import { Fixtures } from '../support/given';
import { Statement } from '../support/policies';
import { ServiceReference } from '../support/service-reference';

const MAKERS = VENDORS.filter(({ ownRoles }) => ownRoles);

describe.each(MAKERS)('the roles that $name makes by itself', ({ name, environment, ownRoles }) => {
  const { actions } = readData<VendorData>(name).roles!;
  const builder = new Builder(environment);
  let reference: ServiceReference;
  beforeAll(async () => {
    reference = await ServiceReference.of(Object.values(actions).flat());
  });

  test('are those that we have one for', () => {
    expect(Object.keys(ownRoles!).sort()).toEqual(Object.keys(actions).sort());
  });

  test.each(Object.entries(actions))('%s: each action is known', (_kind, ofRole) => {
    expect(ofRole.filter(action => reference.expand(action).length === 0)).toEqual([]);
  });

  test.each(Object.entries(ownRoles!))('%s: ours has its actions, or lacks them for a reason', (kind, { build, lacks }) => {
    const ours = builder.statementsOf(stack => build(new Fixtures(stack)));
    expect(lacking(actions[kind], ours, lacks, reference)).toEqual({ unexplained: [], unneeded: [] });
  });
});

test('a row explains what is missing, and needs something missing for each of its patterns', async () => {
  const reference = await ServiceReference.of(['s3:GetObject']);
  const ours: Statement[] = [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] }];
  const row = { actions: ['s3:Put*', 's3:GetObject'], because: 'x' };
  expect(lacking(['s3:GetObject', 's3:PutObject', 's3:ListBucket'], ours, [row], reference))
    .toEqual({ unexplained: ['s3:ListBucket'], unneeded: [row] });
});
