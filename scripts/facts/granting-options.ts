import { deepest, pathsIn, without } from './option-paths';
import { Change, Trial, trialOf, tried } from './trials';
import { Row } from '../../test/support/row';

// Which options grant a statement, found by leaving out one option after the other: the statement vanishes.

/** The options of a statement. */
export interface Granting {
  /**
   * Each of them grants it: `trainingJob.outputs`. Options that grant it together are joined: `imageBuild +
   * storage.keys`. Empty if every construct of the class has the statement.
   */
  readonly options: readonly string[];
  /** The options that can switch it off. */
  readonly unless: readonly string[];
}

interface TriedRow extends Trial {
  readonly row: Row;
  readonly paths: readonly string[];
}

/** The results of leaving out one option. */
interface Removal {
  readonly path: string;
  /** The Sids of constructs without it. Several, if the construct needs other options in its place. */
  readonly sids: readonly ReadonlySet<string>[];
}

/** Sets of options, each of which grants the statement. */
type Alternatives = readonly (readonly string[])[];

/** By Sid. The version is that of the rows, unless another one is given. */
export function grantingOptions(
  rows: readonly Row[], version?: object,
): ReadonlyMap<string, Granting> {
  const change: Change = options => ({ ...options, ...version });
  const all = rows.flatMap(row => triedRow(row, version && change))
    .sort((one, other) => one.paths.length - other.paths.length);
  const granting = alternatives(all, change);
  const unless = switches(all, granting, change);
  return new Map([...granting].map(([sid, sets]) => [sid, {
    options: smallest(sets).map(set => [...set].sort().join(' + ')).sort(),
    unless: [...unless.get(sid) ?? []].sort(),
  }]));
}

function triedRow(row: Row, change?: Change): readonly TriedRow[] {
  const trial = change ? tried(row, change) : trialOf(row);
  return trial ? [{ ...trial, row, paths: pathsIn(trial.options).filter(path => path !== 'version') }] : [];
}

/** Rows with the fewest options first: in others, an option may hide behind another that grants the same. */
function alternatives(all: readonly TriedRow[], change: Change): ReadonlyMap<string, Alternatives> {
  const found = new Map<string, Alternatives>();
  for (const one of all) {
    const unknown = [...one.statements.keys()].filter(sid => !isExpected(one, found.get(sid)));
    const removals = unknown.length > 0 ? removalsOf(one, unknown, all, change) : [];
    for (const sid of unknown) {
      found.set(sid, [...found.get(sid) ?? [], ...setsOf(sid, one, removals)]);
    }
  }
  return found;
}

/** Whether the row has options that are known to grant the statement, or every construct has it. */
function isExpected({ paths }: TriedRow, sets?: Alternatives): boolean {
  return sets !== undefined && (sets.length === 0 || sets.some(set => set.every(path => paths.includes(path))));
}

/** What vanishes without each option. Where nothing vanishes without a struct, its options do not matter either. */
function removalsOf(
  one: TriedRow, unknown: readonly string[], all: readonly TriedRow[], change: Change,
): readonly Removal[] {
  const ofStructs = one.paths.filter(path => !path.includes('.')).map(path => removalOf(one, path, all, change));
  const matters = ({ sids }: Removal) => sids.length === 0 || sids.some(rest => unknown.some(sid => !rest.has(sid)));
  const structs = ofStructs.filter(matters).map(({ path }) => `${path}.`);
  const nested = one.paths.filter(path => structs.some(struct => path.startsWith(struct)));
  return [...ofStructs, ...nested.map(path => removalOf(one, path, all, change))];
}

function removalOf(one: TriedRow, path: string, all: readonly TriedRow[], change: Change): Removal {
  const removed: Change = (options, of) => without(change(options, of), path);
  const rest = tried(one.row, removed);
  const isNeeded = !rest && !path.includes('.');
  const others = isNeeded ? all.filter(({ row, paths }) => !row.difference && !paths.includes(path)) : [];
  const padded = others.slice(0, 3).flatMap(({ row }) =>
    tried(one.row, (options, of) => ({ ...of(row), ...removed(options, of) })) ?? []);
  return { path, sids: [...rest ? [rest] : padded].map(({ statements }) => new Set(statements.keys())) };
}

function setsOf(sid: string, { statements, words }: TriedRow, removals: readonly Removal[]): Alternatives {
  const needed = deepest(removals.filter(({ sids }) => sids.some(rest => !rest.has(sid))).map(({ path }) => path));
  const { resources, conditions } = statements.get(sid)!;
  const texts = [...resources, JSON.stringify(conditions ?? {})].flatMap(text => words.lines(text, '')).join();
  const required = removals.filter(({ sids }) => sids.length === 0).map(({ path }) => path);
  // An option that its struct requires can't be left out, but the statement names it.
  const named = (path: string) => deepest(required.filter(other =>
    other.startsWith(`${path}.`) && new RegExp(`[\`<]${other}[\`>]`).test(texts)));
  return needed.length === 0 ? [] : needed.reduce<Alternatives>((sets, path) => {
    const each = named(path).length > 0 ? named(path) : [path];
    return sets.flatMap(set => each.map(option => [...set, option]));
  }, [[]]);
}

function smallest(sets: Alternatives): Alternatives {
  return sets.filter((set, index) => !sets.some((other, position) => other.every(path => set.includes(path))
    && (other.length < set.length || position < index)));
}

/** The options without which a row has a statement that other rows with the same options have. */
function switches(
  all: readonly TriedRow[], granting: ReadonlyMap<string, Alternatives>, change: Change,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const one of all) {
    const missing = [...granting].filter(([sid, sets]) => isExpected(one, sets) && !one.statements.has(sid)
      && !one.paths.some(path => found.get(sid)?.has(path)));
    for (const path of missing.length > 0 ? one.paths : []) {
      const rest = tried(one.row, (options, of) => without(change(options, of), path));
      missing.filter(([sid]) => rest?.statements.has(sid)).forEach(([sid]) => {
        found.set(sid, (found.get(sid) ?? new Set()).add(path));
      });
    }
  }
  return new Map([...found].map(([sid, paths]) => [sid, new Set(deepest([...paths]))]));
}
