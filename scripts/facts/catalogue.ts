import { Granting, grantingOptions } from './granting-options';
import { LoudGrant, loudGrants } from './loud-forms';
import { sidPattern, trialOf } from './trials';
import { CatalogueFacts, ConstructFacts, SourceFacts, StatementFacts, VariantFacts } from '../../cli/facts/catalogue-facts';
import { DocumentedStatement, PolicyFeature, Source } from '../../src/private/statements/documented-statement';
import { Platform, PLATFORMS } from '../../test/platforms';
import { DOCUMENTS } from '../../test/support/readme';
import { Row } from '../../test/support/row';
import { allConstructsOf, shown, versionsIn } from '../construct-statements';

// What the command knows about the statements of each construct: the template has their Sids only.

type Features = readonly PolicyFeature[];
type Variants = readonly DocumentedStatement[];

/** Adds a value, and returns its index. */
class Shared<T> {
  public readonly values: T[] = [];

  public indexOf(value: T): number {
    const index = this.values.findIndex(other => JSON.stringify(other) === JSON.stringify(value));
    return index < 0 ? this.values.push(value) - 1 : index;
  }
}

export function catalogueFacts(): CatalogueFacts {
  const sources = new Shared<SourceFacts>();
  const constructs = PLATFORMS.flatMap(platform => allConstructsOf(platform).map(([name, features]) =>
    [name, constructFacts(platform, name, features, sources)] as const));
  return { sources: sources.values, constructs: Object.fromEntries(constructs) };
}

function constructFacts(
  platform: Platform, name: string, features: Features, sources: Shared<SourceFacts>,
): ConstructFacts {
  const rows = platform.rows.filter(({ construct }) => construct === name);
  const granting = grantingInAnyVersion(rows, sidsOf(features));
  const loud = loudGrants(rows);
  return {
    platform: platform.folder,
    documentation: chapterOf(platform, features),
    statements: features.flatMap(feature => sidsOf([feature]).map(sid =>
      statementFacts(sid, feature.name, variantsOf(sid, feature, rows), {
        granting: granting.get(sid), loud: loud.filter(one => one.sid === sid), sources,
      }))),
  };
}

function sidsOf(features: Features): readonly string[] {
  return [...new Set(features.flatMap(({ statements }) => statements.map(({ sid }) => sidPattern(sid))))];
}

/** Statements that the newest version does not need are those of older versions. */
function grantingInAnyVersion(rows: readonly Row[], sids: readonly string[]): ReadonlyMap<string, Granting> {
  return versionsIn(rows).reduce<ReadonlyMap<string, Granting>>((known, version) => {
    const isComplete = sids.every(sid => known.has(sid));
    return isComplete ? known : new Map([...grantingOptions(rows, version), ...known]);
  }, grantingOptions(rows));
}

/** The chapter with the most of its statements. */
function chapterOf({ folder, documented }: Platform, features: Features): string {
  const statements = features.flatMap(feature => feature.statements);
  const count = (sources: readonly Source[]) => statements.filter(({ source }) => sources.includes(source)).length;
  const [{ name }] = [...documented].sort((one, other) =>
    count(Object.values(other.sources)) - count(Object.values(one.sources)));
  const has = (part: string) => DOCUMENTS.find(({ text }) => text.includes(`<!-- BEGIN ${part}-reference -->`));
  return (has(name) ?? has(folder))!.file;
}

interface Known {
  readonly granting?: Granting;
  readonly loud: readonly LoudGrant[];
  readonly sources: Shared<SourceFacts>;
}

/** Those of the tables, and those with another note, which are wider ones with another note. */
function variantsOf(sid: string, { name, statements }: PolicyFeature, rows: readonly Row[]): Variants {
  const known = statements.filter(statement => sidPattern(statement.sid) === sid);
  const all = rows.flatMap(row => {
    const trial = trialOf(row);
    const statement = trial?.statements.get(sid);
    return statement ? [{ statement, words: trial!.words }] : [];
  });
  const other = all.filter(({ statement: { note } }, index) => known.every(one => one.note !== note)
    && all.findIndex(({ statement }) => statement.note === note) === index);
  return [...known, ...other.map(({ statement, words }) => shown(statement, name, words))];
}

function statementFacts(
  sid: string, feature: string, variants: Variants, { granting, loud, sources }: Known,
): StatementFacts {
  const forms = [...new Set(loud.map(({ form }) => form))].sort();
  return withoutEmpty({
    sid,
    feature,
    source: sources.indexOf(sourceFacts(variants[0].source)),
    options: granting?.options,
    unless: granting?.unless,
    loud: Object.fromEntries(forms.map(name =>
      [name, [...new Set(loud.filter(({ form }) => form === name).flatMap(({ patterns }) => patterns))].sort()])),
    variants: variants.map(variantFacts),
  });
}

/** When it was read, and what reads it again, is of no use to readers of a review. */
function sourceFacts({ url, section, asOf, appliesTo }: Source): SourceFacts {
  return { url, section, asOf, appliesTo };
}

function variantFacts({
  note, since, until, actions, actionsSince, resources, conditions,
}: DocumentedStatement): VariantFacts {
  return withoutEmpty({ note, since, until, actions, actionsSince, resources, conditions });
}

function withoutEmpty<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]: [string, unknown]) =>
    part !== undefined && !(typeof part === 'object' && part !== null && Object.keys(part).length === 0))) as T;
}
