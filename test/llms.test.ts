import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLATFORMS } from './platforms';
import { ROOT } from './support/readme';
import { REPOSITORY } from '../cli/facts/documents';

// The short index that the package has for programs that write code.

const text = readFileSync(join(ROOT, 'llms.txt'), 'utf8');
const RAW = `${REPOSITORY.replace('https://github.com', 'https://raw.githubusercontent.com').replace('/blob/', '/')}/`;

test('every link leads to a page of the repository', () => {
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter(link => !link.startsWith(RAW) || !existsSync(join(ROOT, link.slice(RAW.length))))).toEqual([]);
});

test('there is a question for every construct, and the page that it names tells of the construct', () => {
  const [, questions] = text.split('## Questions');
  const answered = questions.split('\n').flatMap(line => {
    const [, page] = / in ([\w-]+\.md)$/.exec(line) ?? [];
    return page ? [...line.matchAll(/`(\w+)`/g)].map(([, name]) => ({ name, page })) : [];
  });
  const constructs = PLATFORMS.flatMap(platform => Object.keys(platform.constructs));
  expect(constructs.filter(name => !answered.some(one => one.name === name))).toEqual([]);
  expect(answered.filter(({ name, page }) => constructs.includes(name)
    && !readFileSync(join(ROOT, 'docs', page), 'utf8').includes(name))).toEqual([]);
});

test('it is short', () => {
  expect(text.length).toBeLessThan(8_000);
});
