import { entriesOf } from '../../../../cli/html/entries';
import { graphOf } from '../../../../cli/html/picture/graph';
import { Column, COLUMNS, Layout, layoutOf, ROW } from '../../../../cli/html/picture/layout';
import { Review } from '../../../../cli/review/model';
import { fullReview } from '../../support/full-review';
import { manyRoles } from '../../support/many-roles';
import { review, role } from '../../support/reviews';

function layout(of: Review): Layout {
  const entries = entriesOf(of);
  return layoutOf(entries, graphOf(entries));
}

const columnsOf = ({ principals, subjects, targets }: Layout) => [principals, subjects, targets];
const heights = ({ headings, items }: Column<unknown>) =>
  [...headings, ...items].map(({ y }) => y).sort((one, other) => one - other);

describe.each([
  ['everything', fullReview()],
  ['8 roles', manyRoles(8)],
  ['50 roles', manyRoles(50)],
  ['no statement', review(role('App/Role'))],
])('with %s', (_, of) => {
  const made = layout(of);

  test('no two texts of a column overlap', () => {
    for (const ys of columnsOf(made).map(heights)) {
      expect(ys.filter((y, index) => index > 0 && y - ys[index - 1] < ROW)).toEqual([]);
    }
  });

  test('all texts are inside of the picture', () => {
    for (const y of columnsOf(made).flatMap(heights)) {
      expect(y).toBeGreaterThanOrEqual(ROW / 2);
      expect(y).toBeLessThanOrEqual(made.height - ROW / 2);
    }
  });

  test('all lines go from column to column', () => {
    for (const { path } of made.assumes) {
      expect(path).toMatch(new RegExp(`^M${COLUMNS.principals.right} .* ${COLUMNS.subjects.left - COLUMNS.principals.right}[ -][\\d.]+$`));
    }
    for (const { path } of made.reaches) {
      expect(path).toMatch(new RegExp(`^M${COLUMNS.subjects.right} .* ${COLUMNS.targets.left - COLUMNS.subjects.right}[ -][\\d.]+$`));
    }
  });
});

test('subjects stand under the name of their stack', () => {
  expect(layout(manyRoles(50)).subjects.headings.map(({ of }) => of)).toEqual(['Platform', 'Clusters', 'Web']);
});

test('services stand after the resources of the app', () => {
  const headings = layout(manyRoles(50)).targets.headings.map(({ of }) => of);
  expect(headings.indexOf('Other resources, by service')).toBe(headings.length - 1);
});
