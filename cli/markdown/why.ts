import { code, lines, prose } from './escape';
import { Sources } from './sources';
import { Reason, Wide } from '../review/model';
import { someOptions, sourceWords, versionWords, wideWords } from '../text/words';

/** The source with its date, the departure from it, the versions, and the options that grant it. */
export function why(reason: Reason | undefined, sources: Sources): string {
  if (reason === undefined) {
    return '';
  }
  const { url, asOf, note } = reason;
  const { named, others } = someOptions(reason);
  return lines([
    `${sources.link(sourceWords(reason), url)} (${prose(asOf)})`,
    note === undefined ? '' : prose(note),
    prose(versionWords(reason)),
    named.length === 0 ? '' : `by ${named.map(option => (/\s/.test(option) ? prose(option) : code(option))).join(', ')}${others}`,
  ]);
}

/** What somebody has to look at stands out. */
export function wideMark(wide: Wide, reason?: Reason): string {
  return `${wide.isOpen ? '⚠️ **wide**' : 'wide'}, ${prose(wideWords(wide, reason))}`;
}
