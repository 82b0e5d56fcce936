import { Node, Parser } from 'commonmark';

/** All nodes of a document in Markdown. */
export function nodesIn(markdown: string): readonly Node[] {
  const walker = new Parser().parse(markdown).walker();
  const nodes: Node[] = [];
  for (let event = walker.next(); event; event = walker.next()) {
    if (event.entering) {
      nodes.push(event.node);
    }
  }
  return nodes;
}

/** The cells of the rows of all tables, as GitHub splits them: at each pipe without a backslash. */
export function rowsIn(markdown: string): readonly (readonly string[])[] {
  return markdown.split('\n').filter(line => line.startsWith('|'))
    .map(line => line.split(/(?<!\\)\|/).slice(1, -1).map(cell => cell.trim()));
}

/** The texts that are not code, in which GitHub looks for mentions, references and addresses. */
export function proseIn(markdown: string): string {
  return nodesIn(markdown).filter(({ type }) => type === 'text').map(({ literal }) => literal).join('\n');
}
