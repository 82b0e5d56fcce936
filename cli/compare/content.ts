import { ConditionReview, Item, Selection, StatementReview, Subject } from '../review/model';

// What statements and subjects say, as a text: the same in another order, and under another name.

/** What a statement says, without its Sid and its policy. */
export function contentOf(statement: StatementReview): string {
  const { effect, principals, actions, resources, conditions, onlyIf, version } = statement;
  return JSON.stringify([
    effect, selected(principals), selected(actions, text => text.toLowerCase()), selected(resources),
    conditions.map(contentOfCondition).sort(), onlyIf, version,
  ]);
}

/** Texts of one item each, as a condition of CloudFormation may decide about them. */
function selected(selection: Selection | undefined, spell = (text: string) => text): unknown {
  const itemText = ({ text, onlyIf }: Item) => JSON.stringify([spell(text), onlyIf]);
  return selection && [selection.isExcept, [...new Set(selection.items.map(itemText))].sort()];
}

export function contentOfCondition({ operator, key, values, onlyIf }: ConditionReview): string {
  return JSON.stringify([operator, key.toLowerCase(), [...values].sort(), onlyIf]);
}

/** What a subject may do and who may use it, whatever its name is. Nothing if it may do nothing. */
export function contentOfSubject(subject: Subject): string | undefined {
  const { kind, trust, statements, attached, attachedTo, groups, boundary, onlyIf, resources } = subject;
  if (statements.length + attached.length === 0) {
    return undefined;
  }
  const text = JSON.stringify([
    kind, trust.map(contentOf).sort(), statements.map(contentOf).sort(),
    attached.map(policy => [policy.arn, policy.onlyIf]), attachedTo, groups, boundary?.policy,
    subject.maxSessionDuration, onlyIf,
    resources.map(({ type }) => type),
  ]);
  return resources.reduce((replaced, { logicalId }, index) => renamed(replaced, logicalId, `own ${index}`), text);
}

/**
 * What a subject is, with a placeholder for each thing of the app that it names, since that may have another name, too.
 * Nothing if it may do nothing.
 */
export function likenessOf(subject: Subject): string | undefined {
  const { kind, construct, trust, statements, attached } = subject;
  const likeness = JSON.stringify([
    kind, construct?.name, [...trust, ...statements].map(({ sid, ...statement }) => [sid, contentOf({ ...statement, key: '' })]),
    attached.map(({ owner, arn }) => [owner, arn]),
  ]);
  return statements.length + attached.length === 0 ? undefined : likeness.replace(/\$\{(?!AWS::)[^}]*\}/g, '${}');
}

/** The text with another logical id. */
export function renamed(text: string, logicalId: string, other: string): string {
  return text.replaceAll(`\${${logicalId}}`, `\${${other}}`).replaceAll(`\${${logicalId}.`, `\${${other}.`);
}
