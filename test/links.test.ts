import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { ROOT } from './support/readme';
import { REPOSITORY } from '../cli/facts/documents';
import { headingsOf } from '../scripts/reference/markdown';

// Every link between the pages of the repository leads to a file, and to a heading of it.

const RAW = REPOSITORY.replace('https://github.com', 'https://raw.githubusercontent.com').replace('/blob/', '/');

const PAGES = [
  ...readdirSync(ROOT).filter(file => file.endsWith('.md') && file !== 'API.md'),
  ...['docs', 'examples'].flatMap(folder => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.md') && !file.includes('node_modules'))
    .map(file => join(folder, file))),
];

const texts = new Map<string, string>();
const anchors = new Map<string, ReadonlySet<string>>();

function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(join(ROOT, file), 'utf8');
  texts.set(file, text);
  return text;
}

/** The anchors of headings, and those that a page sets itself, as API.md does. */
function anchorsOf(file: string): ReadonlySet<string> {
  const found = anchors.get(file) ?? new Set([
    ...headingsOf(textOf(file)).map(({ anchor }) => anchor),
    ...[...textOf(file).matchAll(/ (?:id|name)="([^"]+)"/g)].map(([, id]) => id),
  ]);
  anchors.set(file, found);
  return found;
}

/** The links outside programs and inline code. */
function linksIn(file: string): readonly string[] {
  const text = textOf(file).replace(/^( *)```[\s\S]*?^\1```$/gm, '').replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, 'code');
  return [...text.matchAll(/\]\(([^()\s]+(?:\([^()\s]*\))?)(?: "[^"]*")?\)/g)].map(([, target]) => target);
}

/** The file and anchor in this repository, or nothing for other addresses. */
function resolved(from: string, target: string): { readonly file: string; readonly anchor?: string } | undefined {
  const inside = [`${REPOSITORY}/`, `${RAW}/`].find(prefix => target.startsWith(prefix));
  if (/^[a-z]+:/.test(target) && !inside) {
    return undefined;
  }
  const [path, anchor] = (inside ? target.slice(inside.length) : target).split('#');
  return { file: inside ? path : path === '' ? from : normalize(join(dirname(from), path)), anchor };
}

test.each(PAGES)('the links of %s lead to files and headings', page => {
  const dead = linksIn(page).filter(target => {
    const found = resolved(page, target);
    return found !== undefined && (!existsSync(join(ROOT, found.file))
      || (found.anchor !== undefined && found.file.endsWith('.md') && !anchorsOf(found.file).has(found.anchor)));
  });
  expect(dead).toEqual([]);
});

test('links to other sites are addresses of HTTPS', () => {
  const links = PAGES.flatMap(page => linksIn(page).filter(target => /^[a-z]+:/.test(target)).map(target => `${page}: ${target}`));
  expect(links.filter(link => !/: https:\/\/[\w.-]+\.\w+(\/|$)/.test(link))).toEqual([]);
});
