import { AWS } from './fold';
import { globMatches } from './globs';
import { Statement } from './policies';

/** One request as IAM evaluates it: the resource never has a wildcard. */
export interface Request {
  readonly action: string;
  /** `*` for actions without resource-level permissions. */
  readonly resource: string;
  /** Without another value, AWS has the account of the stack as `aws:ResourceAccount`. */
  readonly context?: { readonly [key: string]: string | readonly string[] };
}

type Context = NonNullable<Request['context']>;

const DEFAULTS: Context = { 'aws:ResourceAccount': AWS.account };

/** Whether identity-based statements allow the request. */
export function isAllowed(statements: readonly Statement[], request: Request): boolean {
  if (request.resource !== '*' && /[*?]/.test(request.resource)) {
    throw new Error(`a request names one resource, got ${request.resource}`);
  }
  const matching = statements.filter(statement => matches(statement, request));
  return matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny');
}

function matches({ Action, Resource, Condition }: Statement, { action, resource, context: given }: Request): boolean {
  const context: Context = { ...DEFAULTS, ...given };
  return (
    Action.some(pattern => globMatches(pattern, action, true)) &&
    withVariables(Resource, context).some(pattern => globMatches(pattern, resource)) &&
    Object.entries(Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) =>
        holds(operator, withVariables([values].flat(), context), context[key])))
  );
}

/** The texts with the values of policy variables. A text with a variable that the request has not matches nothing. */
function withVariables(texts: readonly string[], context: Context): readonly string[] {
  return texts.flatMap(text => {
    const names = [...text.matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => name);
    return names.every(name => context[name] !== undefined)
      ? names.reduce((rest, name) => rest.replaceAll(`\${${name}}`, String(context[name])), text) : [];
  });
}

/** A key has one value in each request, apart from those of lists. */
function holds(operator: string, values: readonly string[], given: string | readonly string[] | undefined): boolean {
  if (operator === 'Null') {
    return values.includes(String(given === undefined));
  }
  if (given === undefined) {
    return /^ForAllValues:|IfExists$/.test(operator);
  }
  const compare = comparison(operator.replace(/^ForA(?:ll|ny)Values?:|IfExists$/g, ''));
  const all = [given].flat();
  const isMet = (actual: string) => values.some(value => compare(value, actual));
  return operator.startsWith('ForAllValues:') ? all.every(isMet) : all.some(isMet);
}

function comparison(operator: string): (value: string, actual: string) => boolean {
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return (value, actual) => value === actual;
    case 'StringLike':
    case 'ArnEquals':
    case 'ArnLike':
      return globMatches;
    default:
      throw new Error(`the evaluator does not know ${operator}`);
  }
}
