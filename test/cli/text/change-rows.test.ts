import { PartChange, SubjectChange } from '../../../cli/compare/changes';
import { changeRows } from '../../../cli/text/change-rows';

const NOTHING: SubjectChange = {
  id: 'App/User',
  kind: 'user',
  change: 'changed',
  direction: 'both',
  trust: [],
  statements: [],
  attached: [],
  attachedTo: [],
  groups: [],
};

function added<T>(head: T): PartChange<T> {
  return { change: 'added', direction: 'wider', head };
}

test.each<[string, Partial<SubjectChange>, string]>([
  ['a condition of CloudFormation', { onlyIf: added('IsProd') }, 'condition of CloudFormation: + IsProd'],
  ['an attached policy', { attached: [added({ name: 'ReadOnlyAccess', onlyIf: 'IsProd' } as never)] }, 'attached policy: + ReadOnlyAccess'],
  ['a group', { groups: [added('Admins')] }, 'group: + Admins'],
  ['a principal that has the policies', { attachedTo: [added('role/app')] }, 'attached to: + role/app'],
  ['a boundary', { boundary: added({ policy: 'Limits' } as never) }, 'boundary: + Limits'],
  ['the longest session', { maxSession: added('12 hours') }, 'longest session: + 12 hours'],
])('%s is a row', (_, part, text) => {
  const rows = changeRows({ ...NOTHING, ...part });
  expect(rows.map(row => `${row.part}: ${row.resources.map(mark => `${mark.sign} ${mark.text}`).join()}`))
    .toEqual([expect.stringContaining(text)]);
  expect(rows[0].direction).toBe('wider');
});
