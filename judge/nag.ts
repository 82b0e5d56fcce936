import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { version } from 'aws-cdk-lib/package.json';
import { IConstruct } from 'constructs';
import { acknowledge, findingOf, KnownFinding, partsOf, RulePack } from './nag/acknowledge';
import { JUDGED_ROWS } from './rows';
import { announce, count } from './verdict';
import { DocumentedStatement } from '../src/private/documented-statement';
import { AWS } from '../test/support/fold';
import { GRID, stackId } from '../test/support/grid';

// cdk-nag over all option sets: what it finds is on the published list, which users can acknowledge, and nothing else.

const NAG = join(__dirname, 'nag', 'node_modules', 'cdk-nag');
const PUBLISHED = join(__dirname, '..', 'docs', 'cdk-nag.json');
const { AwsSolutionsChecks } = require(NAG) as { AwsSolutionsChecks: new (scope: App) => RulePack };
const { flattenCfnReference } = require(join(NAG, 'lib', 'utils', 'flatten-cfn-reference')) as {
  flattenCfnReference: (reference: unknown) => string;
};
const { version: nagVersion } = require(join(NAG, 'package.json')) as { version: string };
const { documentedStatements } = globalThis as unknown as {
  documentedStatements: readonly { readonly scope: IConstruct; readonly statement: DocumentedStatement }[];
};

/** Without a statement of the library it is one of the user: those of the rows are on everything. */
const ON_EVERYTHING = 'AwsSolutions-IAM5[Resource::*]';

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

const list = [...found.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, finding]) => published(finding));
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
    .replaceAll('<AWS::Region>', 'REGION').replaceAll(AWS.region, 'REGION')
    .replaceAll('<AWS::AccountId>', 'ACCOUNT').replaceAll(AWS.account, 'ACCOUNT')
    .replace(/(:s3:::)[^/*]+(?=[/*])/, '$1NAME')
    .replace(/<(?!AWS::)[^>]*>/g, 'NAME')
    .replace(/((?::s3:::|^Resource::)NAME\/)[^*]+(?=\*$)/, '$1NAME');
}

function published({ construct, id, pattern, statements }: Found): KnownFinding {
  const regex = pattern.replace(/[.+^${}()|[\]\\/?*]/g, '\\$&')
    .replaceAll('PARTITION', '[^*:]+(::[^*:]+)?')
    .replaceAll('REGION', '[^*]+')
    .replaceAll('ACCOUNT', '[^*]+')
    .replaceAll('NAME', '[^*]+');
  return { construct, id, appliesTo: [{ regex: `/^${regex}$/g` }], reason: reasonOf(statements) };
}

/** The statements by what is said of them. */
function reasonOf(statements: readonly DocumentedStatement[]): string {
  const reasons = new Map<string, Set<string>>();
  for (const { sid, note = 'what the options name' } of statements) {
    reasons.set(note, (reasons.get(note) ?? new Set()).add(sid));
  }
  return [...reasons].map(([note, sids]) => `${[...sids].sort().join(', ')}: ${note}`).sort().join('; ')
    || 'a managed policy of AWS, which it maintains';
}
