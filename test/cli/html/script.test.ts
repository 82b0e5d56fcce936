import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ts from 'typescript';
import { COLUMNS } from '../../../cli/html/columns';
import { renderHtml } from '../../../cli/html/render-html';
import { SCRIPT, SOURCE } from '../../../cli/html/script';
import { STYLE } from '../../../cli/html/style/style';
import { fullReview } from '../support/full-review';
import { readPage } from '../support/html';

const HTML = renderHtml(fullReview());
const PAGE = readPage(HTML);

describe('the script of the page', () => {
  test('has the types that a browser has', () => {
    const folder = mkdtempSync(join(tmpdir(), 'page-'));
    const file = join(folder, 'script.js');
    try {
      writeFileSync(file, SOURCE);
      const program = ts.createProgram([file], {
        allowJs: true,
        checkJs: true,
        noEmit: true,
        strict: true,
        noUnusedLocals: true,
        types: [],
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      });
      expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('writes no markup, evaluates nothing, loads nothing', () => {
    expect(SCRIPT).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(|fetch|import|XMLHttp/);
    expect(SCRIPT).not.toMatch(/<\/|<!--/);
  });

  test('finds what it looks for', () => {
    const ids = PAGE.attributes.filter(({ name }) => name === 'id').map(({ value }) => value);
    const wanted = [...SCRIPT.matchAll(/(?:getElementById|control)\('([^']+)'\)/g)].map(([, id]) => id);
    expect(wanted).toContain('filter-text');
    expect(wanted.filter(id => !ids.includes(id))).toEqual([]);
  });
});

describe('what the filters look for', () => {
  const valuesOf = (element: string, name: string) =>
    new Set(PAGE.attributes.filter(of => of.element === element && of.name === name).map(({ value }) => value));

  const labels = [...HTML.matchAll(/<([bi])(?: class=\w+)?>([^<]*)<\/\1>/g)].map(([, , text]) => text.toLowerCase());

  test.each(['list', 'read', 'write', 'tagging', 'permissions', 'open', 'wide'])('has the label %s', label => {
    expect(valuesOf('option', 'value')).toContain(label);
    expect(labels).toContain(label);
  });

  test.each(['sagemaker', 'other'])('has the platform %s', platform => {
    expect(valuesOf('option', 'value')).toContain(platform);
    expect(valuesOf('article', 'data-platform')).toContain(platform);
  });

  test('has all parts of each subject by the same number', () => {
    const numbers = new Set(['0', '1', '2', '3']);
    expect(valuesOf('article', 'data-subject')).toEqual(numbers);
    expect(valuesOf('tr', 'data-subject')).toEqual(numbers);
    expect(valuesOf('g', 'data-subject')).toEqual(numbers);
  });

  test('is hidden until the script runs', () => {
    expect(PAGE.attributes).toContainEqual({ element: 'form', name: 'hidden', value: '' });
  });
});

describe('the style of the page', () => {
  test('can not end its element, and loads nothing', () => {
    expect(STYLE).not.toMatch(/<\/|url\(|@import/);
  });

  test('knows all columns', () => {
    for (const [kind, columns] of Object.entries(COLUMNS)) {
      for (const column of Object.keys(columns).slice(1)) {
        expect(STYLE).toMatch(new RegExp(`\\.${kind} td:nth-child\\(\\d\\)::before\\{content:"${column}"\\}`));
      }
    }
  });
});
