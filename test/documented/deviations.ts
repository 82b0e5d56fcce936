import { pairsOf, PrintedPair, VendorDocument } from './documents';
import { BEANSTALK } from './elastic-beanstalk/platform';
import { HOPSWORKS } from './hopsworks/platform';
import { PARALLEL_CLUSTER_2 } from './parallelcluster2/platform';
import { PARALLELCLUSTER3_ROLES } from './parallelcluster3/roles-platform';
import { PARALLELCLUSTER3_USER } from './parallelcluster3/users-platform';
import { Deviations, DocumentedPlatform, Dropped, OurStatement } from './platform';
import { SAGEMAKER } from './sagemaker/platform';
import { judge, Verdict } from './verdict';
import { Source } from '../../src/private/statements/documented-statement';
import { ServiceReference } from '../support/service-reference';

/** Every platform with vendor documents. */
export const PLATFORMS: readonly DocumentedPlatform[] = [
  BEANSTALK,
  HOPSWORKS,
  PARALLEL_CLUSTER_2,
  PARALLELCLUSTER3_ROLES,
  PARALLELCLUSTER3_USER,
  SAGEMAKER,
];

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

/** One line of the table of deviations. */
export interface DeviationRow {
  readonly document: string;
  readonly section: string;
  /** The name of the option set that the document is compared with. */
  readonly options: string;
  readonly action: string;
  readonly resource: string;
  readonly verdict: Exclude<Verdict, 'covered'>;
  /** The statements that hold a part of it; none for a dropped pair. */
  readonly sids: readonly string[];
  readonly reason: string;
}

export interface SourceRow extends Source {
  readonly platform: string;
  readonly name: string;
}

/** All comparisons of documents and option sets that the tables name. */
export function comparisons(platforms = PLATFORMS): Comparison[] {
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

/** For all documents of a kind at once: reading it takes a while. */
export async function referenceFor({ kind }: VendorDocument): Promise<ServiceReference> {
  const documents = PLATFORMS.flatMap(platform => platform.documents);
  const statements = documents.filter(document => document.kind === kind).flatMap(document => document.statements);
  // A principal, which stands for the resource in a trust policy, is in no reference.
  const actions = kind === 'trust' ? [] : statements.flatMap(statement => statement.actions);
  const reference = references.get(kind) ?? ServiceReference.of(actions);
  references.set(kind, reference);
  return reference;
}

/** Every departure of every option set from every document, for the tables of the README. */
export async function deviationRows(platforms = PLATFORMS): Promise<DeviationRow[]> {
  const rows = comparisons(platforms).map(async comparison =>
    (await compare(comparison)).flatMap(compared => rowOf(comparison, compared)),
  );
  return (await Promise.all(rows)).flat();
}

/** Everything that the policies are made from, for the tables of the README. */
export function sourceRows(platforms = PLATFORMS): SourceRow[] {
  return platforms.flatMap(platform =>
    Object.entries(platform.sources).map(([name, source]) => ({ platform: platform.name, name, ...source })),
  );
}

export function pairText({ action, resource }: PrintedPair): string {
  return resource === '*' ? action : `${action} ${resource}`;
}

/** What the computed verdicts say, a line for each pair. Covered pairs don't deviate. */
export function computedDeviations(compared: readonly ComparedPair[]): string[] {
  return compared
    .filter(({ verdict }) => verdict !== 'covered')
    .map(({ pair, verdict, by }) => deviationText(pairText(pair), verdict, by.map(({ Sid }) => Sid)))
    .sort();
}

/** What the table says, a line for each pair. */
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
