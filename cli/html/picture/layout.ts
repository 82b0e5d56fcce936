import { Entry } from '../entries';
import { grouped } from '../grouped';
import { Graph, Link, Node, SERVICES, Strength } from './graph';

/** The distance of two lines of text. */
export const ROW = 22;

/** The columns: where they begin and end. */
export const COLUMNS = {
  principals: { left: 0, right: 260 },
  subjects: { left: 400, right: 690 },
  targets: { left: 860, right: 1120 },
} as const;
export const WIDTH = COLUMNS.targets.right;

/** A text in a column, at the height of its middle. */
export interface Placed<T> {
  readonly of: T;
  readonly y: number;
}

export interface Curve {
  readonly subject: number;
  readonly node: string;
  readonly strength: Strength;
  readonly path: string;
}

export interface Column<T> {
  readonly headings: readonly Placed<string>[];
  readonly items: readonly Placed<T>[];
}

export interface Layout {
  readonly height: number;
  readonly principals: Column<Node>;
  readonly subjects: Column<Entry>;
  readonly targets: Column<Node>;
  readonly assumes: readonly Curve[];
  readonly reaches: readonly Curve[];
}

/** Places everything in rows of the same height. Entries of the same stack follow each other. */
export function layoutOf(entries: readonly Entry[], graph: Graph): Layout {
  const principalGroups = nodeGroups(graph.principals, graph.assumes);
  const subjectGroups = grouped(entries, ({ subject }) => subject.stack);
  const targetGroups = nodeGroups(graph.targets, graph.reaches);
  const height = Math.max(...[principalGroups, subjectGroups, targetGroups].map(rowsOf)) * ROW;
  const principals = column(principalGroups, height);
  const subjects = column(subjectGroups, height);
  const targets = column(targetGroups, height);
  return {
    height,
    principals,
    subjects,
    targets,
    assumes: curves(graph.assumes, subjects, {
      nodes: principals,
      path: (nodeY, subjectY) => curve(COLUMNS.principals.right, nodeY, COLUMNS.subjects.left, subjectY),
    }),
    reaches: curves(graph.reaches, subjects, {
      nodes: targets,
      path: (nodeY, subjectY) => curve(COLUMNS.subjects.right, subjectY, COLUMNS.targets.left, nodeY),
    }),
  };
}

type Groups<T> = ReadonlyMap<string, readonly T[]>;

/** In each group those nodes first whose subjects are further up; services after the resources of the app. */
function nodeGroups(nodes: readonly Node[], links: readonly Link[]): Groups<Node> {
  const linked = grouped(links, ({ node }) => node);
  const middle = new Map([...linked].map(([node, ofNode]) =>
    [node, ofNode.reduce((sum, { subject }) => sum + subject, 0) / ofNode.length]));
  const sorted = [...nodes].sort((one, other) => middle.get(one.key)! - middle.get(other.key)!);
  const isService = ({ group }: Node) => group === SERVICES;
  return grouped([...sorted.filter(node => !isService(node)), ...sorted.filter(isService)], ({ group }) => group);
}

/** A heading takes a row more than what stands under it, for the room above. */
const HEADING_ROWS = 2;

function rowsOf(groups: Groups<unknown>): number {
  return [...groups.values()].reduce((sum, items) => sum + HEADING_ROWS + items.length, 0);
}

/** Places the groups one after the other, in the middle of the height. */
function column<T>(groups: Groups<T>, height: number): Column<T> {
  const headings: Placed<string>[] = [];
  const items: Placed<T>[] = [];
  let y = (height - rowsOf(groups) * ROW) / 2 - ROW / 2;
  for (const [heading, ofGroup] of groups) {
    y += HEADING_ROWS * ROW;
    headings.push({ of: heading, y });
    for (const item of ofGroup) {
      y += ROW;
      items.push({ of: item, y });
    }
  }
  return { headings, items };
}

interface Ends {
  readonly nodes: Column<Node>;
  /** Where the line begins and ends, from the left to the right. */
  readonly path: (nodeY: number, subjectY: number) => string;
}

function curves(links: readonly Link[], subjects: Column<Entry>, { nodes, path }: Ends): readonly Curve[] {
  const subjectY = new Map(subjects.items.map(({ of, y }) => [of.index, y]));
  const nodeY = new Map(nodes.items.map(({ of, y }) => [of.key, y]));
  return links.map(link => ({ ...link, path: path(nodeY.get(link.node)!, subjectY.get(link.subject)!) }));
}

function curve(left: number, leftY: number, right: number, rightY: number): string {
  const [half, down] = [(right - left) / 2, rightY - leftY];
  // A sign separates numbers, too.
  const signed = down < 0 ? `${down}` : ` ${down}`;
  return `M${left} ${leftY}c${half} 0 ${half}${signed} ${2 * half}${signed}`;
}
