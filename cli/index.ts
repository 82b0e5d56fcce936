// What the command does, as functions: `import { review } from 'cdk-platform-iam/cli'`.

export { check } from './check/check';
export type { CheckAppOptions } from './check/check';
export { checkConstruct } from './check/check-construct';
export type { CheckConstructOptions } from './check/construct/options';
export type { CheckFinding, CheckResult } from './check/model';
export { renderCheck } from './check/render';
export type { CheckForm } from './check/render';
export type { Direction, PartChange, ReviewChanges, StatementChange, SubjectChange } from './compare/changes';
export { compareReviews } from './compare/compare-reviews';
export type { Denial } from './explain/denial';
export { explain } from './explain/explain';
export type { ExplainOptions, Explanation, GrantedBy } from './explain/explain';
export { renderExplanation } from './explain/render';
export type { ExplanationForm } from './explain/render';
export type { RoleInApp } from './explain/role-in-app';
export { failures } from './failures';
export { InputError } from './input-error';
export { renderReview } from './render-review';
export type { ReviewForm } from './render-review';
export type { Finding, Format, TextFormat } from './report';
export type * from './review/model';
export { review } from './review/review';
export { reviewPackage } from './review/review-package';
