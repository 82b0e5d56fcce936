import { AccessLevel, Item, Selection, StatementReview } from '../../review/model';
import { Entry } from '../entries';

/** What the lines of the picture tell apart, from the least to the greatest. */
export type Strength = 'reads' | 'writes' | 'permissions';
export const STRENGTHS: readonly Strength[] = ['reads', 'writes', 'permissions'];

/** The group of resources that are not of the app. */
export const SERVICES = 'Other resources, by service';

export interface Node {
  /** Unique in its column. */
  readonly key: string;
  readonly label: string;
  /** The heading under which it stands. */
  readonly group: string;
}

/** A line between a subject and a node of another column. */
export interface Link {
  /** The index of the entry. */
  readonly subject: number;
  readonly node: string;
  readonly strength: Strength;
}

export interface Graph {
  /** Who may assume the roles. */
  readonly principals: readonly Node[];
  readonly assumes: readonly Link[];
  /** What the subjects reach. */
  readonly targets: readonly Node[];
  readonly reaches: readonly Link[];
}

/** Who may assume what, and what that reaches, as far as statements allow it. What they deny is not taken off. */
export function graphOf(entries: readonly Entry[]): Graph {
  const trusts = entries.flatMap(({ subject, index }) => edges(index, subject.trust, principalNodes));
  const grants = entries.flatMap(({ subject, index }) => edges(index, subject.statements, targetNodes));
  return {
    principals: distinct(trusts), assumes: strongest(trusts), targets: distinct(grants), reaches: strongest(grants),
  };
}

interface Edge {
  readonly subject: number;
  readonly node: Node;
  readonly strength: Strength;
}

type NodesOf = (statement: StatementReview) => readonly Node[];

function edges(subject: number, statements: readonly StatementReview[], nodesOf: NodesOf): readonly Edge[] {
  return statements.filter(({ effect }) => effect === 'Allow').flatMap(statement =>
    nodesOf(statement).map(node => ({ subject, node, strength: strengthOf(statement.levels) })));
}

function strengthOf(levels: readonly AccessLevel[]): Strength {
  return levels.includes('permissions') ? 'permissions' : levels.some(level => level === 'write' || level === 'tagging') ? 'writes' : 'reads';
}

function distinct(all: readonly Edge[]): readonly Node[] {
  return [...new Map(all.map(({ node }) => [node.key, node])).values()];
}

/** One line for each pair: the strongest. */
function strongest(all: readonly Edge[]): readonly Link[] {
  const links = new Map<string, Link>();
  for (const { subject, node: { key }, strength } of all) {
    const pair = `${subject} ${key}`;
    const known = links.get(pair);
    if (!known || STRENGTHS.indexOf(known.strength) < STRENGTHS.indexOf(strength)) {
      links.set(pair, { subject, node: key, strength });
    }
  }
  return [...links.values()];
}

function principalNodes({ principals }: StatementReview): readonly Node[] {
  return (principals?.items ?? []).map(({ text, words }) => {
    const label = principals!.isExcept ? `all except ${words}` : words;
    return { key: `${label} ${text}`, label, group: 'Who may assume' };
  });
}

function targetNodes({ actions, resources }: StatementReview): readonly Node[] {
  return resources.items.flatMap(item => (resources.isExcept || item.constructs.length === 0
    ? serviceNodes(item, actions)
    : item.constructs.map(constructNode)));
}

function constructNode(path: string): Node {
  const [group, ...names] = path.replace(/\/(?:Resource|Default)$/, '').split('/');
  return { key: `construct ${path}`, label: names.join('/') || group, group: `Resources of ${group}` };
}

function serviceNodes(item: Item, actions: Selection): readonly Node[] {
  return servicesOf(item, actions).map(service => ({ key: `service ${service}`, label: service, group: SERVICES }));
}

const EVERY_SERVICE = 'every service';

/** The service in the ARN, or those of the actions. */
function servicesOf({ text }: Item, actions: Selection): readonly string[] {
  const ofArn = /^arn:(?:\$\{[^}]*\}|[^:])*:([a-z0-9-]+):/.exec(text)?.[1];
  if (ofArn !== undefined) {
    return [ofArn];
  }
  const ofActions = actions.items.map(action => /^([a-z0-9-]+):/i.exec(action.text)?.[1].toLowerCase() ?? EVERY_SERVICE);
  return actions.isExcept || ofActions.includes(EVERY_SERVICE) ? [EVERY_SERVICE] : [...new Set(ofActions)];
}
