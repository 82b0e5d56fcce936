import { code, lines, prose, table } from './escape';
import { Sources } from './sources';
import { why, wideMark } from './why';
import { Reach, StatementReview, Subject, Warning } from '../review/model';
import { acknowledgedWords, attachedWords, durationWords, kindWords, quotaWords } from '../text/words';

/** A role, user, group or policy: who has it, what it may do and why, and what limits it. */
export function subjectSection(subject: Subject, index: number): string {
  const sources = new Sources(index + 1);
  const { id, name, statements, reach } = subject;
  return [
    `### ${code(id)}`,
    `${prose(kindWords(subject))}${name === undefined ? '' : `, named ${code(name)}`}`,
    factList(subject),
    statements.length === 0 ? '' : table(['Statement', 'Allows', 'Access', 'Why'], statements.map(one => statementCells(one, sources))),
    reach.length === 0 ? '' : table(['Who', 'Can reach', 'Advice'], reach.map(reachCells)),
    sources.definitions(),
  ].filter(part => part !== '').join('\n\n');
}

function factList(subject: Subject): string {
  const { description, trust, attached, boundary, maxSessionDuration, quotas } = subject;
  const { groups = [], attachedTo = [], acknowledged = [] } = subject;
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['Description', description === undefined ? [] : [prose(description)]],
    ['Trust policy', trust.map(trustWords)],
    ['Attached policies', attached.map(policy => prose(attachedWords(policy)))],
    ['Groups', groups.map(code)],
    ['Attached to', attachedTo.map(code)],
    ['Boundary', boundary ? [code(boundary.policy)] : []],
    ['Sessions', maxSessionDuration === undefined ? [] : [`up to ${prose(durationWords(maxSessionDuration))}`]],
    ['Acknowledged', acknowledged.map(finding => prose(acknowledgedWords(finding)))],
    ['Quotas', quotas.map(quota => `${prose(quota.name)} ${prose(quotaWords(quota))}`)],
  ];
  return facts.filter(([, values]) => values.length > 0).map(([term, values]) => `- ${term}: ${values.join('; ')}`).join('\n');
}

function trustWords({ words, wide, effect, onlyIf }: StatementReview): string {
  const under = onlyIf === undefined ? [] : [`only if ${code(onlyIf)}`];
  return [`${effect === 'Deny' ? '**Deny** ' : ''}${prose(words)}`, ...under, ...wide.map(one => wideMark(one))].join(', ');
}

function statementCells(statement: StatementReview, sources: Sources): readonly string[] {
  const { key, words, onlyIf, effect, levels, wide, why: reason } = statement;
  return [
    `${effect === 'Deny' ? '**Deny** ' : ''}${code(key)}`,
    lines([prose(words), onlyIf === undefined ? '' : `only if ${code(onlyIf)}`, ...wide.map(one => wideMark(one, reason))]),
    levels.join(', '),
    why(reason, sources),
  ];
}

function reachCells({ who, can, advice }: Reach): readonly string[] {
  return [prose(who), prose(can), prose(advice)];
}

export function warningTable(warnings: readonly Warning[]): string {
  return table(['Construct', 'Level', 'Message'], warnings.map(({ path, level, message }) =>
    [code(path), level, prose(message)]));
}
