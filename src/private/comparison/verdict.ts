import { Condition, outcomeOf, Requests, textOf } from './conditions';
import { hasVariable, resourceContains, resourcesIntersect, resourcesMayIntersect, widest } from './patterns';
import { PolicyStatement, Selection } from './policy-statement';
import { globContains, globsIntersect } from '../statements/globs';

/** An action on a resource in the patterns of a statement, with what is known of the requests. */
export interface Pair {
  /** In lower case. */
  readonly action: string;
  readonly resource: string;
  readonly requests: Requests;
}

/**
 * Why a role may not make the requests of a pair: a statement denies some of them, none allows all of them, or that
 * can't be decided.
 */
export interface Refusal {
  readonly kind: 'denied' | 'lacking' | 'unclear';
  readonly reason: string;
  /** @default - the reason says it all */
  readonly details?: string;
}

export type Verdict = { readonly kind: 'granted' } | Refusal;

/** The part of a pair that a statement selects: `maybe` if that depends on a variable. */
type Share = 'none' | 'maybe' | 'some' | 'all';

const SHARES: readonly Share[] = ['none', 'maybe', 'some', 'all'];

/** Only what a single statement allows, and no statement may deny, is granted. */
export function verdictOf(statements: readonly PolicyStatement[], pair: Pair): Verdict {
  const [allows, denies] = [true, false].map(wanted => statements.filter(statement => statement.allows === wanted));
  return denied(denies, pair) ?? allowed(allows, pair);
}

/** Whether statements deny requests of the pair. Those that allow something don't matter. */
export function denialOf(statements: readonly PolicyStatement[], pair: Pair): Refusal | undefined {
  return denied(statements.filter(({ allows }) => !allows), pair);
}

interface Hit {
  readonly statement: PolicyStatement;
  readonly share: Share;
  readonly outcome: 'always' | 'part' | 'unknown';
  /** @default - no condition is undecided */
  readonly open?: Condition;
}

function hitsOf(statements: readonly PolicyStatement[], pair: Pair): readonly Hit[] {
  return statements.flatMap(statement => {
    const share = shareOf(statement, pair);
    const { outcome, open } = share === 'none' ? { outcome: 'never' as const, open: undefined }
      : outcomeOf(statement.conditions, pair.requests, !statement.allows);
    return outcome === 'never' ? [] : [{ statement, share, outcome, open }];
  });
}

function denied(statements: readonly PolicyStatement[], pair: Pair): Refusal | undefined {
  const hits = hitsOf(statements, pair);
  const certain = hits.filter(({ share, outcome }) => share !== 'maybe' && outcome !== 'unknown');
  const whole = certain.find(({ share, outcome }) => share === 'all' && outcome === 'always');
  if (whole) {
    return { kind: 'denied', reason: 'denied', details: `by ${nameOf(whole.statement)}` };
  }
  if (certain.length > 0) {
    return { kind: 'denied', reason: 'denied in part', details: `by ${nameOf(certain[0].statement)}` };
  }
  return hits.map(({ statement, open }): Refusal => ({
    kind: 'unclear',
    reason: open ? 'denied under a condition' : 'denied on some resources',
    details: `by ${nameOf(statement)}${open ? ` if ${textOf(open)}` : `, which denies ${textOfSelection(statement.resources)}`}`,
  }))[0];
}

function allowed(statements: readonly PolicyStatement[], pair: Pair): Verdict {
  if (statements.some(statement => shareOf(statement, pair) === 'all'
    && outcomeOf(statement.conditions, pair.requests, false).outcome === 'always')) {
    return { kind: 'granted' };
  }
  const hits = hitsOf(statements, pair);
  const whole = hits.filter(({ share }) => share === 'all');
  const open = whole.find(({ outcome }) => outcome === 'unknown');
  if (open) {
    return {
      kind: 'unclear', reason: 'granted under a condition', details: `by ${nameOf(open.statement)} if ${textOf(open.open!)}`,
    };
  }
  const byVariable = hits.find(({ statement, outcome }) =>
    outcome !== 'part' && shareOf(atItsWidest(statement), pair) === 'all');
  if (byVariable) {
    return {
      kind: 'unclear',
      reason: 'granted by a policy variable',
      details: `by ${nameOf(byVariable.statement)} on ${textOfSelection(byVariable.statement.resources)}`,
    };
  }
  const part = hits.find(({ share, outcome }) => share !== 'maybe' && outcome !== 'unknown');
  if (part) {
    return { kind: 'lacking', reason: 'granted in part', details: detailsOfPart(part) };
  }
  return hits.length === 0 ? { kind: 'lacking', reason: 'not granted' } : {
    kind: 'lacking', reason: 'granted in part at most', details: detailsOfPart(hits[0]),
  };
}

function detailsOfPart({ statement, open }: Hit): string {
  const { actions, resources } = statement;
  const condition = open ? ` if ${textOf(open)}` : '';
  return `${nameOf(statement)} allows ${textOfSelection(actions)} on ${textOfSelection(resources)}${condition}`;
}

export function nameOf({ sid, policy }: PolicyStatement): string {
  const statement = sid === undefined ? 'a statement without a Sid' : `the statement '${sid}'`;
  return policy === undefined ? statement : `${statement} of ${policy}`;
}

/** The patterns, at most some of them. */
export function textOfSelection({ patterns, isExcept }: Selection, limit = 3): string {
  const texts = patterns.map(({ text }) => text);
  return `${isExcept ? 'all but ' : ''}${texts.slice(0, limit).join(', ')}${texts.length > limit ? ', ...' : ''}`;
}

function atItsWidest(statement: PolicyStatement): PolicyStatement {
  const { patterns, isExcept } = statement.resources;
  return isExcept ? statement : {
    ...statement,
    resources: { isExcept, patterns: patterns.map(({ text, glob }) => ({ text, glob: widest(glob) })) },
  };
}

/** The part of the pair that the actions and the resources of a statement select. */
export function shareOf({ actions, resources }: PolicyStatement, { action, resource }: Pair): Share {
  const ofAction = selected(actions, {
    contains: glob => globContains(glob, action),
    intersects: glob => globsIntersect(glob, action),
    mayIntersect: glob => globsIntersect(glob, action),
  });
  const ofResource = ofAction === 'none' ? 'none' : selected(resources, {
    contains: glob => resourceContains(glob, resource, action),
    intersects: glob => !hasVariable(glob) && !hasVariable(resource) && resourcesIntersect(glob, resource),
    mayIntersect: glob => resourcesMayIntersect(glob, resource, action),
  });
  return SHARES[Math.min(SHARES.indexOf(ofAction), SHARES.indexOf(ofResource))];
}

/** How a pattern of a statement compares with the pattern that is asked for. */
interface PatternComparison {
  readonly contains: (glob: string) => boolean;
  readonly intersects: (glob: string) => boolean;
  readonly mayIntersect: (glob: string) => boolean;
}

function selected({ patterns, isExcept }: Selection, { contains, intersects, mayIntersect }: PatternComparison): Share {
  const holds = (compare: (glob: string) => boolean) => patterns.some(({ glob }) => compare(glob));
  if (holds(contains)) {
    return isExcept ? 'none' : 'all';
  }
  if (!holds(mayIntersect)) {
    return isExcept ? 'all' : 'none';
  }
  return holds(intersects) ? 'some' : 'maybe';
}
