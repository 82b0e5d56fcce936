/** As `npm run judge -- NAME` calls them. */
export type JudgeName =
  | 'templates' | 'option-sets' | 'random-options' | 'bad-values' | 'updates' | 'nodes' | 'validator' | 'cfn-lint'
  | 'cfn-lint-folded' | 'cdk-nag' | 'cloudsplaining' | 'moto' | 'policy-sentry';
