import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { version } from 'aws-cdk-lib/package.json';
import { IConstruct } from 'constructs';
import { acknowledge, findingOf, KnownFinding, partsOf, RulePack } from './acknowledge';
import { JUDGED_ROWS } from './rows';
import { announce, count } from './verdict';
import { DocumentedStatement } from '../src/private/documented-statement';
import { AWS } from '../test/support/fold';
import { GRID, stackId } from '../test/support/grid';

// cdk-nag over all option sets: what it finds is on the published list, which users can acknowledge, and nothing else.

const nag = createRequire(join(__dirname, 'npm', 'package.json'));
const PUBLISHED = join(__dirname, '..', 'docs', 'cdk-nag.json');
const { AwsSolutionsChecks } = nag('cdk-nag') as { AwsSolutionsChecks: new (scope: App) => RulePack };
const { flattenCfnReference } = nag('cdk-nag/lib/utils/flatten-cfn-reference') as {
  flattenCfnReference: (reference: unknown) => string;
};
const { version: nagVersion } = nag('cdk-nag/package.json') as { version: string };
const { documentedStatements } = globalThis as unknown as {
  documentedStatements: readonly { readonly scope: IConstruct; readonly statement: DocumentedStatement }[];
};

/** Without a statement of the library it is one of the user: those of the rows are on everything. */
const ON_EVERYTHING = 'AwsSolutions-IAM5[Resource::*]';

/** What rows call things. Users call them otherwise. */
const NAMES = new RegExp(`(?<=[/:-])(${[
  '0f3c1d2a', '1a2b', '5e6f', '7a8b', 'anthropic\\.claude-sonnet[\\w.:-]*', 'churn', 'fraud', 'hpc', 'large', 'other',
  'shop-live', 'shop', 'small', 'subnet-[0-9a-f]+', 'team',
].join('|')})(?=[/:*?_-]|$)`, 'g');
const ACCOUNTS = new RegExp(`<AWS::AccountId>|${AWS.account}|444455556666`, 'g');
const REGIONS = new RegExp(`<AWS::Region>|${AWS.region}|us-gov-west-1`, 'g');

interface Found {
  readonly construct: string;
  readonly id: string;
  /** What the rule holds against it, without names. */
  readonly pattern: string;
  /** The statements that have it, and why. */
  readonly statements: readonly DocumentedStatement[];
}

const PLACES = [undefined, { account: AWS.account, region: AWS.region }];

const found = new Map<string, Found>();
const subjects = PLACES.flatMap(env => {
  const app = new App({ context: env && { '@aws-cdk/core:enablePartitionLiterals': true } });
  const pack = new AwsSolutionsChecks(app);
  return JUDGED_ROWS.map(row => {
    const subject = row.build(new Stack(app, stackId(row), { env }));
    const evidence = evidenceOf(subject);
    const rules = pack.validateScope(subject).violations.map(({ ruleName }) => ruleName)
      .filter(rule => rule !== ON_EVERYTHING || evidence.has(partsOf(rule)[1]));
    return { row, pack, subject, evidence, rules };
  });
});
for (const { row: { construct }, evidence, rules } of subjects) {
  for (const [id, held] of rules.map(partsOf)) {
    const pattern = withoutNames(held);
    const key = `${construct} ${id} ${pattern}`;
    const statements = [...(found.get(key)?.statements ?? []), ...(evidence.get(held) ?? [])];
    found.set(key, { construct, id, pattern, statements });
  }
}

const list = published([...found.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, finding]) => finding));
if (process.env.UPDATE_ACCEPTED === 'true') {
  writeFileSync(PUBLISHED, `${JSON.stringify(list, undefined, 2)}\n`);
}
const known = existsSync(PUBLISHED) ? JSON.parse(readFileSync(PUBLISHED, 'utf8')) as readonly KnownFinding[] : [];
const text = (finding: KnownFinding) => JSON.stringify(finding);
announce({
  judged: `${count(subjects.length, 'stack')} by cdk-nag ${nagVersion} on aws-cdk-lib ${version}, ` +
    count(known.length, 'published finding'),
  findings: [
    ...list.filter(finding => !known.map(text).includes(text(finding))).map(finding => `not published: ${text(finding)}`),
    ...known.filter(finding => !list.map(text).includes(text(finding))).map(finding => `no finding: ${text(finding)}`),
    ...subjects.flatMap(({ row, rules }) =>
      rules.filter(rule => !findingOf(row.construct, rule, known)).map(rule => `${row.construct} ${rule}`)),
    ...subjects.filter(({ row }) => GRID.includes(row)).flatMap(({ row, pack, subject, rules }) => {
      acknowledge(subject, pack, known);
      return pack.validateScope(subject).violations.filter(({ ruleName }) => rules.includes(ruleName))
        .map(({ ruleName }) => `${row.construct} ${ruleName} is not acknowledged`);
    }),
  ],
});

/** The statements of a construct by what rules may hold against them. */
function evidenceOf(subject: IConstruct): ReadonlyMap<string, readonly DocumentedStatement[]> {
  const stack = Stack.of(subject);
  const evidence = new Map<string, DocumentedStatement[]>();
  for (const { statement } of documentedStatements.filter(({ scope }) => Stack.of(scope) === stack)) {
    const resources = stack.resolve(statement.resources) as readonly unknown[];
    [
      ...statement.actions.map(action => `Action::${action}`),
      ...resources.map(resource => `Resource::${flattenCfnReference(resource)}`),
    ].forEach(held => evidence.set(held, [...evidence.get(held) ?? [], statement]));
  }
  return evidence;
}

/** One entry for the same grant, however users call things and wherever they are. */
function withoutNames(held: string): string {
  return held
    .replace(/arn:(<AWS::Partition>|aws[a-z-]*):/, 'arn:PARTITION:')
    .replace(REGIONS, 'REGION')
    .replace(ACCOUNTS, 'ACCOUNT')
    .replace(NAMES, 'NAME')
    .replace(/(:s3:::)[^/*]+(?=[/*])/, '$1NAME')
    .replace(/<(?!AWS::)[^>]*>/g, 'TOKEN')
    .replace(/((?::s3:::NAME|^Resource::TOKEN)\/)[^*]+(?=\*$)/, '$1KEY');
}

/** What one reason is for stands together. */
function published(all: readonly Found[]): readonly KnownFinding[] {
  const entries = new Map<string, KnownFinding>();
  for (const { construct, id, pattern, statements } of all) {
    const reason = reasonOf(statements);
    const key = `${construct} ${id} ${reason}`;
    const appliesTo = [...entries.get(key)?.appliesTo ?? [], { regex: regexOf(pattern) }];
    entries.set(key, { construct, id, appliesTo, reason });
  }
  return [...entries.values()];
}

function regexOf(pattern: string): string {
  const regex = pattern.replace(/[.+^${}()|[\]\\/?*]/g, '\\$&')
    .replaceAll('PARTITION', '[^*:]+(::[^*:]+)?')
    .replaceAll('TOKEN', '<[^>*]+>')
    .replaceAll('KEY', '[^*]+')
    .replace(/REGION|ACCOUNT/g, '(<[^>*]+>|[^*:/<]+)')
    .replaceAll('NAME', '(<[^>*]+>|[^*/<])+');
  return `/^${regex}$/g`;
}

/** The statements by what is said of them. */
function reasonOf(statements: readonly DocumentedStatement[]): string {
  const reasons = new Map<string, Set<string>>();
  for (const { sid, note = 'as the source has it' } of statements) {
    reasons.set(note, (reasons.get(note) ?? new Set()).add(sid));
  }
  return [...reasons].map(([note, sids]) => `${[...sids].sort().join(', ')}: ${note}`).sort().join('; ')
    || 'a managed policy of AWS, which it maintains';
}
