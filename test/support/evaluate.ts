import { AWS } from './fold';
import { globMatches } from './globs';
import { Statement } from './policies';

/** One request as IAM evaluates it: the resource never has a wildcard. */
export interface Request {
  readonly action: string;
  /** `*` for actions without resource-level permissions. */
  readonly resource: string;
  /** Without another value, AWS has the account of the stack as `aws:ResourceAccount`. */
  readonly context?: { readonly [key: string]: string };
}

const DEFAULTS: Request['context'] = { 'aws:ResourceAccount': AWS.account };

/** Whether identity-based statements allow the request. */
export function isAllowed(statements: readonly Statement[], request: Request): boolean {
  if (request.resource !== '*' && /[*?]/.test(request.resource)) {
    throw new Error(`a request names one resource, got ${request.resource}`);
  }
  const matching = statements.filter(statement => matches(statement, request));
  return matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny');
}

function matches({ Action, Resource, Condition }: Statement, { action, resource, context: given }: Request): boolean {
  const context: Request['context'] = { ...DEFAULTS, ...given };
  return (
    Action.some(pattern => globMatches(pattern, action, true)) &&
    Resource.some(pattern => globMatches(pattern, resource)) &&
    Object.entries(Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, [values].flat(), context[key])),
    )
  );
}

/** A key has one value in each request. */
function holds(operator: string, values: readonly string[], actual: string | undefined): boolean {
  if (operator === 'Null') {
    return values.includes(String(actual === undefined));
  }
  if (actual === undefined) {
    return /^ForAllValues:|IfExists$/.test(operator);
  }
  switch (operator.replace(/^ForA(?:ll|ny)Values?:|IfExists$/g, '')) {
    case 'StringEquals':
    case 'Bool':
      return values.includes(actual);
    case 'StringLike':
    case 'ArnLike':
      return values.some(value => globMatches(value, actual));
    default:
      throw new Error(`the evaluator does not know ${operator}`);
  }
}
