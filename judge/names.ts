/** The names for `npm run judge -- NAME`. */
export type JudgeName =
  | 'templates' | 'option-sets' | 'random-options' | 'bad-values' | 'updates' | 'nodes' | 'validator' | 'cfn-lint'
  | 'cdk-nag' | 'cloudsplaining' | 'moto' | 'policy-sentry' | 'browser' | 'actionlint' | 'vendors';

/** The Go module of actionlint: its package on PyPI downloads the program from elsewhere. */
export const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';
