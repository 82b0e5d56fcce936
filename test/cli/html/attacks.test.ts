import { compareReviews } from '../../../cli/compare/compare-reviews';
import { renderHtml } from '../../../cli/html/render-html';
import { fullReview } from '../support/full-review';
import { readPage, withTexts } from '../support/html';

/** The page of the review with each text changed, apart from addresses, and of what changed since it had less. */
function attacked(change: (text: string) => string): string {
  const review = withTexts(fullReview(), change);
  const less = review.subjects.map(subject =>
    ({ ...subject, trust: [], statements: subject.statements.slice(1), attached: [] }));
  return renderHtml(review, compareReviews({ ...review, subjects: less }, review));
}

/** The tags of the page when the texts are as long as with the attack, and harmless. */
const harmless = (length: number) => readPage(attacked(text => text + 'x'.repeat(length))).skeleton;

describe('a text of a template can not become markup', () => {
  test.each([
    ['<script>alert(1)</script>'],
    ['</script><script>alert(1)</script>'],
    ['</style><img src=x onerror=alert(1)>'],
    ['"><svg onload=alert(1)>'],
    ["' onmouseover='alert(1)"],
    ['" onmouseover="alert(1)'],
    ['<!-- '],
    ['--><b>'],
    ['<![CDATA['],
    ['&lt;script&gt; &#60; &amp;'],
    ['</td></tr></table>'],
    ['</title><h1>'],
    ['</svg></desc></title>'],
    ['{{x}} ${x} <%= x %>'],
    ['\\"\\'],
  ])('%s', attack => {
    const html = attacked(text => text + attack);
    const page = readPage(html);
    expect(page.skeleton).toEqual(harmless(attack.length));
    expect(page.text).toContain(attack);
    expect(page.attributes.filter(({ name }) => name.startsWith('on') || name === 'src')).toEqual([]);
  });

  test('not even in front of it', () => {
    expect(readPage(attacked(text => `<i>${text}`)).skeleton).toEqual(readPage(attacked(text => `(i)${text}`)).skeleton);
  });
});

test('no address becomes a script', () => {
  const { attributes } = readPage(attacked(() => 'javascript:alert(1)//https://example.com'));
  expect(attributes.filter(({ name, value }) => name === 'href' && !value.startsWith('#'))).toEqual([]);
});

describe('characters that nobody sees', () => {
  test.each([
    ['right-to-left override', '\u202e', '⟨U+202E⟩'],
    ['right-to-left isolate', '\u2067', '⟨U+2067⟩'],
    ['null', '\0', '⟨U+0000⟩'],
    ['escape', '\u001b[31m', '⟨U+001B⟩[31m'],
    ['backspace', '\b', '⟨U+0008⟩'],
    ['zero width space', '\u200b', '⟨U+200B⟩'],
    ['tag', '\u{e0041}', '⟨U+E0041⟩'],
    ['half of a surrogate pair', '\ud800', '⟨U+D800⟩'],
  ])('%s', (_, character, shown) => {
    const html = attacked(text => `a${character}b${text}`);
    expect(html).not.toContain(`a${character}`);
    expect(readPage(html).text).toContain(`a${shown}bexamples/cdk.out`);
  });

  test('a line feed can not begin another line of a statement', () => {
    expect(attacked(text => `${text}\nAction: x`)).toContain('s3:GetObject⟨U+000A⟩Action: x');
  });
});

test('no text becomes the anchor of another part', () => {
  const { attributes } = readPage(attacked(() => 'main" autofocus'));
  const ids = attributes.filter(({ name }) => name === 'id').map(({ value }) => value);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter(id => !/^[A-Za-z0-9-]+$/.test(id))).toEqual([]);
});
