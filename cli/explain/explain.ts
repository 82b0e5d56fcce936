import { causesOf } from './causes';
import { Denial, denialIn } from './denial';
import { RoleInApp, roleInApp } from './role-in-app';
import { byDistance, nearestName } from '../../src/private/options/near-misses';
import { globContains } from '../../src/private/statements/globs';
import { levelOf } from '../facts/access-levels';
import { allActions, allConstructs, constructOf, Grant, grantsOf, loudFormOf } from '../facts/catalogue';
import { InputError } from '../input-error';
import { AccessLevel, Reason, Review } from '../review/model';

// Why a request was denied: which construct and option grants its action, or what else denies it.

export interface ExplainOptions {
  /** The class of a construct: only its statements. */
  readonly construct?: string;
  /** The app of the role. */
  readonly review?: Review;
}

export interface Explanation {
  /** The version of this form. */
  readonly schema: 1;
  readonly denial: Denial;
  readonly level?: AccessLevel;
  /** What in the message hints at another cause. */
  readonly causes: readonly string[];
  /** What this app's role has. */
  readonly app?: RoleInApp;
  /** Those of the construct of the role, if it is known; else of all constructs. */
  readonly grants: readonly GrantedBy[];
  /** Of a pattern of actions: those that options grant. */
  readonly granted?: readonly string[];
  /** Where no option grants it: the statement to write. None for a pattern, which is wide. */
  readonly instead?: string;
  /** Actions with a similar name, if no statement names this one. */
  readonly suggestions: readonly string[];
}

/** A statement of a construct that grants the action. */
export interface GrantedBy {
  readonly construct: string;
  readonly documentation: string;
  readonly sid: string;
  /** The options that can switch it off. */
  readonly unless: readonly string[];
  readonly resources: readonly string[];
  /** `StringEquals aws:ResourceAccount = A` */
  readonly conditions: readonly string[];
  /** The form of the API that it takes, if that is a wide one: `SageMakerApiAccess.UNRESTRICTED`. */
  readonly form?: string;
  readonly why: Reason;
}

/** Similar actions start with as many letters, which are more than a verb. */
const SHARED_LETTERS = 6;

/** @param text a message of AWS, or an action */
export function explain(text: string, { construct, review }: ExplainOptions = {}): Explanation {
  checkConstruct(construct);
  const denial = denialIn(text);
  checkMessage(text, denial);
  const app = review && roleInApp(denial, review);
  const only = construct ?? app?.construct;
  const grants = grantsOfAny(denial, only);
  return {
    schema: 1,
    denial,
    causes: causesOf(denial),
    app,
    grants,
    ...aboutAction(denial, grants.length > 0, only),
  };
}

/** @param only the only construct, if it is known */
function aboutAction(
  denial: Denial, isGranted: boolean, only: string | undefined,
): Pick<Explanation, 'level' | 'granted' | 'instead' | 'suggestions'> {
  const { action } = denial;
  return action === undefined ? { suggestions: [] }
    : /[*?]/.test(action) ? { granted: grantedIn(action, only), suggestions: [] }
      : {
        level: levelOf(action),
        instead: isGranted ? undefined : statementFor(denial, action),
        suggestions: similar(action, isGranted),
      };
}

/** @param construct the only construct, if it is known */
function grantsOfAny({ action, otherActions }: Denial, construct: string | undefined): readonly GrantedBy[] {
  const grants = [...action ? [action] : [], ...otherActions].flatMap(grantsOf);
  return unique(grants
    .filter(({ statement }) => construct === undefined || statement.construct === construct).map(grantedBy));
}

/** The actions that match a pattern and that some option of a construct grants, of any construct if none is known. */
function grantedIn(pattern: string, construct: string | undefined): readonly string[] {
  return allActions().filter(action => globContains(pattern.toLowerCase(), action.toLowerCase())
    && grantsOf(action).some(({ statement }) => construct === undefined || statement.construct === construct));
}

/** What messages about a denied request say, and what operating systems and SSH say of files and keys. */
const OF_AWS = /denied|authorized|permission|forbidden/i;
const OF_SYSTEM = /\bErrno\b|\bEACCES\b|\bEPERM\b|\bpermission denied\b/i;

function checkMessage(text: string, { action, encoded, policyType }: Denial): void {
  if (!action && !encoded && !policyType && (!OF_AWS.test(text) || OF_SYSTEM.test(text))) {
    throw new InputError(`explain takes a message of AWS or an action such as s3:GetObject, got '${text.slice(0, 80)}'`);
  }
}

function checkConstruct(construct: string | undefined): void {
  if (construct !== undefined && !constructOf(construct)) {
    const names = allConstructs().map(({ name }) => name);
    const nearest = nearestName(construct, names) ?? byDistance(construct, names)[0];
    throw new InputError(`--construct must be a class of this library, got '${construct}': did you mean ${nearest}?`);
  }
}

function grantedBy({ statement, variant, since }: Grant): GrantedBy {
  const { construct, sid, unless, options, source: { url, section, asOf, appliesTo } } = statement;
  const { note, until, resources, conditions = {} } = variant;
  return {
    construct,
    documentation: constructOf(construct)!.documentation,
    sid,
    unless,
    resources,
    conditions: Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => `${operator} ${key} = ${[values].flat().join(', ')}`)),
    form: variant.actions.map(pattern => loudFormOf(statement, pattern)).find(Boolean),
    why: { title: appliesTo, url, section, asOf, note, since, until, options },
  };
}

function unique(grants: readonly GrantedBy[]): readonly GrantedBy[] {
  return [...new Map(grants.map(grant => [JSON.stringify(grant), grant])).values()];
}

/** As code, for `additionalStatements`. */
function statementFor({ resource, otherActions }: Denial, action: string): string {
  const list = (texts: readonly string[]) => texts.map(text => `'${text.replace(/[\\']/g, '\\$&')}'`).join(', ');
  return [
    'additionalStatements: [',
    '  new iam.PolicyStatement({',
    `    actions: [${list([action, ...otherActions])}],`,
    `    resources: [${list([resource ?? '*'])}],${resource === undefined ? ' // better: the ARN of the resource' : ''}`,
    '  }),',
    '],',
  ].join('\n');
}

/**
 * The most similar actions of the service, if no statement names this one.
 *
 * @param isGranted whether a wildcard matches the action: only a misspelt one is of interest
 */
function similar(action: string, isGranted: boolean): readonly string[] {
  const names = allActions();
  const lower = action.toLowerCase();
  if (names.some(name => name.toLowerCase() === lower)) {
    return [];
  }
  const nearest = nearestName(action, names);
  const [service, name = ''] = lower.split(':');
  const others = byDistance(action, names.filter(other => other.startsWith(`${service}:`)))
    .filter(other => other.toLowerCase().includes(name.slice(0, SHARED_LETTERS)));
  return [...new Set([...nearest ? [nearest] : [], ...isGranted ? [] : others])].slice(0, 3);
}
