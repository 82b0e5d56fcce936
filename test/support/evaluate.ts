import { globMatches } from './globs';
import { Statement } from './policies';

/** One request as IAM evaluates it: the resource never has a wildcard. */
export interface Request {
  readonly action: string;
  /** `*` for actions without resource-level permissions. */
  readonly resource: string;
  readonly context?: { readonly [key: string]: string };
}

/** Whether identity-based statements allow the request. */
export function isAllowed(statements: readonly Statement[], request: Request): boolean {
  if (request.resource !== '*' && /[*?]/.test(request.resource)) {
    throw new Error(`a request names one resource, got ${request.resource}`);
  }
  const matching = statements.filter(statement => matches(statement, request));
  return matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny');
}

function matches({ Action, Resource, Condition }: Statement, { action, resource, context = {} }: Request): boolean {
  return (
    Action.some(pattern => globMatches(pattern, action, true)) &&
    Resource.some(pattern => globMatches(pattern, resource)) &&
    Object.entries(Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, [values].flat(), context[key])),
    )
  );
}

function holds(operator: string, values: readonly string[], actual: string | undefined): boolean {
  switch (operator) {
    case 'StringEquals':
    case 'ForAnyValue:StringEquals': // This key has one value in each request.
    case 'Bool':
      return actual !== undefined && values.includes(actual);
    case 'StringEqualsIfExists':
    case 'ForAllValues:StringEquals': // Holds without the key, too.
      return actual === undefined || values.includes(actual);
    case 'StringLike':
    case 'ArnLike':
      return actual !== undefined && values.some(value => globMatches(value, actual));
    case 'Null':
      return values.includes(String(actual === undefined));
    default:
      throw new Error(`the evaluator does not know ${operator}`);
  }
}
