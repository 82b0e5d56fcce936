import { compareReviews } from '../../../cli/compare/compare-reviews';
import { renderHtml } from '../../../cli/html/render-html';
import { Subject } from '../../../cli/review/model';
import { attached, condition, item, only, review, role, statement } from '../support/reviews';

// What the page says of a change, before all else.

function changed(base: Partial<Subject>, head: Partial<Subject>, ...others: readonly Subject[]): string {
  const [before, after] = [review(role('App/Role', base), ...others), review(role('App/Role', head))];
  return renderHtml(after, compareReviews(before, after));
}

function sectionIn(html: string): string {
  return /<section id=changes [^]*?<\/section>/.exec(html)![0];
}

function cellsIn(html: string): readonly string[] {
  return [.../<tbody>([^]*?)<\/table>/.exec(sectionIn(html))![1].matchAll(/<t[hd]>([^]*?)(?=<t[hd]>|<tr>|$)/g)].map(([, cell]) => cell);
}

test('the page without a comparison has no such section', () => {
  expect(renderHtml(review(role('App/Role')))).not.toContain('id=changes');
});

test('the section comes first, begins with one line, and leads to the role', () => {
  const html = changed({}, { statements: [statement('Read')] });
  expect(html.indexOf('id=changes ')).toBeLessThan(html.indexOf('id=overview '));
  expect(html).toContain('<a href=#changes>Changes</a>');
  expect(sectionIn(html)).toMatch(/<h2 id=changes-name>What changed<\/h2><p><strong>\+1 statement, nothing removed<\/strong>\./);
  expect(sectionIn(html)).toContain('<h3><a href=#role-App-Role>App/Role</a></h3><p><b class=open>Changed, wider</b> role');
});

test.each<[string, Partial<Subject>, Partial<Subject>, readonly string[]]>([
  ['a statement more', {}, { statements: [statement('Read', { conditions: [condition('aws:SourceAccount', '1')] })] },
    ['Read', '<b class=open>Added, wider</b>', '<code>s3:GetObject</code>', 'objects of Data', condition('aws:SourceAccount', '1').words]],
  ['a statement less', { statements: [statement('Read')] }, {},
    ['Read', '<i>Removed, narrower</i>', '<code>s3:GetObject</code>', 'objects of Data', '']],
  ['another action', { statements: [statement('Read')] }, { statements: [statement('Read', { actions: only('s3:PutObject') })] },
    ['Read', '<b class=open>Changed, wider and narrower</b>', '<ul><li><ins>+ <code>s3:PutObject</code></ins><li><del>− <code>s3:GetObject</code></del></ul>', '', '']],
  ['a wider resource', { statements: [statement('Read', { resources: only('arn:aws:s3:::x/a/*') })] }, { statements: [statement('Read', { resources: only('arn:aws:s3:::x/*') })] },
    ['Read', '<b class=open>Changed, wider</b>', '', '<del>arn:aws:s3:::x/a/*</del> → <ins>arn:aws:s3:::x/*</ins>', '']],
  ['a policy under a condition', { attached: [attached('A')] }, { attached: [{ ...attached('A'), onlyIf: 'C' }] },
    ['attached policy', '<i>Changed, narrower</i>', '', '<del>A</del> → <ins>A (if C)</ins>', '']],
  ['a principal more', {}, { trust: [{ ...statement('Who'), policy: undefined, key: 'Who', principals: { isExcept: false, items: [item('a')] } }] },
    ['trust Who', '<b class=open>Added, wider</b>', '<code>s3:GetObject</code>', '<ul><li>a<li>objects of Data</ul>', '']],
])('%s is a row', (_, base, head, cells) => {
  expect(cellsIn(changed(base, head))).toEqual(cells);
});

test('a role that is removed, and one with another name, have no rows', () => {
  const same = { statements: [statement('Read')] };
  const [before, after] = [review(role('App/Old', same), role('App/Lost', { statements: [statement('A'), statement('B')] })), review(role('App/New', same))];
  const section = sectionIn(renderHtml(after, compareReviews(before, after)));
  expect(section).toContain('<h3>App/Lost</h3><p><i>Removed, narrower</i> role, with 2 statements');
  expect(section).toContain('<p><i>Renamed, same meaning</i> role, was <code>App/Old</code>');
  expect(section).not.toContain('<table');
});
