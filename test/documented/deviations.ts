import { pairsOf, PrintedPair, VendorDocument } from './documents';
import { Deviations, DocumentedPlatform, Dropped, OurStatement } from './platform';
import { judge, Verdict } from './verdict';
import { Source } from '../../src/private/statements/documented-statement';
import { PLATFORMS } from '../platforms';
import { ServiceReference } from '../support/service-reference';

/** Every platform with vendor documents. */
export const DOCUMENTED: readonly DocumentedPlatform[] = PLATFORMS.flatMap(({ documented }) => documented);

export interface Comparison {
  readonly platform: DocumentedPlatform;
  readonly document: VendorDocument;
  readonly options: string;
  readonly expected: Deviations;
}

export interface ComparedPair {
  readonly pair: PrintedPair;
  readonly verdict: Verdict;
  readonly by: readonly OurStatement[];
}

/** One row of the table of deviations. */
export interface DeviationRow {
  readonly document: string;
  readonly section: string;
  /** The name of the option set that the document is compared with. */
  readonly options: string;
  readonly action: string;
  readonly resource: string;
  readonly verdict: Exclude<Verdict, 'covered'>;
  /** The statements that grant a part of it. Empty for a dropped pair. */
  readonly sids: readonly string[];
  readonly reason: string;
}

export interface SourceRow extends Source {
  readonly platform: string;
  readonly name: string;
}

/** All comparisons of documents and option sets in the tables. */
export function comparisons(platforms = DOCUMENTED): Comparison[] {
  return platforms.flatMap(platform =>
    platform.documents.flatMap(document =>
      Object.entries(platform.deviations[document.id] ?? {}).map(([options, expected]) => ({
        platform,
        document,
        options,
        expected,
      })),
    ),
  );
}

export async function compare({ platform, document, options }: Comparison): Promise<ComparedPair[]> {
  const ours = platform.optionSets[options]()[document.kind];
  const pairs = pairsOf(document, platform.names);
  const reference = await referenceFor(document);
  return pairs.map(pair => ({ pair, ...judge(pair, ours, reference) }));
}

const references = new Map<string, Promise<ServiceReference>>();

/** Reads the reference once for all documents of a kind, because reading takes a while. */
export async function referenceFor({ kind }: VendorDocument): Promise<ServiceReference> {
  const documents = DOCUMENTED.flatMap(platform => platform.documents);
  const statements = documents.filter(document => document.kind === kind).flatMap(document => document.statements);
  // A principal takes the place of the resource in a trust policy; no reference lists it.
  const actions = kind === 'trust' ? [] : statements.flatMap(statement => statement.actions);
  const reference = references.get(kind) ?? ServiceReference.of(actions);
  references.set(kind, reference);
  return reference;
}

/** Every deviation of every option set from every document, for the reference. */
export async function deviationRows(platforms = DOCUMENTED): Promise<DeviationRow[]> {
  const rows = comparisons(platforms).map(async comparison =>
    (await compare(comparison)).flatMap(compared => rowOf(comparison, compared)),
  );
  return (await Promise.all(rows)).flat();
}

/** All sources of the policies, for the reference. */
export function sourceRows(platforms = DOCUMENTED): SourceRow[] {
  return platforms.flatMap(platform =>
    Object.entries(platform.sources).map(([name, source]) => ({ platform: platform.name, name, ...source })),
  );
}

export function pairText({ action, resource }: PrintedPair): string {
  return resource === '*' ? action : `${action} ${resource}`;
}

/** The computed verdicts, one line for each pair. Covered pairs are no deviations. */
export function computedDeviations(compared: readonly ComparedPair[]): string[] {
  return compared
    .filter(({ verdict }) => verdict !== 'covered')
    .map(({ pair, verdict, by }) => deviationText(pairText(pair), verdict, by.map(({ Sid }) => Sid)))
    .sort();
}

/** The verdicts of the table, one line for each pair. */
export function expectedDeviations({ narrowed = {}, dropped = [] }: Deviations): string[] {
  return [
    ...Object.entries(narrowed).flatMap(([sids, pairs]) =>
      pairs.map(pair => deviationText(pair, 'narrowed', sids.split(', ')))),
    ...dropped.flatMap(({ pairs }) => pairs.map(pair => deviationText(pair, 'dropped', []))),
  ].sort();
}

function deviationText(pair: string, verdict: Verdict, sids: readonly string[]): string {
  return [pair, verdict, ...[...sids].sort()].join(' ');
}

function dropOf(expected: Deviations, pair: PrintedPair): Dropped | undefined {
  return expected.dropped?.find(({ pairs }) => pairs.includes(pairText(pair)));
}

function rowOf({ document, options, expected }: Comparison, { pair, verdict, by }: ComparedPair): DeviationRow[] {
  if (verdict === 'covered') {
    return [];
  }
  const notes = by.map(({ note }) => note).filter(note => note !== undefined);
  return [{
    document: document.id,
    section: document.section,
    options,
    action: pair.action,
    resource: pair.resource,
    verdict,
    sids: by.map(({ Sid }) => Sid),
    reason: verdict === 'dropped' ? dropOf(expected, pair)?.because ?? '' : [...new Set(notes)].join('; '),
  }];
}
