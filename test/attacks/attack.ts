import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Builder } from '../support/builder';
import { isAllowed, Request } from '../support/evaluate';
import { AWS } from '../support/fold';
import { Fixtures } from '../support/given';
import { Statement } from '../support/policies';

// Attacks are chains: what an attacker reaches by several requests, each of which may look harmless.

/** A row of a table "What ... can reach": what stays open because the platform needs it. */
export interface Reach {
  /** The option or the role that it comes with. */
  readonly who: string;
  /** Continues "can". */
  readonly can: string;
  /** The least that a reader must do about it. */
  readonly advice: string;
}

/** By a short name, which attacks refer to. */
export type ReachTable = Readonly<Record<string, Reach>>;

/** A request of the attacker, or of another principal that an earlier step gave them. */
export type Step = readonly [action: string, resource: string, context?: Request['context'], as?: string];

/** The number of the step that is denied, from 1; or the row of the chapter that says what is open. */
export type Verdict = number | string;

export type Attack = readonly [reaches: string, verdict: Verdict, ...steps: Step[]];

/** The attacks of somebody who has a construct's permissions. */
export interface AttackTable {
  /** The class of the construct. */
  readonly construct: string;
  /** Who attacks: `a user who creates clusters`. */
  readonly attacker: string;
  readonly build: (stack: Stack, given: Fixtures) => Construct;
  /** Principals that steps can act as: a role within a boundary has the permissions of the boundary at most. */
  readonly others?: Readonly<Record<string, (stack: Stack, given: Fixtures) => Construct>>;
  readonly attacks: readonly Attack[];
}

/** What attackers make of the constructs of a platform. */
export interface Attacked {
  readonly attacks: readonly AttackTable[];
  /** The published escalations that a construct opens, with the row that says where they lead. */
  readonly escalations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The tables "What ... can reach", by the name of the generated part. */
  readonly reach: Readonly<Record<string, ReachTable>>;
}

const builder = new Builder(AWS);

function built(build: AttackTable['build']): readonly Statement[] {
  return builder.statementsOf(stack => build(stack, new Fixtures(stack)));
}

/** The principals of a table. The attacker has no name. */
export function principalsOf(
  { build, others = {} }: AttackTable,
): ReadonlyMap<string | undefined, readonly Statement[]> {
  return new Map<string | undefined, readonly Statement[]>([
    [undefined, built(build)],
    ...Object.entries(others).map(([name, other]) => [name, built(other)] as const),
  ]);
}

export function requestOf([action, resource, context]: Step): Request {
  return { action, resource, context };
}

/** The number of the first step that is denied, from 1; nothing if all are allowed. */
export function deniedAt(principals: ReturnType<typeof principalsOf>, [, , ...steps]: Attack): number | undefined {
  const index = steps.findIndex(step => !isAllowed(principals.get(step[3])!, requestOf(step)));
  return index < 0 ? undefined : index + 1;
}
