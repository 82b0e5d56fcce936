import { inAnyPlace } from './places';
import { Opener, ReachFacts } from './reach-facts';
import json from './reach.json';
import { globContains } from '../../src/private/statements/globs';
import { Reach } from '../review/model';

// What the statements of a construct lead to that is not obvious: the tables "What ... can reach" of the chapters.

/** A statement of a role. What is not given is not compared. */
export interface HeldStatement {
  readonly sid: string;
  readonly resources?: readonly string[];
  /** Operators and keys: `StringEquals aws:ResourceAccount`. */
  readonly conditionKeys?: readonly string[];
}

const FACTS = json as unknown as readonly ReachFacts[];

/**
 * What somebody with these statements can reach.
 *
 * @param construct the name of the class
 * @param attached the names of the AWS managed policies that are attached, with their paths
 */
export function reachOf(
  construct: string, statements: readonly HeldStatement[], attached: readonly string[] = [],
): readonly Reach[] {
  return FACTS.flatMap(({ who, can, advice, ways }) => {
    const openers = (ways[construct] ?? []).map(way =>
      way.map(step => step.flatMap(opener => heldBy(opener, statements, attached))));
    const open = openers.filter(way => way.every(step => step.length > 0));
    return open.length > 0 ? [{ who, can, advice, statements: [...new Set(open.flat(2))] }] : [];
  });
}

/** The Sids of the statements that the opener describes, or the name of the policy. */
function heldBy(
  opener: Opener, statements: readonly HeldStatement[], attached: readonly string[],
): readonly string[] {
  const { sid, policy } = opener;
  return policy !== undefined
    ? attached.filter(name => name === policy)
    : statements.filter(statement => globContains(sid!, statement.sid) && opens(opener, statement))
      .map(statement => statement.sid);
}

function opens({ resources, without = [] }: Opener, statement: HeldStatement): boolean {
  const held = statement.resources?.map(inAnyPlace);
  return !without.some(key => statement.conditionKeys?.includes(key))
    && (!resources || !held || resources.some(resource => held.includes(resource)));
}
