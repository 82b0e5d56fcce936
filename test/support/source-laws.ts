import { ServiceReference } from './service-reference';
import { DocumentedStatement } from '../../src/private/statements/documented-statement';

/** Returns a sentence for each problem with the source, note and conditions of a statement. */
export type SourceLaw = (statement: DocumentedStatement, reference: ServiceReference) => readonly string[];

/** Laws over the sources of the library's statements, by what they prove. */
export const SOURCE_LAWS: readonly (readonly [name: string, law: SourceLaw])[] = [
  ['has a source with a date and the APIs that it applies to', hasSource],
  ['has the kind of deviation in its note', hasKindOfNote],
  ['gives a reason if it is on all resources, though its actions support narrower ones', justifiesAllResources],
  ['gives a reason for a condition', justifiesConditions],
  ['says that it is narrowed only if it is', isNarrowed],
];

/** The kinds of notes. A `kept` statement is as wide as in the source, and its note says why. */
const KINDS = ['added', 'completed', 'corrected', 'extended', 'kept', 'narrowed'];

function hasSource({ source: { url, section, asOf, appliesTo } }: DocumentedStatement): readonly string[] {
  return [
    ...(/^https:\/\/[a-z0-9.-]+\.[a-z]+\/\S+$/.test(url) ? [] : [`'${url}' is no page`]),
    ...(/^20\d\d-(0[1-9]|1[0-2])(-[0-3]\d)?$/.test(asOf) ? [] : [`'${asOf}' is no month or day`]),
    ...[section, appliesTo].filter(text => text.trim() === '').map(() => 'names no section or no API'),
  ];
}

function hasKindOfNote({ note }: DocumentedStatement): readonly string[] {
  return note === undefined || new RegExp(`^(${KINDS.join('|')}): \\S`).test(note) ? [] : [`'${note}' has no kind`];
}

/** An action wildcard on all resources comes from the page, and is listed in the ledger. */
function justifiesAllResources(statement: DocumentedStatement, reference: ServiceReference): readonly string[] {
  const { actions, resources, note } = statement;
  return actions.flatMap(action => /[*?]/.test(action) ? [] : reference.expand(action))
    .filter(({ resourceTypes }) => resourceTypes.length > 0 && resources.includes('*') && note === undefined)
    .map(({ name }) => `${name} is on all resources without a note`);
}

function justifiesConditions({ conditions, note }: DocumentedStatement): readonly string[] {
  return conditions !== undefined && note === undefined ? ['has a condition without a note'] : [];
}

function isNarrowed({ actions, resources, conditions, note = '' }: DocumentedStatement): readonly string[] {
  const isWide = resources.includes('*') && actions.some(action => action.includes('*')) && conditions === undefined;
  return isWide && note.startsWith('narrowed') ? [`${actions.join()} on * is not narrowed`] : [];
}
