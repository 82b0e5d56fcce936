import { StatementReview } from '../review/model';

/** `${aws:username}` and `${*}`, and not `${AWS::Region}` or `${Data.Arn}`. */
const VARIABLE = /\$\{(?:(?!AWS::)[\w-]+:[^:]|[*?$]\})/;

/** Whether the version of its policy decides what a statement says. */
export function hasPolicyVariable({ resources, conditions }: Pick<StatementReview, 'resources' | 'conditions'>): boolean {
  return [...resources.items.map(({ text }) => text), ...conditions.flatMap(({ values }) => values)]
    .some(text => VARIABLE.test(text));
}
