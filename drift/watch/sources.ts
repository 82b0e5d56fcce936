import { differencesOf, Finding } from '../difference';
import { OwnFacts } from '../own';

/** After so many days somebody reads a page again. */
const DAYS = 365;

/** What nothing else compares with newer texts. */
const READ_BY_PEOPLE = ['page', 'commit'];

/** Sources that no package holds, and nobody read for a year. */
export function sourceDrift({ sources }: OwnFacts, today: string): Finding {
  const differences = sources.filter(({ kind }) => READ_BY_PEOPLE.includes(kind))
    .filter(({ readOn }) => daysBetween(readOn, today) > DAYS)
    .map(({ name, url, section, readOn }) =>
      differencesOf('sources', name)(`~ '${section}' was last read on ${readOn}`, [url]));
  return { differences, notes: [] };
}

/** A month counts from its first day. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from.length === 7 ? `${from}-01` : from)) / 86_400_000;
}
