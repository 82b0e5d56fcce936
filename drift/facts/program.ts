import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Authorization } from './authorization';
import { PREFIXES } from '../../judge/vendors/calls/requests';

/** What a release of a program says about permissions. */
export interface ProgramFacts {
  readonly version: string;
  /** Actions and wildcards that its texts name, and actions that it calls: the files. */
  readonly rights: Readonly<Record<string, readonly string[]>>;
  /** The constants on names, tags and schedulers of its module `constants`, one text for each element of a list. */
  readonly constants: readonly string[];
  /** The modules that make templates and roles. */
  readonly files: readonly string[];
  /** The packages that it needs: some programs come in parts. */
  readonly requires: readonly string[];
  /** Of the texts that list policies, by file. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** Texts of a release, by path. */
export type Texts = Readonly<Record<string, string>>;

const METADATA = /-info\/METADATA$/;
const TEXT = /\.(?:py|json|ya?ml|sh|txt|jinja2?|j2|cfg)$/;
const NAMED = /(?<![\w:/-])([a-z][a-z0-9-]*):([A-Z]\w*\*?|\*)(?![\w:])/g;
const CALLED = /(?:\.|["'])([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?=["'(),\s])/g;
const QUOTED = /["']([a-z][a-z0-9-]+)["']/g;
const TEMPLATE_MODULES = /(?:^|\/)(?:templates|policies)\/.*\.(?:py|ya?ml|json)$/;
const POLICIES = /(?:^|\/)iam_policies\.py$/;
/** What names of resources and roles depend on. */
const OF_PERMISSIONS = /BATCH|BUCKET|IAM|NAME|POLIC|PREFIX|ROLE|SCHEDULER|TABLE|TAG/;
const OTHERS = /INSTANCE|OSES|OS_/;
const CONSTANTS = /(?:^|\/)constants\.py$/;

/** Reads the texts of a package. */
export function textsIn(folder: string): Texts {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => METADATA.test(file) || (TEXT.test(file) && !/(?:^|\/)(?:tests?|[\w.-]+-info)\//.test(file))).sort();
  return Object.fromEntries(files.map(file => [file, readFileSync(join(folder, file), 'utf8')]));
}

export function programFacts(version: string, texts: Texts, reference: Authorization): ProgramFacts {
  const operations = operationsOf(reference);
  const services = new Set(Object.keys(reference).map(action => action.split(':')[0]));
  const ofPackage = new Set(Object.values(texts).flatMap(text => servicesIn(text, services)));
  const rights: Record<string, Set<string>> = {};
  for (const [file, text] of Object.entries(texts)) {
    const own = servicesIn(text, services);
    const candidates = own.length > 0 ? new Set(own) : ofPackage;
    for (const right of [...namedIn(text, reference, services), ...calledIn(text, operations, candidates)]) {
      rights[right] = (rights[right] ?? new Set<string>()).add(file);
    }
  }
  return {
    version,
    rights: Object.fromEntries(Object.entries(rights).sort().map(([right, files]) => [right, [...files].sort()])),
    constants: Object.entries(texts).filter(([file]) => CONSTANTS.test(file)).flatMap(([, text]) => constantsIn(text)),
    files: Object.keys(texts).filter(file => TEMPLATE_MODULES.test(file)),
    requires: Object.entries(texts).filter(([file]) => METADATA.test(file)).flatMap(([, text]) => requirementsIn(text)),
    hashes: Object.fromEntries(Object.entries(texts).filter(([file]) => POLICIES.test(file))
      .map(([file, text]) => [file, createHash('sha256').update(text).digest('hex').slice(0, 12)])),
  };
}

function namedIn(text: string, reference: Authorization, services: ReadonlySet<string>): readonly string[] {
  return [...text.matchAll(NAMED)].map(([right]) => right)
    .filter(right => right in reference || (right.endsWith('*') && services.has(right.split(':')[0])));
}

/** Methods of boto3 are operations in snake case, of the services that the file names. */
function calledIn(
  text: string, operations: ReadonlyMap<string, readonly string[]>, candidates: ReadonlySet<string>,
): readonly string[] {
  return [...text.matchAll(CALLED)].flatMap(([, method]) => operations.get(method) ?? [])
    .filter(action => candidates.has(action.split(':')[0]));
}

function servicesIn(text: string, services: ReadonlySet<string>): readonly string[] {
  return [...text.matchAll(QUOTED)].map(([, name]) => PREFIXES[name] ?? name).filter(name => services.has(name));
}

/** By name of the method of boto3. */
function operationsOf(reference: Authorization): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const action of Object.keys(reference)) {
    const method = action.split(':')[1].replace(/(.)([A-Z][a-z]+)/g, '$1_$2').replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
    found.set(method, [...found.get(method) ?? [], action]);
  }
  return found;
}

/** `SUPPORTED_SCHEDULERS 'slurm'` */
function constantsIn(text: string): readonly string[] {
  const all = [...text.matchAll(/^([A-Z][A-Z0-9_]+) *(?::[^=\n]+)?= *((?:.*\n)(?:[ )\]}].*\n|\n(?=[ )\]}]))*)/gm)];
  return all.filter(([, name]) => OF_PERMISSIONS.test(name) && !OTHERS.test(name)).flatMap(([, name, value]) => {
    const strings = [...value.matchAll(/(["'])((?:(?!\1).)*)\1/g)].map(([, , string]) => `${name} '${string}'`);
    return strings.length > 0 ? strings : [`${name} ${value.trim().replace(/\s+/g, ' ')}`];
  });
}

/** Without those of extras. */
function requirementsIn(text: string): readonly string[] {
  return [...text.matchAll(/^Requires-Dist: ([\w.-]+)(?!.*extra ==)/gm)].map(([, name]) => name);
}
