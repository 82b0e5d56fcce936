import { BlockList } from 'node:net';
import { AWS } from './fold';
import { globMatches } from './globs';
import { Statement } from './policies';

/** One request as IAM evaluates it: the resource never has a wildcard. */
export interface Request {
  readonly action: string;
  /** `*` for actions without resource-level permissions. */
  readonly resource: string;
  /** Without another value, AWS has the account of the stack as `aws:ResourceAccount`. */
  readonly context?: { readonly [key: string]: string | readonly string[] | undefined };
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

function matches(statement: Statement, { action, resource, context: given }: Request): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const context: Context = { ...DEFAULTS, ...given };
  const isOn = (patterns: readonly string[]) => patterns.some(pattern => globMatches(pattern, action, true));
  const isAt = (patterns: readonly string[]) =>
    withVariables(patterns, context).some(pattern => globMatches(completed(pattern), resource));
  return (NotAction ? !isOn(NotAction) : isOn(Action))
    && (NotResource ? !isAt(NotResource) : isAt(Resource))
    && meets(Condition ?? {}, context);
}

/** Whether a request with the context meets the conditions. */
export function meets(conditions: NonNullable<Statement['Condition']>, context: Context): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) =>
      holds(operator, withVariables([values].flat(), context), valueOf(key, context))));
}

/** IAM adds wildcards for the parts that an ARN does not have. */
function completed(pattern: string): string {
  const missing = 6 - pattern.split(':').length;
  return pattern.startsWith('arn:') && missing > 0 ? `${pattern}${':*'.repeat(missing)}` : pattern;
}

/** IAM ignores the case of keys. */
function valueOf(key: string, context: Context): string | readonly string[] | undefined {
  return context[key] ?? context[Object.keys(context).find(other => other.toLowerCase() === key.toLowerCase()) ?? ''];
}

/** The texts with the values of policy variables. A text with a variable that the request has not matches nothing. */
function withVariables(texts: readonly string[], context: Context): readonly string[] {
  return texts.flatMap(text => {
    const names = [...text.matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => name);
    return names.every(name => valueOf(name, context) !== undefined)
      ? names.reduce((rest, name) => rest.replaceAll(`\${${name}}`, String(valueOf(name, context))), text) : [];
  });
}

/** A key has one value in each request, apart from those of lists. */
function holds(operator: string, values: readonly string[], given: string | readonly string[] | undefined): boolean {
  if (operator === 'Null') {
    return values.includes(String(given === undefined));
  }
  const name = operator.replace(/^ForA(?:ll|ny)Values?:|IfExists$/g, '');
  const isNegated = /Not/.test(name);
  const ofEach = /^ForA(?:ll|ny)/.test(operator);
  if (given === undefined) {
    return /^ForAllValues:|IfExists$/.test(operator) || (isNegated && !ofEach);
  }
  const compare = comparison(name.replace('Not', ''));
  const isMet = (actual: string) => values.some(value => compare(value, actual)) !== isNegated;
  const all = [given].flat();
  return operator.startsWith('ForAllValues:') || (isNegated && !ofEach) ? all.every(isMet) : all.some(isMet);
}

type Comparison = (value: string, actual: string) => boolean;

const ORDERS: Readonly<Record<string, (actual: number, value: number) => boolean>> = {
  Equals: (actual, value) => actual === value,
  LessThan: (actual, value) => actual < value,
  LessThanEquals: (actual, value) => actual <= value,
  GreaterThan: (actual, value) => actual > value,
  GreaterThanEquals: (actual, value) => actual >= value,
};

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: (value, actual) => value === actual,
  BinaryEquals: (value, actual) => value === actual,
  StringEqualsIgnoreCase: (value, actual) => value.toUpperCase() === actual.toUpperCase(),
  Bool: (value, actual) => value.toUpperCase() === actual.toUpperCase(),
  StringLike: (value, actual) => globMatches(value, actual),
  ArnEquals: arnMatches,
  ArnLike: arnMatches,
  IpAddress: isInNetwork,
};

function comparison(operator: string): Comparison {
  const [, kind, order] = /^(Numeric|Date)(\w+)$/.exec(operator) ?? [];
  if (order !== undefined && order in ORDERS) {
    const parse = kind === 'Date' ? (text: string) => new Date(text).getTime() : Number;
    return (value, actual) => ORDERS[order](parse(actual), parse(value));
  }
  if (!Object.hasOwn(COMPARISONS, operator)) {
    throw new Error(`the evaluator does not know ${operator}`);
  }
  return COMPARISONS[operator];
}

const ARN = /^([^:]*):([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s;

/** The six parts of an ARN are compared one by one. */
function arnMatches(pattern: string, actual: string): boolean {
  const [one, other] = [ARN.exec(pattern)?.slice(1), ARN.exec(actual)?.slice(1)];
  return one !== undefined && other !== undefined && one.every((part, index) => globMatches(part, other[index]));
}

function isInNetwork(network: string, address: string): boolean {
  const [base, prefix] = network.split('/');
  const family = (text: string) => (text.includes(':') ? 'ipv6' : 'ipv4');
  const list = new BlockList();
  list.addSubnet(base, Number(prefix ?? (family(base) === 'ipv6' ? 128 : 32)), family(base));
  return family(address) === family(base) && list.check(address, family(address));
}
