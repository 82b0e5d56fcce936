import { createHash } from 'node:crypto';
import { renderHtml } from '../../../cli/html/render-html';
import { StatementReview, Wide } from '../../../cli/review/model';
import { fullReview } from '../support/full-review';
import { readPage, textsOf } from '../support/html';
import { manyRoles } from '../support/many-roles';
import { condition, except, item, openWide, quota, reach, reason, review, reviewWith, role, statement } from '../support/reviews';

const FULL = renderHtml(fullReview());
const PAGE = readPage(FULL);

describe('the page', () => {
  test('shows every text of the review', () => {
    const plain = (text: string) => text.toLowerCase().replace(/`|\*\*/g, '');
    const shown = [PAGE.text, ...PAGE.attributes.filter(({ name }) => name === 'href').map(({ value }) => value)]
      .join('\n').toLowerCase();
    expect(textsOf(fullReview()).filter(text => !shown.includes(plain(text)))).toEqual([]);
  });

  test.each([
    ['the language', 'html', 'lang', 'en'],
    ['one part to skip to', 'a', 'href', '#main'],
    ['a live count of what the filters find', 'p', 'aria-live', 'polite'],
    ['the picture in a region that the keyboard can scroll', 'div', 'tabindex', '0'],
  ])('has %s', (_, element, name, value) => {
    expect(PAGE.attributes).toContainEqual({ element, name, value });
  });

  test('has a title', () => {
    expect(FULL).toContain('<title>IAM review of examples/cdk.out</title>');
  });

  test('has no heading that skips a level', () => {
    const levels = [...FULL.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('has no id twice, and no link to a part that it has not', () => {
    const values = (wanted: string) =>
      PAGE.attributes.filter(({ name }) => name === wanted).map(({ value }) => value);
    const ids = values('id');
    expect(new Set(ids).size).toBe(ids.length);
    expect(values('href').filter(href => href.startsWith('#') && !ids.includes(href.slice(1)))).toEqual([]);
    const named = ['for', 'aria-labelledby', 'aria-describedby'].flatMap(values);
    expect(named.filter(id => !ids.includes(id))).toEqual([]);
  });

  test('labels every control', () => {
    const labelled = PAGE.attributes.filter(({ name }) => name === 'for').map(({ value }) => value);
    const controls = PAGE.attributes.filter(({ element, name }) => ['input', 'select'].includes(element) && name === 'id');
    expect(controls.map(({ value }) => value)).toEqual(labelled);
  });
});

describe('the security policy', () => {
  const [, policy] = /http-equiv=Content-Security-Policy content="([^"]*)"/.exec(FULL)!;

  test('allows nothing by default', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test.each([['style'], ['script']])('allows the %s of the page', element => {
    const [, text] = new RegExp(`<${element}>([^]*?)</${element}>`).exec(FULL)!;
    const hash = createHash('sha256').update(text).digest('base64');
    expect(policy).toContain(`${element}-src 'sha256-${hash}'`);
  });

  test('is before what it is about', () => {
    expect(FULL.indexOf('Content-Security-Policy')).toBeLessThan(FULL.indexOf('<style>'));
  });

  test('has nothing to allow: nothing is loaded, and no style or handler stands in the markup', () => {
    expect(PAGE.attributes.filter(({ name }) => name === 'src' || name === 'style' || name.startsWith('on'))).toEqual([]);
  });
});

describe('links', () => {
  const hrefs = (url: string) => readPage(renderHtml(review(role('App/Role', {
    construct: { name: 'Role', platform: 'sagemaker', version: '1.0.0', documentation: url },
  })))).attributes.filter(({ name, value }) => name === 'href' && !value.startsWith('#')).map(({ value }) => value);

  test.each([['https://example.com/a?b=c&d=e'], ['http://example.com/']])('leads to %s', url => {
    expect(hrefs(url)).toEqual([url]);
  });

  test.each([
    ['javascript:alert(1)'], [' javascript:alert(1)'], ['JaVaScRiPt:alert(1)'], ['java\nscript:alert(1)'],
    ['data:text/html,x'], ['file:///etc/passwd'], ['//example.com'], ['docs/sagemaker.md'], ['https://'], [''],
  ])('does not lead to %j', url => {
    expect(hrefs(url)).toEqual([]);
  });
});

describe('the size', () => {
  test('is below two kilobytes for each statement', () => {
    expect(renderHtml(manyRoles(100, 10)).length).toBeLessThan(1_200_000);
  });

  test('is small without anything to show', () => {
    const html = renderHtml(review());
    expect(html).toContain('The app has no IAM resources.');
    expect(html.length).toBeLessThan(20_000);
  });
});

describe('quotas', () => {
  test.each([
    ['below', { min: 100, max: 100 }, '100 of 1,000 characters (10 %)', undefined],
    ['near', { min: 850, max: 950 }, '850 to 950 of 1,000 characters (95 %)', 'Near the limit'],
    ['perhaps above', { min: 900, max: 1100 }, '900 to 1,100 of 1,000 characters (110 %)', 'May be above the limit'],
    ['above', { min: 1001, max: 1100 }, '1,001 to 1,100 of 1,000 characters (110 %)', 'Above the limit'],
  ])('say when they are %s their limit', (_, used, figures, verdict) => {
    const html = renderHtml(review(role('App/Role', { quotas: [quota('inline policies', 0, { used, limit: 1000 })] })));
    const [page] = /<ul class=quotas>[^]*?<\/ul>/.exec(html)!;
    expect(page).toContain(figures);
    expect(/<b(?: [^>]*)?>([^<]*)/.exec(page)?.[1]).toBe(verdict);
  });
});

describe('the sentence of a statement', () => {
  const cell = (given: Partial<StatementReview>) =>
    /<table class=permissions>.*?<tbody><tr><th>(.*?)<td>/.exec(renderHtml(review(role('App/Role', { statements: [statement('One', { policy: undefined, ...given })] }))))![1];
  const conditions = [condition('aws:SourceAccount', '111122223333')];
  const any = { isExcept: false, items: [item('*', { words: 'any resource' })] };

  test.each([
    ['ends before the resources', 'Read objects of Data, if x', {}, 'Read'],
    ['ends before the conditions', `Read any resource of S3, if ${conditions[0].words}`, { conditions, resources: any }, 'Read any resource of S3'],
    ['is whole without resources of its own', 'Read any resource of S3', { resources: any }, 'Read any resource of S3'],
    ['is whole if it says something else', 'Look at what is there', {}, 'Look at what is there'],
    ['is whole if it excepts resources', 'Read all but objects of Data', { resources: except('objects of Data') }, 'Read all but objects of Data'],
  ])('%s', (_, words, given, shown) => {
    expect(cell({ words, ...given })).toBe(shown);
  });
});

describe('why statements are wide', () => {
  const wide = (because: string, given: Partial<Wide> = {}) => openWide({ isOpen: false, because, ...given });
  const page = (...of: readonly Wide[]) => readPage(renderHtml(review(role('App/Role', {
    statements: of.map((one, index) => statement(`S${index}`, { wide: [one] })),
  })))).text.replace(/\s+/g, ' ');

  test('stands once above the table, if it is the same for several', () => {
    const text = page(wide('nothing narrower exists'), wide('nothing narrower exists'));
    expect(text.split(/nothing narrower exists/i)).toHaveLength(2);
    expect(text).toContain('Wide Nothing narrower exists');
  });

  test('stands in each statement, if it is not', () => {
    const text = page(wide('nothing narrower exists'), wide('the vendor asks for it', { text: 'arn:aws:s3:::*' }));
    expect(text).toContain('Wide Every resource – nothing narrower exists');
    expect(text).toContain('Wide Every resource: arn:aws:s3:::* – the vendor asks for it');
  });

  test('stands among the notes only, if it is how the statement departs from its source', () => {
    const note = 'narrowed: the page grants more';
    const html = renderHtml(review(role('App/Role', {
      statements: [statement('S', { why: reason({ note }), wide: [wide(note), wide(note, { text: '${Data5F1C.Arn}/*' })] })],
    })));
    expect(html.split(/narrowed: the page grants more/i)).toHaveLength(2);
    expect(html).toContain('<i>Read</i><b>Wide</b>');
  });

  test('stands once for several patterns', () => {
    const html = renderHtml(review(role('App/Role', {
      statements: [statement('S', { wide: ['s3:Get*', 's3:List*'].map(text => wide('an option', { kind: 'many actions', text })) })],
    })));
    expect(readPage(html).text).toContain('Many actions: s3:Get*, s3:List*');
  });

  test('stands with its pattern and its option', () => {
    const text = page(openWide({ kind: 'many actions', text: 's3:Get*', because: 'an option asks for it', option: 'S3Location.anyBucket()' }));
    expect(text).toContain('Open Many actions: s3:Get* – an option asks for it, by S3Location.anyBucket()');
  });
});

describe('long lists', () => {
  const many = Array.from({ length: 12 }, (_, index) => statement(`Read${index}`, { wide: [{ kind: 'every resource', text: '*', isOpen: true }] }));

  test('fold, and say how much is folded', () => {
    expect(renderHtml(review(role('App/Role', { statements: many })))).toContain('>Open wide grants</h3> (12)');
  });

  test('fold in cells', () => {
    const items = many.map(({ key }) => ({ text: key, words: key, constructs: [] }));
    const html = renderHtml(review(role('App/Role', { statements: [statement('Read', { resources: { isExcept: false, items } })] })));
    expect(html).toContain('<summary>and 6 more</summary>');
  });
});

test.each([
  ['run `pcluster list`', 'run <code>pcluster list</code>'],
  ['run **with `its` role**', 'run <strong>with `its` role</strong>'],
  ['2 * 3 ** 4 ` 5', '2 * 3 ** 4 ` 5'],
  ['`one', '`one'],
  ['`<b>`', '<code>&lt;b></code>'],
])('sentences of the documents keep their marks: %s', (can, html) => {
  expect(renderHtml(review(role('App/Role', { reach: [reach({ can })] })))).toContain(`<td>${html}<td>`);
});

test('subjects with alike ids have anchors of their own', () => {
  const html = renderHtml(review(role('App/A B'), role('App/A-B'), role('App/A--B', { kind: 'user' })));
  expect([...html.matchAll(/<article id=(\S+)/g)].map(([, id]) => id)).toEqual(['role-App-A-B', 'role-App-A-B-2', 'user-App-A-B']);
});

test('warnings stand in the page of their construct, too', () => {
  const html = renderHtml(reviewWith({
    subjects: [role('App/Role'), role('App/RoleOther')],
    warnings: [{ path: 'App/Role/Policy', level: 'warning', message: 'too long' }],
  }));
  expect(html.split('too long')).toHaveLength(3);
});
