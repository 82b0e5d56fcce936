import { Content, Element, h, list, partLink } from '../elements';
import { Entry } from '../entries';
import { table } from '../tables';
import { Graph, graphOf, Link, Node, Strength } from './graph';
import { layoutOf } from './layout';
import { legend, svg } from './svg';

/** The picture with its legend, and a table that says the same. Nothing without subjects. */
export function pictureSection(entries: readonly Entry[]): Element | null {
  if (entries.length === 0) {
    return null;
  }
  const graph = graphOf(entries);
  return h('section', { 'id': 'picture', 'aria-labelledby': 'picture-name' },
    h('h2', { id: 'picture-name' }, 'Who reaches what'),
    h('p', null, 'From left to right: who may assume a role, the role, and what its statements allow it to reach. '
      + 'Conditions and denied actions are not in the picture. Follow a role to its statements.'),
    h('a', { class: 'skip', href: '#picture-table' }, 'Skip the picture'),
    legend(),
    h('p', { class: 'note narrow' }, 'On a narrow screen the picture scrolls sideways.'),
    h('div', { 'class': 'scroll', 'role': 'region', 'aria-label': 'Picture, can be scrolled', 'tabIndex': 0 }, svg(layoutOf(entries, graph))),
    h('details', { id: 'picture-table' }, h('summary', null, 'The picture as a table'), alternative(entries, graph)));
}

function alternative(entries: readonly Entry[], graph: Graph): Element | null {
  const assumed = names(graph.principals, graph.assumes);
  const reached = names(graph.targets, graph.reaches);
  return table('alternative', entries.map(({ subject, index, anchor }) => ({
    attributes: { 'data-subject': index },
    cells: [
      partLink(anchor, subject.id),
      list(assumed(index)),
      ...(['permissions', 'writes', 'reads'] as const).map(strength => list(reached(index, strength))),
    ],
  })));
}

/** The labels of the nodes that a subject has a line to. */
function names(nodes: readonly Node[], links: readonly Link[]) {
  const labels = new Map(nodes.map(({ key, label }) => [key, label]));
  return (subject: number, strength?: Strength): readonly Content[] => links
    .filter(link => link.subject === subject && (strength === undefined || link.strength === strength))
    .map(({ node }) => labels.get(node));
}
