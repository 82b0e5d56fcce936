import { App, Stack } from 'aws-cdk-lib';
import { Trial, trialOf } from './trials';
import { inAnyPlace } from '../../cli/facts/places';
import { Opener, ReachFacts, Way } from '../../cli/facts/reach-facts';
import { documentedFeaturesOf } from '../../src/private/statements/assembly';
import { Attack, AttackTable, principalsOf, requestOf, Step } from '../../test/attacks/attack';
import { AWS_POLICIES } from '../../test/attacks/elastic-beanstalk/aws-policies';
import { ESCALATIONS } from '../../test/attacks/escalations';
import { Platform, PLATFORMS } from '../../test/platforms';
import { isAllowed } from '../../test/support/evaluate';
import { AWS } from '../../test/support/fold';
import { Fixtures } from '../../test/support/given';
import { globMatches } from '../../test/support/globs';
import { Statement } from '../../test/support/policies';

// Which statements open a row of the tables "What ... can reach": those that allow the steps of an attack on it.

export function reachFacts(): readonly ReachFacts[] {
  return PLATFORMS.flatMap(platform => {
    const rows = Object.values(platform.attacked.reach).flatMap(table => Object.entries(table));
    return rows.map(([name, row]) => {
      const ways = Object.keys(platform.constructs).map(construct =>
        [construct, waysTo(platform, construct, name)] as const);
      return { ...row, ways: Object.fromEntries(ways.filter(([, some]) => some.length > 0)) };
    });
  });
}

function waysTo(platform: Platform, construct: string, name: string): readonly Way[] {
  const { attacks, escalations } = platform.attacked;
  const trials = platform.rows.filter(other => other.construct === construct).flatMap(other => trialOf(other) ?? []);
  const attacked = attacks.filter(table => table.construct === construct).flatMap(table =>
    table.attacks.filter(([, verdict]) => verdict === name).flatMap(attack => waysOf(table, attack, trials)));
  const escalated = Object.entries(escalations[construct] ?? {}).filter(([, verdict]) => verdict === name)
    .map(([escalation]) => wayOfEscalation(escalation, trials));
  const found = attacked.filter(isOpen);
  return smallest(found.length > 0 ? found : escalated.filter(isOpen));
}

function isOpen(way: Way): boolean {
  return way.length > 0 && way.every(step => step.length > 0);
}

/** Without ways that contain all steps of another. */
function smallest(ways: readonly Way[]): readonly Way[] {
  const steps = ways.map(way => [...new Set(way.map(step => JSON.stringify(step)))].sort());
  const kept = steps.filter((own, index) => !steps.some((other, position) => other.every(step => own.includes(step))
    && (other.length < own.length || position < index)));
  return kept.map(own => own.map(step => JSON.parse(step) as readonly Opener[]));
}

const built = new Map<AttackTable, Principals>();

interface Principals {
  readonly statements: ReturnType<typeof principalsOf>;
  /** The AWS managed policies of statements, by principal and Sid. */
  readonly policies: ReadonlyMap<string, string>;
}

/** The steps of the attacker. What another role does is the consequence. */
function waysOf(table: AttackTable, [, , ...steps]: Attack, trials: readonly Trial[]): readonly Way[] {
  const principals = built.get(table) ?? { statements: principalsOf(table), policies: policiesOf(table) };
  built.set(table, principals);
  const way = steps.flatMap(step => {
    const [, , , as] = step;
    const openers = principals.statements.get(as)!.filter(statement => isAllowed([statement], requestOf(step)))
      .flatMap(statement => openerOf(statement, step, principals.policies.get(`${as} ${statement.Sid}`), trials));
    return as === undefined || openers.length > 0 ? [unique(openers)] : [];
  });
  // The same action on several resources is no chain.
  const isChain = new Set(steps.map(([action]) => action)).size > 1;
  return isChain ? [way] : way.map(step => [step]);
}

function openerOf(
  statement: Statement, [action, resource, context, as]: Step, policy: string | undefined, trials: readonly Trial[],
): readonly Opener[] {
  if (policy !== undefined || as !== undefined) {
    return policy === undefined ? [] : [{ policy }];
  }
  const { Sid: sid = '', Condition: conditions = {} } = statement;
  const others = trials.flatMap(trial => formOf(trial, sid) ?? []);
  const patterns = statement.Resource
    .filter(pattern => isAllowed([{ ...statement, Resource: [pattern] }], { action, resource, context }))
    .map(inAnyPlace).filter(pattern => others.some(({ resources }) => resources.includes(pattern)));
  const isNarrowed = patterns.length > 0
    && others.some(({ resources }) => !patterns.some(pattern => resources.includes(pattern)));
  const without = [...new Set(others.flatMap(({ keys }) => keys))]
    .filter(key => !keysOf(conditions).includes(key)).sort();
  return [{ sid, ...isNarrowed && { resources: [...new Set(patterns)] }, ...without.length > 0 && { without } }];
}

interface Form {
  readonly resources: readonly string[];
  readonly keys: readonly string[];
}

const forms = new Map<Trial, Map<string, Form>>();

/** The statement of another construct of the class. */
function formOf(trial: Trial, sid: string): Form | undefined {
  const known = forms.get(trial) ?? new Map<string, Form>();
  forms.set(trial, known);
  const statement = trial.statements.get(sid);
  const form = known.get(sid) ?? (statement && {
    resources: statement.resources.map(text => inAnyPlace(trial.words.within(text, ''))),
    keys: keysOf(statement.conditions ?? {}),
  });
  return form && known.set(sid, form).get(sid);
}

/** Which AWS managed policies the statements of the principals are of: these have no Sids of their own. */
function policiesOf({ build, others = {} }: AttackTable): ReadonlyMap<string, string> {
  const principals: Readonly<Record<string, AttackTable['build']>> = { undefined: build, ...others };
  return new Map(Object.entries(principals).flatMap(([name, make]) => {
    const { region, account } = AWS;
    const stack = new Stack(new App({ analyticsReporting: false }), 'Stack', { env: { region, account } });
    const statements = documentedFeaturesOf(make(stack, new Fixtures(stack))).flatMap(feature => feature.statements);
    return statements.filter(({ source: { url } }) => url === AWS_POLICIES)
      .map(({ sid, source }) => [`${name} ${sid}`, source.section] as const);
  }));
}

function wayOfEscalation(escalation: string, trials: readonly Trial[]): Way {
  return ESCALATIONS[escalation].map(actions => unique(trials.flatMap(({ statements }) =>
    [...statements].filter(([, statement]) => statement.actions.some(pattern =>
      actions.some(action => globMatches(pattern, action, true)))).map(([sid]) => ({ sid })))));
}

function keysOf(conditions: NonNullable<Statement['Condition']> | object): readonly string[] {
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.keys(keys as object).map(key => `${operator} ${key}`));
}

function unique(openers: readonly Opener[]): readonly Opener[] {
  return [...new Set(openers.map(opener => JSON.stringify(opener)))].sort().map(text => JSON.parse(text) as Opener);
}
