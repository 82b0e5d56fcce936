/** The names for `npm run judge -- NAME`. */
export type JudgeName =
  | 'templates' | 'option-sets' | 'random-options' | 'bad-values' | 'updates' | 'nodes' | 'validator' | 'cfn-lint'
  | 'cdk-nag' | 'cloudsplaining' | 'moto' | 'policy-sentry' | 'browser' | 'vendors';
