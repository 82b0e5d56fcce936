import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// Writes all generated files: the configuration, the golden files and the ledger, the lists of accepted findings, the
// figures of vendors, the facts of the command, the change log, the tables of the documents, and API.md. If a step
// fails, the others still run.

interface Step {
  readonly title: string;
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The judges with a list of accepted findings: a new finding fails until it has a reason. */
const JUDGES = ['option-sets', 'cdk-nag', 'cloudsplaining', 'policy-sentry'];

const STEPS: readonly Step[] = [
  { title: 'configuration', command: 'projen default' },
  { title: 'AWS policies without a limit', command: 'tsx scripts/unlimited-policies.ts' },
  { title: 'actions of SageMaker', command: 'tsx scripts/sagemaker-actions.ts' },
  { title: 'golden files and ledgers', command: 'tsx -r ./judge/newest.cjs scripts/goldens.ts' },
  { title: 'snapshots of integration tests', command: 'projen integ:update' },
  { title: 'accepted findings', command: `tsx judge/main.ts ${JUDGES.join(' ')}`, env: { UPDATE_ACCEPTED: 'true' } },
  { title: 'figures of vendors', command: 'tsx -r ./judge/newest.cjs scripts/vendor-figures.ts' },
  { title: 'facts of the command', command: 'tsx -r ./judge/newest.cjs scripts/cli-facts.ts' },
  { title: 'change log', command: 'tsx scripts/release-changes.ts --write' },
  { title: 'reviews of the example', command: 'tsx scripts/example-review.ts' },
  // The tables count the accepted findings, and show the figures.
  { title: 'tables', command: 'projen readme' },
  { title: 'API.md', command: 'projen compile && projen docgen' },
];

const failed = STEPS.filter(({ title, command, env }) => {
  const start = Date.now();
  const { status } = spawnSync(command, { cwd: join(__dirname, '..'), shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${title} (${((Date.now() - start) / 1_000).toFixed(0)} s)`);
  return status !== 0;
});
if (failed.length > 0) {
  console.error(`not up to date: ${failed.map(({ title }) => title).join(', ')}`);
  process.exitCode = 1;
}
