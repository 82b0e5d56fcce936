import { Reach, Reason } from './model';
import { globContains } from '../../src/private/statements/globs';
import { EmittedStatement, KnownStatement, loudFormOf, statementOf, VariantFacts, variantOf } from '../facts/catalogue';
import { reachOf } from '../facts/reach';
import { PlainStatement } from '../statements/statement';

/** What the catalogue says of a documented statement. */
export interface Documented {
  readonly reason: Reason;
  /** The loud form of the API that makes it wide. */
  readonly loud?: string;
}

/** Why a statement of a construct exists. Nothing for statements that the app added, whatever their Sid. */
export function reasonOf(construct: string, statement: PlainStatement): Documented | undefined {
  const known = statement.sid === undefined ? undefined : statementOf(construct, statement.sid);
  const variants = known?.variants.filter(variant => isFrom(variant, known, statement)) ?? [];
  if (known === undefined || variants.length === 0) {
    return undefined;
  }
  const variant = variantOf({ ...known, variants }, emitted(statement));
  const loud = statement.resources.items.map(({ text }) => loudFormOf(known, text)).find(form => form !== undefined);
  return { reason: reasonIn(known, variant), ...(loud !== undefined && { loud }) };
}

/** Why the library has a statement in this form. */
export function reasonIn({ source, options }: KnownStatement, { note, since, until }: VariantFacts): Reason {
  const { url, section, asOf } = source;
  return {
    title: publisherOf(url),
    url,
    section,
    asOf,
    ...(note !== undefined && { note }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    options,
  };
}

/**
 * Whether a statement allows no more than a documented one: the app may have narrowed its actions and added conditions.
 * Its resources come from options, which bring every resource only where the catalogue says so.
 */
function isFrom(variant: VariantFacts, known: KnownStatement, statement: PlainStatement): boolean {
  const { actions, resources, conditionKeys } = emitted(statement);
  const documented = [...variant.actions, ...Object.values(variant.actionsSince ?? {}).flat()].map(patternOf);
  const isBare = resources.some(text => /^[*?]+$/.test(text));
  return statement.effect === 'Allow' && !statement.actions.isExcept && !statement.resources.isExcept
    && actions.every(action => documented.some(pattern => globContains(pattern, action.toLowerCase())))
    && keysOf(variant).every(key => conditionKeys.includes(key))
    && (!isBare || variant.resources.includes('*') || loudFormOf(known, '*') !== undefined);
}

/** An option in place of actions brings actions of SageMaker only. */
function patternOf(action: string): string {
  return action.toLowerCase().replace(/^<.*>$/, 'sagemaker:*');
}

/**
 * The keys that the statement of every app has: options bring the others with their values. What users have to write
 * into their requests are all options.
 */
function keysOf({ conditions = {} }: VariantFacts): readonly string[] {
  return /<requirements\./.test(JSON.stringify(conditions)) ? [] : Object.entries(conditions).flatMap(([operator, keys]) => Object.entries(keys)
    .filter(([, values]) => !/[<`]/.test(String(values))).map(([key]) => `${operator} ${key}`));
}

/** What the statements of a construct, with the AWS policies that are attached, lead to. */
export function reachIn(
  construct: string, statements: readonly PlainStatement[], attached: readonly string[],
): readonly Reach[] {
  const held = statements.filter(({ effect }) => effect === 'Allow').flatMap(statement => (statement.sid === undefined ? []
    : [{ sid: statement.sid, ...emitted(statement) }]));
  return reachOf(construct, held, attached);
}

/** `AWS documentation`, or the repository. */
function publisherOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  return hostname === 'docs.aws.amazon.com' ? 'AWS documentation'
    : hostname === 'github.com' ? pathname.split('/').slice(1, 3).join('/') : hostname;
}

function emitted({ actions, resources, conditions }: PlainStatement): EmittedStatement {
  return {
    actions: actions.items.map(({ text }) => text),
    resources: resources.items.map(({ text }) => text),
    conditionKeys: conditions.map(({ operator, key }) => `${operator} ${key}`),
  };
}
