import {
  compare, ComparedPair, Comparison, comparisons, computedDeviations, deviationRows, DOCUMENTED, expectedDeviations,
  pairText, referenceFor, sourceRows,
} from './deviations';
import { pairsOf, PrintedPair } from './documents';
import { DropKind } from './platform';
import { globContains } from '../support/globs';
import { fits, ServiceReference } from '../support/service-reference';

const COMPARISONS = comparisons().map(comparison => ({
  ...comparison,
  name: `${comparison.document.id} against ${comparison.options}`,
}));

const DROPS = COMPARISONS.flatMap(comparison =>
  (comparison.expected.dropped ?? []).flatMap(({ kind, pairs }) =>
    pairs.map(pair => ({ ...comparison, kind, dropped: pair }))));

/** Services that AWS has ended, with the date. */
const ENDED_SERVICES: Record<string, string> = { robomaker: '2025-09-10' };

/** The only resources that IAM creates with an action, though its ARN format allows more. */
const PLACES: Record<string, RegExp> = { 'iam:CreateServiceLinkedRole': /:role\/aws-service-role\// };

describe.each(COMPARISONS)('$name', comparison => {
  let compared: ComparedPair[];
  beforeAll(async () => {
    compared = await compare(comparison);
  });

  test('deviates exactly as listed in the table of deviations', () => {
    expect(computedDeviations(compared)).toEqual(expectedDeviations(comparison.expected));
  });

  test('gives the reason in the note of every narrowed statement', () => {
    const silent = compared.flatMap(({ by }) => by).filter(({ note }) => !note);
    expect(silent.map(({ Sid }) => Sid)).toEqual([]);
  });

  test('compares Allow statements with sources of the platform', () => {
    const ours = comparison.platform.optionSets[comparison.options]()[comparison.document.kind];
    expect(ours.filter(({ Effect }) => Effect !== 'Allow')).toEqual([]);
    const sources = Object.values(comparison.platform.sources);
    expect(sources).toEqual(expect.arrayContaining(ours.map(({ source }) => source)));
  });
});

describe.each(DROPS)('$name: $dropped is dropped', ({ platform, document, options, expected, kind, dropped }) => {
  test(`for a reason that holds: ${kind}`, async () => {
    const pairs = pairsOf(document, platform.names);
    const pair = pairs.find(candidate => pairText(candidate) === dropped)!;
    const compared = await compare({ platform, document, options, expected });
    const others = kind === 'other options' ? await othersOf({ platform, document, options, expected }) : [];
    const ours = platform.optionSets[options]()[document.kind].flatMap(({ Action }) => Action);
    expect(reasonHolds(kind, pair, { compared, others, ours }, await referenceFor(document))).toBe(true);
  });
});

interface Evidence {
  readonly compared: readonly ComparedPair[];
  /** The comparisons of the document with other option sets. */
  readonly others: readonly ComparedPair[];
  /** All actions that the library grants. */
  readonly ours: readonly string[];
}

async function othersOf(comparison: Comparison): Promise<ComparedPair[]> {
  const others = COMPARISONS.filter(({ document, options }) =>
    document === comparison.document && options !== comparison.options);
  return (await Promise.all(others.map(compare))).flat();
}

function reasonHolds(
  kind: DropKind,
  { action, boundResource }: PrintedPair,
  { compared, others, ours }: Evidence,
  reference: ServiceReference,
): boolean {
  const actions = reference.expand(action);
  switch (kind) {
    case 'no such action':
      return actions.length === 0;
    case 'invalid ARN':
      return actions.length > 0 && !actions.some(known => fits(known, boundResource));
    case 'no such resource':
      return action in PLACES && !PLACES[action].test(boundResource);
    case 'service ended':
      return action.split(':')[0] in ENDED_SERVICES;
    case 'unused':
      return actions.length > 0 && !ours.includes(action);
    case 'granted elsewhere':
      return compared.some(({ pair, verdict }) => pair.action === action && verdict !== 'dropped')
        || ours.some(own => globContains(action, own));
    case 'other options':
      return others.some(({ pair, verdict }) =>
        pair.action === action && pair.boundResource === boundResource && verdict !== 'dropped');
  }
}

describe.each(DOCUMENTED)('the documents of $name', ({ documents, printedActions, deviations, optionSets }) => {
  test('are each compared with an option set, and no others are', () => {
    const compared = Object.keys(deviations).filter(id => Object.keys(deviations[id]).length > 0);
    expect(compared.sort()).toEqual(documents.map(({ id }) => id).sort());
  });

  test('are compared with all option sets, and with no others', () => {
    const used = new Set(Object.values(deviations).flatMap(Object.keys));
    expect([...used].sort()).toEqual(Object.keys(optionSets).sort());
  });

  test('are complete', () => {
    const actions = documents.flatMap(({ statements }) => statements.flatMap(statement => statement.actions));
    expect(actions).toHaveLength(printedActions);
  });
});

test('the reference has a reason for every deviation', async () => {
  const rows = await deviationRows();
  expect(rows.filter(({ reason }) => reason === '')).toEqual([]);
  expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['narrowed', 'dropped']));
});

test('the reference lists every source with its URL and date', () => {
  const rows = sourceRows();
  expect(rows.filter(({ url, asOf }) => !url.startsWith('https://') || !/^\d{4}-\d{2}(-\d{2})?$/.test(asOf))).toEqual([]);
  expect(new Set(rows.map(({ platform }) => platform))).toEqual(new Set(DOCUMENTED.map(({ name }) => name)));
});
