import { reviewWith, role, warning } from './support/reviews';
import { CheckResult, explain, Format, InputError, renderCheck, renderExplanation, renderReview, Review } from '../../cli';

/** A role and a warning of a line of code. */
function reviewAt(createdAt: string): Review {
  return reviewWith({
    subjects: [role('Churn/Jobs', { resources: [{ logicalId: 'Jobs1A', type: 'AWS::IAM::Role', createdAt }] })],
    warnings: [warning('Churn/Jobs', { createdAt })],
  });
}

describe('the places of the app', () => {
  const root = '/repository';

  test.each([
    ['/repository/lib/app.ts:12:3', 'lib/app.ts:12:3'],
    ['lib/app.ts:12:3', 'lib/app.ts:12:3'],
    ['/home/me/other/app.ts:12:3', undefined],
    ['../other/app.ts:12:3', undefined],
    ['/repository/node_modules/library/index.js:12:3', undefined],
  ])('%s is shown as %s', (createdAt, shown) => {
    const { subjects, warnings } = JSON.parse(renderReview(reviewAt(createdAt), { format: 'json', root })) as Review;
    expect([subjects[0].resources[0].createdAt, warnings[0].createdAt]).toEqual([shown, shown]);
  });

  test('of this library are left out', () => {
    const { subjects } = JSON.parse(renderReview(reviewAt(`${process.cwd()}/src/index.ts:1:1`), { format: 'json' })) as Review;
    expect(subjects[0].resources[0].createdAt).toBeUndefined();
  });

  test.each<Format>(['terminal', 'markdown', 'html', 'json', 'sarif'])('%s names no folder of the machine', format => {
    const text = renderReview(reviewAt(`${process.cwd()}/lib/app.ts:12:3`), { format });
    expect(text).not.toContain(process.cwd());
    expect(text.includes('lib/app.ts')).toBe(['html', 'json', 'sarif'].includes(format));
  });
});

describe('an unknown format', () => {
  const form = { format: 'htm' } as object;

  test.each([
    ['of a review', () => renderReview(reviewWith({}), form), 'terminal, markdown, html, json or sarif, got \'htm\': did you mean \'html\'?'],
    ['of a check', () => renderCheck({} as CheckResult, form), 'terminal, markdown or json, got \'htm\''],
    ['of an explanation', () => renderExplanation(explain('s3:GetObject'), form), 'terminal, markdown or json, got \'htm\''],
  ])('%s is an error', (_, render, choices) => {
    expect(render).toThrow(new InputError(`'format' must be ${choices}`));
  });
});
