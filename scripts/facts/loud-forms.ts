import { Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { pathsIn, valuesAt, without, withValue } from './option-paths';
import { Change, Trial, trialOf, tried } from './trials';
import * as library from '../../src';
import { DocumentedStatement } from '../../src/private/statements/documented-statement';
import { Row } from '../../test/support/row';
import { attempt } from '../construct-statements';

// What only a loud form of the API makes wide: found by comparing a construct that has it with one that has not.

/** Names of the API that say that they are wide: `anyBucket()`, `UNRESTRICTED`, `unrestrictedAccess`. */
const LOUD = /^(?:any|all|unrestricted|privileged)(?:[A-Z]\w*)?$|^UNRESTRICTED$/;

interface Form {
  /** `S3Location.anyBucket()` */
  readonly name: string;
  readonly type: unknown;
  readonly make: () => unknown;
}

/** The wide patterns of a statement that come with a form. */
export interface LoudGrant {
  readonly sid: string;
  readonly form: string;
  readonly patterns: readonly string[];
}

type Class = Readonly<Record<string, unknown>>;
const CLASSES = Object.entries(library as unknown as Readonly<Record<string, Class>>);

const FORMS: readonly Form[] = CLASSES.flatMap(([className, type]) =>
  typeof type !== 'function' ? [] : Object.getOwnPropertyNames(type).filter(member => LOUD.test(member)).map(member => {
    const value = type[member];
    return typeof value === 'function'
      ? { name: `${className}.${member}()`, type, make: () => (value as () => unknown).call(type) }
      : { name: `${className}.${member}`, type, make: () => value };
  }));

interface LoudRow {
  readonly row: Row;
  readonly trial: Trial;
  readonly loud: readonly Loud[];
}

/** An option with a loud name or value. */
interface Loud {
  readonly path: string;
  readonly form: string;
}

export function loudGrants(rows: readonly Row[]): readonly LoudGrant[] {
  const all = rows.flatMap(row => {
    const trial = trialOf(row);
    return trial ? [{ row, trial, loud: loudIn(trial) }] : [];
  });
  const compared = new Set<string>();
  return all.flatMap(one => one.loud.flatMap(loud => {
    const keys = [...one.trial.statements.keys()].map(sid => `${sid} ${loud.path} ${loud.form}`);
    const narrower = keys.every(key => compared.has(key)) ? [] : narrowerTrials(one, loud, all);
    (narrower.length > 0 ? keys : []).forEach(key => compared.add(key));
    return widened(one.trial, narrower, loud.form);
  }));
}

/** The construct without the loud value, with the values that other rows have in its place, and without the option. */
function narrowerTrials({ row, trial }: LoudRow, { path, form }: Loud, all: readonly LoudRow[]): readonly Trial[] {
  const others = all.filter(({ loud, trial: { options } }) => !loud.some(one => one.path === path)
    && valuesAt(options, path).some(value => value !== undefined));
  const changes: readonly Change[] = [
    options => withValue(options, path,
      valuesAt(options, path).flat().filter(value => !formsOf(value, trial.stack).includes(form))),
    ...others.slice(0, 2).map((other): Change =>
      (options, of) => withValue(options, path, valuesAt(of(other.row), path)[0])),
    options => without(options, path),
  ];
  return changes.flatMap(change => tried(row, change) ?? []);
}

/** The options with a loud name, and those with a loud value. */
function loudIn({ stack, options }: Trial): readonly Loud[] {
  return pathsIn(options).flatMap(path => {
    const name = path.split('.').slice(-1)[0];
    const values = valuesAt(options, path).flat();
    return LOUD.test(name)
      ? values.some(value => value !== undefined && value !== false) ? [{ path, form: name }] : []
      : values.flatMap(value => formsOf(value, stack).map(form => ({ path, form })));
  });
}

function formsOf(value: unknown, stack: Stack): readonly string[] {
  const isOf = ({ type, make }: Form) => (value as object | undefined)?.constructor === type
    && (value === make() || bound(value, stack) === (bound(make(), stack) ?? 'nothing'));
  return FORMS.filter(isOf).map(({ name }) => name);
}

interface Bindable {
  readonly _bind?: (scope: IConstruct, path: string) => object | string;
}

/** Without lists of arguments. Nothing for a value that holds constructs. */
function bound(value: unknown, stack: Stack): string | undefined {
  const resolved = attempt(() => stack.resolve((value as Bindable)._bind?.(stack, 'option') ?? value) as object | string);
  return resolved === undefined ? undefined : JSON.stringify(resolved, (key, part: unknown) => (Array.isArray(part) && /^[a-z]/.test(key) ? [] : part));
}

/** The patterns that a statement does not have in the first narrower construct that has the statement. */
function widened(loud: Trial, narrower: readonly Trial[], form: string): readonly LoudGrant[] {
  return narrower.length === 0 ? [] : [...loud.statements].flatMap(([sid, statement]) => {
    const other = narrower.find(({ statements }) => statements.has(sid));
    const narrow = other ? narrowPatterns(other, other.statements.get(sid)!, statement) : [];
    const patterns = patternsOf(loud, statement).filter(pattern => !narrow.includes(pattern));
    return patterns.length > 0 ? [{ sid, form, patterns }] : [];
  });
}

/** The patterns, unless they have a condition that the wide statement has not. */
function narrowPatterns(trial: Trial, narrow: DocumentedStatement, wide: DocumentedStatement): readonly string[] {
  const keysOf = ({ conditions = {} }: DocumentedStatement) =>
    Object.values(conditions).flatMap(keys => Object.keys(keys));
  return keysOf(narrow).every(key => keysOf(wide).includes(key)) ? patternsOf(trial, narrow) : [];
}

/** Those without a user's name. */
function patternsOf({ words }: Trial, { actions, resources }: DocumentedStatement): readonly string[] {
  return [...actions, ...resources.map(resource => words.within(resource, ''))].filter(text => /^[^<]*\*[^<]*$/.test(text));
}
