import { deniedAt, principalsOf, requestOf } from './attack';
import { escalationsOf } from './escalations';
import { settableTags } from './settable-tags';
import { sharedWrites, unnamed, unnamedWrites, WriteActions } from './wide-writes';
import { PLATFORMS } from '../platforms';
import { AWS } from '../support/fold';
import { ESSENTIAL_ROWS, synthesizeRows } from '../support/grid';
import { Statement } from '../support/policies';
import { emittedBy } from '../support/rendered';
import { isPossible } from '../support/request-table';
import { ServiceReference } from '../support/service-reference';

const CONSTRUCTS = PLATFORMS.flatMap(({ constructs, attacked }) =>
  Object.keys(constructs).map(construct => ({
    construct,
    escalations: attacked.escalations[construct] ?? {},
    tables: attacked.attacks.filter(table => table.construct === construct),
  })));

describe.each(CONSTRUCTS.flatMap(({ tables }) => tables))('$attacker', table => {
  let principals: ReturnType<typeof principalsOf>;
  let reference: ServiceReference;
  const steps = table.attacks.flatMap(([, , ...all]) => all);
  beforeAll(async () => {
    principals = principalsOf(table);
    reference = await ServiceReference.of(steps.map(([action]) => action));
  });

  // One test for each attack would take longer than the attacks.
  test('is denied at the steps of the table, or named', () => {
    const verdicts = table.attacks.map(attack => ({ attack, denied: deniedAt(principals, attack) }));
    expect(verdicts.filter(({ attack: [, verdict], denied }) => denied !== (typeof verdict === 'number' ? verdict : undefined)))
      .toEqual([]);
  });

  test('sends only requests that AWS knows', () => {
    expect(steps.filter(step => !isPossible(requestOf(step), reference))).toEqual([]);
  });
});

describe.each(PLATFORMS)('the chapters of $folder', ({ attacked: { attacks, escalations, reach } }) => {
  const rows = Object.values(reach).flatMap(table => Object.keys(table));

  test('have each row that an attack or an escalation refers to, and no others', () => {
    const verdicts = attacks.flatMap(table => table.attacks).map(([, verdict]) => verdict);
    const referred = [...verdicts, ...Object.values(escalations).flatMap(ways => Object.values(ways))]
      .filter(verdict => typeof verdict === 'string');
    expect([...new Set(referred)].sort()).toEqual([...new Set(rows)].sort());
    expect(rows).toHaveLength(new Set(rows).size);
  });
});

describe.each(CONSTRUCTS)('$construct', ({ construct, escalations, tables }) => {
  let emitted: readonly Statement[];
  beforeAll(() => {
    const rows = ESSENTIAL_ROWS.filter(row => row.construct === construct);
    const all = emittedBy(rows, synthesizeRows(rows, { validation: false }), AWS).flatMap(row => row.statements);
    // Most rows repeat the statements of others.
    emitted = [...new Map(all.map(statement => [JSON.stringify(statement), statement])).values()];
  });

  test('has attacks', () => {
    expect(tables.flatMap(({ attacks }) => attacks)).not.toEqual([]);
  });

  test('opens only the published escalations that its chapter names', () => {
    expect(escalationsOf(emitted)).toEqual(Object.keys(escalations));
  });

  test('relies on tags that its principal can set only as its chapter says', () => {
    const settable = settableTags(emitted);
    expect(unnamed(emitted.filter(({ Sid = '' }) => settable.includes(Sid)), tables)).toEqual([]);
  });

  test('writes where others read code only as its chapter says', () => {
    expect(unnamed(sharedWrites(emitted), tables)).toEqual([]);
  });

  test('changes resources of all names only as its chapter says', async () => {
    expect(unnamedWrites(emitted, tables, await WriteActions.of(emitted))).toEqual([]);
  });
});
