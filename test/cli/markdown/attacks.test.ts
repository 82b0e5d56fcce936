import { compareReviews } from '../../../cli/compare/compare-reviews';
import { ACCESS_LEVELS } from '../../../cli/facts/verbs';
import { renderMarkdown } from '../../../cli/markdown/render-markdown';
import { AccessLevel, Review } from '../../../cli/review/model';
import { fullReview } from '../support/full-review';
import { HOSTILE } from '../support/hostile';
import { nodesIn, proseIn, rowsIn } from '../support/markdown';
import { reviewWith } from '../support/reviews';

/** What a review or its changes consist of. CommonMark has no tables: their rows are paragraphs. */
const EXPECTED = ['document', 'heading', 'paragraph', 'text', 'softbreak', 'strong', 'code', 'list', 'item', 'html_inline', 'link'];

/** Names of the model itself, which a template can't choose. */
const FIXED = ['kind', 'effect', 'change', 'direction', 'level', 'levels', 'unit', 'owner', 'operator'];

/** The data with a text at the end of each of its texts, but for addresses. */
function poisoned<T>(data: T, text: string): T {
  return JSON.parse(JSON.stringify(data), function poison(this: unknown, key: string, value: unknown): unknown {
    const isFixed = FIXED.includes(key)
      || (Array.isArray(this) && this.some(one => ACCESS_LEVELS.includes(one as AccessLevel)));
    return typeof value !== 'string' || isFixed || key === 'url' ? value : `${value} ${text}`;
  }) as T;
}

const empty: Review = reviewWith({ app: 'cdk.out' });

describe.each(HOSTILE.map(text => [JSON.stringify(text), text]))('%s', (_, text) => {
  const [review] = [poisoned(fullReview(), text)];
  const renderings = [
    renderMarkdown(review),
    renderMarkdown(review, { changes: compareReviews(empty, review) }),
    renderMarkdown(review, { changes: compareReviews(fullReview(), review) }),
  ];

  test('makes no elements, and no lines of HTML', () => {
    for (const markdown of renderings) {
      const nodes = nodesIn(markdown);
      expect([...new Set(nodes.map(({ type }) => type))].filter(type => !EXPECTED.includes(type))).toEqual([]);
      expect(nodes.flatMap(({ type, literal }) => (type === 'html_inline' && literal !== '<br>' ? [literal] : []))).toEqual([]);
      expect(nodes.filter(({ type }) => type === 'link').map(({ destination }) => destination)
        .filter(url => !url!.startsWith('https://docs.aws.amazon.com/'))).toEqual([]);
      expect(nodes.flatMap(({ type, level }) => (type === 'heading' && level !== 3 ? [level] : []))).toEqual([]);
    }
  });

  test('makes no headings and no cells', () => {
    const given = fullReview();
    const clean = [renderMarkdown(given), renderMarkdown(given, { changes: compareReviews(empty, given) })];
    clean.forEach((markdown, index) => {
      const shape = (rendered: string) => [
        nodesIn(rendered).filter(({ type }) => type === 'heading').length, rowsIn(rendered).map(cells => cells.length),
      ];
      expect(shape(renderings[index])).toEqual(shape(markdown));
    });
  });

  test('is code where GitHub would make links, mentions or formulas of it', () => {
    for (const markdown of renderings) {
      expect(proseIn(markdown)).not.toMatch(/@\w|#\d|GH-\d|https?:|www\.|[0-9a-f]{40}|\$|:\w+:|[^\P{Cc}\n]|\p{Cf}/iu);
    }
  });
});
