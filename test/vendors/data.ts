import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Request } from '../support/evaluate';
import { Statement } from '../support/policies';

/** Configurations and releases in which programs need the same. */
export interface Group<T> {
  readonly configurations: readonly string[];
  /** Releases, and ranges of them: `3.7.0..3.10.1`. */
  readonly releases: readonly string[];
  readonly rows: readonly T[];
}

/** A request of a program, with the subject that asks: the user or a role. */
export interface AskedRow extends Request {
  readonly subject: string;
  /** The commands that make the call. */
  readonly commands: readonly string[];
}

/** A statement that the vendor gives to a role of its templates. */
export interface StatementRow extends Pick<Statement, 'Action' | 'Resource' | 'Condition'> {
  readonly subject: string;
}

/** A resource that a template makes, with the permissions of the user who creates the stack. */
export interface ResourceRow {
  readonly type: string;
  /** Absent for types that are no resource of a service. */
  readonly arn?: string;
  /** Those of its properties that decide which permissions its handlers need. */
  readonly properties?: readonly string[];
  /** The ARNs that its properties name: roles, policies, keys, buckets and their objects. */
  readonly names?: readonly string[];
  readonly boundary?: string;
}

/** The roles that a program makes by itself. */
export interface MadeRoles {
  /** The package and file that list their actions, with version and licence. */
  readonly source: string;
  /** By kind of role. */
  readonly actions: Readonly<Record<string, readonly string[]>>;
}

/** What the programs of a vendor need, by configuration and release. */
export interface VendorData {
  /** In the order of their publication. */
  readonly releases: readonly string[];
  readonly calls: readonly Group<AskedRow>[];
  readonly statements: readonly Group<StatementRow>[];
  readonly resources: readonly Group<ResourceRow>[];
  /** All properties of the templates, by type. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** Those of the newest release that makes roles. */
  readonly roles?: MadeRoles;
}

/** The permissions that the handlers of CloudFormation list, by type and permission: the operations. */
export type Handlers = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export function dataFile(name: string): string {
  return join(__dirname, 'data', `${name}.json`);
}

/** Parts of ARNs that files have in a short form: the region and the account of the recording. */
const SHORT: readonly (readonly [part: string, short: string])[] = [
  [':us-east-1:123456789012:', ':R:A:'],
  ['::123456789012:', '::A:'],
];

export function readData<T>(name: string): T {
  const text = readFileSync(dataFile(name), 'utf8');
  return JSON.parse(SHORT.reduce((long, [part, short]) => long.replaceAll(short, part), text)) as T;
}

export function writeData(name: string, value: unknown): void {
  writeFileSync(dataFile(name), rendered(value));
}

/** JSON with one row a line. */
export function rendered(value: unknown): string {
  return SHORT.reduce((text, [part, short]) => text.replaceAll(part, short), `${lines(value)}\n`);
}

function lines(value: unknown, depth = 0): string {
  if (!isObject(value) || !isDivided(value, depth)) {
    return JSON.stringify(value);
  }
  const entries = Array.isArray(value)
    ? value.map(each => lines(each, depth + 1))
    : Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${lines(each, depth + 1)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${entries.join(',\n')}\n${close}`;
}

/** Lists of objects, what has one, and the outermost objects. */
function isDivided(value: object, depth: number): boolean {
  return Array.isArray(value)
    ? value.some(isObject)
    : depth < 2 || Object.values(value).some(each => Array.isArray(each) && each.some(isObject));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The releases in a list of releases and ranges. */
export function releasesIn(ranges: readonly string[], releases: readonly string[]): readonly string[] {
  return ranges.flatMap(range => {
    const [first, last = first] = range.split('..');
    return releases.slice(releases.indexOf(first), releases.indexOf(last) + 1);
  });
}

/** The shortest list of releases and ranges. */
export function rangesOf(some: readonly string[], releases: readonly string[]): readonly string[] {
  const runs: string[][] = [];
  releases.forEach((release, index) => {
    if (some.includes(release)) {
      const isNext = index > 0 && some.includes(releases[index - 1]);
      (isNext ? runs.at(-1)! : runs[runs.push([]) - 1]).push(release);
    }
  });
  return runs.map(run => run.length === 1 ? run[0] : `${run[0]}..${run.at(-1)}`);
}
