import { StatementReview, Wide } from './model';
import { isUnscoped } from '../facts/unscoped-actions';
import { some } from '../statements/lists';
import { PlainStatement } from '../statements/statement';
import { asPattern } from '../statements/text';

/** Why a documented statement may be wide. */
export interface WideReason {
  readonly note?: string;
  /** The form of the API that the app had to write for it. */
  readonly option?: string;
}

/**
 * What a statement allows widely. What denies is never wide, nor what has no actions.
 *
 * @param reason why a statement of this library is so; absent for others
 */
export function widthsOf(statement: PlainStatement, reason?: WideReason): readonly Wide[] {
  const { effect, actions: { isExcept, items } } = statement;
  if (effect === 'Deny' || (!isExcept && items.length === 0)) {
    return [];
  }
  const found = [...widthsOfActions(statement), ...widthsOfResources(statement), ...widthsOfPrincipals(statement)];
  return found.map(wide => (reason === undefined ? ofOthers(wide, statement) : documented(wide, statement, reason)));
}

type Found = Pick<Wide, 'kind' | 'text'>;

function widthsOfActions({ actions }: PlainStatement): readonly Found[] {
  return actions.isExcept ? [{ kind: 'all but some', text: `NotAction ${textsOf(actions)}` }]
    : actions.items.filter(({ text }) => /[*?]/.test(asPattern(text)))
      .map(({ text }) => ({ kind: /^(?:\*|[^:]+:\*)$/.test(text) ? 'every action' : 'many actions', text }));
}

function widthsOfResources({ resources }: PlainStatement): readonly Found[] {
  return resources.isExcept ? [{ kind: 'all but some', text: `NotResource ${textsOf(resources)}` }]
    : resources.items.filter(({ text }) => isEveryResource(text)).map(({ text }) => ({ kind: 'every resource', text }));
}

/** `*`, and ARNs whose resource is a wildcard alone: `arn:aws:s3:::*`, `arn:aws:iam::1:role/*`. */
function isEveryResource(text: string): boolean {
  const pattern = withoutPlaceholders(text);
  const [, , service = '', region, account, ...resource] = pattern.split(':');
  const [start] = pattern.split(/[*?]/);
  return (start.startsWith('arn:') || 'arn:'.startsWith(start)) && (resource.length === 0
    // It ends before the resource: `arn:aws:s3*`.
    ? /^(?:[^*?]+\*+|(?:.*:)?[*?]*\*[*?]*)$/.test(pattern)
    : isEveryName(resource.join(':'), typesOf(service, `${region}${account}`)));
}

/** With a name that is no type in place of what is known at the deployment only. */
function withoutPlaceholders(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, '0');
}

/** Wildcards, each of which may follow a type: `table/*\/index/*`. */
function isEveryName(resource: string, types: RegExp): boolean {
  const segments = resource.replace(/^\//, '').split(/[/:]/);
  const isWild = (segment: string | undefined) => segment !== undefined && /^[*?]*\*[*?]*$/.test(segment);
  return segments.every((segment, index) => isWild(segment)
    || (isWild(segments[index + 1]) && (index === 0 ? types : INNER_TYPES).test(segment)));
}

/** Types that follow the name of something in an ARN. */
const INNER_TYPES = /^(?:backup|export|index|log-stream|object|stream|autoScalingGroupName|launchConfigurationName|policyName)$/;

/** How a resource may start before its name. Names of some services have no type. */
function typesOf(service: string, place: string): RegExp {
  return service === 's3' ? (place === '' ? /^$/ : /^(?:access-grants|accesspoint|job|storage-lens)$/)
    : /^(?:codecommit|codepipeline|sns|sqs)$/.test(service) ? /^$/ : /^[A-Za-z-]+$/;
}

/** Keys of conditions that say who the caller is, or for whom a service calls. */
const WHO = /^(?:aws:(?:Principal(?:Account|Arn|Org|Tag)|Source(?:Account|Arn|Org|Vpc|Ip)|userid|username)|sts:ExternalId|.*:(?:aud|sub|amr|oaud)$|saml:)/i;

/** Nobody in particular: everybody, or all identities of a provider, without a condition on who it is. */
function widthsOfPrincipals({ principals, conditions }: PlainStatement): readonly Found[] {
  if (principals?.isExcept) {
    return [{ kind: 'all but some', text: `NotPrincipal ${textsOf(principals)}` }];
  }
  return (principals?.items ?? []).filter(({ text }) => /^(?:\*$|Federated: )/.test(text) && !conditions.some(isAboutCaller))
    .map(({ text }) => ({ kind: 'every principal', text }));
}

/** Conditions that say who it is not, or that hold if nobody says who it is, leave everybody else. */
function isAboutCaller({ operator, key, values }: StatementReview['conditions'][number]): boolean {
  return WHO.test(key) && !/^(?:ForAllValues:|Null$)|Not|IfExists$/.test(operator) && !values.some(isAnybody);
}

/** Wildcards alone, also as ARN of any account, every address, and the audience that all tokens for AWS have. */
function isAnybody(value: string): boolean {
  const isOfAccount = /^arn:(?:[^:]*:){3}[^*?:]/.test(withoutPlaceholders(value));
  return /^(?:repo:)?(?=.*\*)[*?/:]+$/.test(value) || /^(?:0\.0\.0\.0|::)\/0$/.test(value) || value === 'sts.amazonaws.com'
    || (value.startsWith('arn:') && !isOfAccount && isEveryResource(value));
}

function documented({ kind, text }: Found, statement: PlainStatement, { note, option }: WideReason): Wide {
  const isUnavoidable = kind === 'every resource' && text === '*'
    && statement.actions.items.every(action => isUnscoped(action.text) !== false);
  const because = note ?? (option !== undefined ? undefined
    : isUnavoidable ? 'the actions have no narrower resources' : 'the vendor grants it so');
  return {
    kind,
    text,
    ...(because !== undefined && { because }),
    ...(option !== undefined && { option }),
    isOpen: option !== undefined,
  };
}

/** Of statements that this library did not write, it is known only which actions can't name resources. */
function ofOthers({ kind, text }: Found, { actions: { isExcept, items } }: PlainStatement): Wide {
  if (kind !== 'every resource' || isExcept) {
    return { kind, text, isOpen: true };
  }
  const scoped = items.filter(action => isUnscoped(asPattern(action.text)) === false);
  const isKnown = items.every(action => isUnscoped(asPattern(action.text)));
  return {
    kind,
    text,
    isOpen: !isKnown,
    ...(isKnown ? { because: 'the actions have no narrower resources' }
      : scoped.length > 0 && { because: `narrower resources are possible for ${some(scoped.map(action => action.text))}` }),
  };
}

function textsOf({ items }: PlainStatement['actions']): string {
  return items.map(({ text }) => text).join(', ');
}
