import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import { App, Stack } from 'aws-cdk-lib';
import { version } from 'aws-cdk-lib/package.json';
import { IConstruct } from 'constructs';
import { ModuleKind, transpileModule } from 'typescript';
import { PROJECT } from './environments';
import { findingOf, KnownFinding, partsOf, RulePack, Violation } from './findings';
import { escaped, namesOfUsers, recordTexts } from './names-of-users';
import { JUDGED_ROWS } from './rows';
import { announce, count } from './verdict';
import * as library from '../src';
import { documentedFeaturesOf } from '../src/private/statements/assembly';
import { DocumentedStatement } from '../src/private/statements/documented-statement';
import { DEFAULTS } from '../test/support/committed';
import { AWS } from '../test/support/fold';
import { GRID, stackId } from '../test/support/grid';
import { ServiceReference } from '../test/support/service-reference';

// Runs cdk-nag over all option sets: the published list, which users can acknowledge, must have exactly its findings.

const nag = createRequire(join(__dirname, 'npm', 'package.json'));
const PUBLISHED = join(PROJECT, 'docs', 'cdk-nag.json');
const { AwsSolutionsChecks } = nag('cdk-nag') as { AwsSolutionsChecks: new (scope: App) => RulePack };
const { flattenCfnReference } = nag('cdk-nag/lib/utils/flatten-cfn-reference') as {
  flattenCfnReference: (reference: unknown) => string;
};
const { version: nagVersion } = nag('cdk-nag/package.json') as { version: string };

/**
 * A finding without a statement of the library is about the user's statement: those of the rows are on all resources.
 */
const ON_EVERYTHING = 'AwsSolutions-IAM5[Resource::*]';

const ACCOUNTS = new RegExp(`<AWS::AccountId>|${AWS.account}|444455556666`, 'g');
const REGIONS = new RegExp(`<AWS::Region>|${AWS.region}|us-gov-west-1`, 'g');

interface Found {
  readonly construct: string;
  readonly id: string;
  /** The violation that the rule reports. */
  readonly held: readonly string[];
  /** The violation without names. */
  readonly pattern: string;
  /** The statements that cause it, and why. */
  readonly statements: readonly DocumentedStatement[];
}

const PLACES = [undefined, { account: AWS.account, region: AWS.region }];

const found = new Map<string, Found>();
const judged = PLACES.flatMap(env => {
  const app = new App({ context: env && { '@aws-cdk/core:enablePartitionLiterals': true } });
  const pack = new AwsSolutionsChecks(app);
  return JUDGED_ROWS.map(row => {
    const { created: subject, texts } = recordTexts(() => row.build(new Stack(app, stackId(row), { env })));
    const evidence = evidenceOf(subject);
    const rules = pack.validateScope(subject).violations.map(({ ruleName }) => ruleName)
      .filter(rule => rule !== ON_EVERYTHING || evidence.has(partsOf(rule)[1]));
    return { row, pack, subject, texts, evidence, rules };
  });
});
const NAMES = namesOfUsers(judged.map(({ row, texts, rules }) =>
  ({ texts, held: rules.map(rule => partsOf(rule)[1]), isDefault: DEFAULTS.includes(row) })));
for (const { row: { construct }, evidence, rules } of judged) {
  for (const [id, held] of rules.map(partsOf)) {
    const pattern = withoutNames(held);
    const key = `${construct} ${id} ${pattern}`;
    const { held: before = [], statements = [] } = found.get(key) ?? {};
    found.set(key, {
      construct, id, pattern, held: [...before, held], statements: [...statements, ...evidence.get(held) ?? []],
    });
  }
}

void main();

async function main(): Promise<void> {
  const emitted = [...found.values()].flatMap(({ statements }) => statements).flatMap(({ actions }) => actions);
  const reference = await ServiceReference.of(emitted);
  const sorted = [...found.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, finding]) => finding);
  const list = published(reference, together(sorted));
  if (process.env.UPDATE_ACCEPTED === 'true') {
    writeFileSync(PUBLISHED, `${JSON.stringify(list, undefined, 2)}\n`);
  }
  const known = existsSync(PUBLISHED) ? JSON.parse(readFileSync(PUBLISHED, 'utf8')) as readonly KnownFinding[] : [];
  const text = (finding: KnownFinding) => JSON.stringify(finding);
  announce({
    judged: `${count(judged.length, 'stack')} by cdk-nag ${nagVersion} on aws-cdk-lib ${version}, ` +
      count(known.length, 'published finding'),
    findings: [
      ...list.filter(finding => !known.map(text).includes(text(finding))).map(finding => `not published: ${text(finding)}`),
      ...known.filter(({ reason }) => reason === '').map(finding => `without a reason: ${text(finding)}`),
      ...known.filter(finding => !list.map(text).includes(text(finding))).map(finding => `no finding: ${text(finding)}`),
      ...judged.flatMap(({ row: { construct }, rules }) => rules.flatMap(rule => {
        const reasons = known.filter(finding => findingOf(construct, rule, [finding])).map(({ reason }) => reason);
        return reasons.length === 1 ? [] : [`${construct} ${rule} has ${count(reasons.length, 'reason')}: ${reasons.join(' | ')}`];
      })),
      ...leftByVersion3(),
      ...programFindings(),
      ...leftByVersion2(true),
      ...(leftByVersion2(false).length > 0 ? [] : ['cdk-nag 2 finds nothing in any construct']),
    ],
  });
}

/** Lists the findings of cdk-nag 3 in the grid that are left after all published ones are acknowledged. */
function leftByVersion3(): readonly string[] {
  const app = new App();
  const pack = new AwsSolutionsChecks(app);
  const subjects = GRID.map(row => [row, row.build(new Stack(app, stackId(row)))] as const);
  library.CdkNagFindings.acknowledge(app);
  app.synth();
  return subjects.flatMap(([{ construct }, subject]) => {
    const evidence = evidenceOf(subject);
    return pack.validateScope(subject).violations
      .filter(violation => violation.ruleName !== ON_EVERYTHING
        || (evidence.has(partsOf(violation.ruleName)[1]) && !isOfUser(violation)))
      .map(({ ruleName }) => `${construct} ${ruleName} is not acknowledged`);
  });
}

/** The user's own statements of policies are in a policy of their own. */
function isOfUser({ violatingResources }: Violation): boolean {
  return violatingResources.every(({ constructPath }) => constructPath.endsWith('/AdditionalPolicy/Resource'));
}

/** Lists the findings of cdk-nag 2 in the grid, of which the published ones may be acknowledged. */
function leftByVersion2(acknowledges: boolean): readonly string[] {
  const { AwsSolutionsChecks: Checks } = nag('cdk-nag-2') as { AwsSolutionsChecks: new () => cdk.IAspect };
  const app = new App();
  cdk.Aspects.of(app).add(new Checks());
  const subjects = GRID.map(row => [row, row.build(new Stack(app, stackId(row)))] as const);
  if (acknowledges) {
    library.CdkNagFindings.acknowledge(app);
  }
  app.synth({ skipValidation: true });
  return subjects.flatMap(([{ construct }, subject]) => subject.node.findAll().flatMap(({ node }) => node.metadata)
    .map(({ data }) => String(data).split(': ')[0])
    .filter(rule => rule.startsWith('AwsSolutions') && !rule.startsWith(ON_EVERYTHING))
    .map(rule => `cdk-nag 2 finds ${rule} in ${construct}`));
}

/** Runs the documented program, which cdk-nag accepts, but not without its acknowledgement. */
function programFindings(): readonly string[] {
  const [, program] = /^```js\n([\s\S]*?)^```$/m.exec(readFileSync(join(PROJECT, 'docs', 'quality.md'), 'utf8'))!;
  return [
    ...(isAccepted(program) ? [] : ['the program in docs/quality.md fails']),
    ...(isAccepted(program.replace('CdkNagFindings.acknowledge(app)', ''))
      ? ['the program in docs/quality.md has nothing to acknowledge'] : []),
  ];
}

function isAccepted(program: string): boolean {
  const modules: Readonly<Record<string, unknown>> = {
    'aws-cdk-lib': cdk, 'cdk-nag': nag('cdk-nag'), 'cdk-platform-iam': library,
  };
  const compilerOptions = { module: ModuleKind.CommonJS, esModuleInterop: true };
  const { outputText } = transpileModule(program, { compilerOptions });
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function('require', 'exports', outputText)((name: string) => modules[name], {});
    return true;
  } catch (error) {
    return !String(error).includes('Validation failed');
  }
}

/** The statements of a construct, by the violations that rules may report for them. */
function evidenceOf(subject: IConstruct): ReadonlyMap<string, readonly DocumentedStatement[]> {
  const stack = Stack.of(subject);
  const evidence = new Map<string, DocumentedStatement[]>();
  const features = subject.node.findAll().flatMap(documentedFeaturesOf);
  for (const statement of features.flatMap(({ statements }) => statements)) {
    const resources = stack.resolve(statement.resources) as readonly unknown[];
    [
      ...statement.actions.map(action => `Action::${action}`),
      ...resources.map(resource => `Resource::${flattenCfnReference(resource)}`),
    ].forEach(held => evidence.set(held, [...evidence.get(held) ?? [], statement]));
  }
  return evidence;
}

/** Returns one entry for the same grant, whatever names and locations users choose. */
function withoutNames(held: string): string {
  return held
    .replace(/arn:(<AWS::Partition>|aws[a-z-]*):/, 'arn:PARTITION:')
    .replace(REGIONS, 'REGION')
    .replace(ACCOUNTS, 'ACCOUNT')
    .replace(NAMES, 'NAME')
    .replace(/(:s3:::)[^/*]+(?=[/*])/, '$1NAME')
    .replace(/<(?!AWS::)[^>]*>/g, 'TOKEN')
    .replace(/^(Resource::)(?:arn:PARTITION:s3:::NAME|TOKEN)(?=\/)/, '$1BUCKET')
    .replace(/^(Resource::BUCKET\/)[^*]*\*$/, '$1KEY*');
}

/** Joins the reasons of equal patterns: a user's names may look like those of a platform. */
function together(all: readonly Found[]): readonly Found[] {
  return all.map(finding => {
    const pattern = new RegExp(regexOf(finding.pattern).slice(1, -2));
    const alike = all.filter(({ construct, id, pattern: other, held }) =>
      construct === finding.construct && id === finding.id &&
      (held.some(thing => pattern.test(thing)) ||
        finding.held.some(thing => new RegExp(regexOf(other).slice(1, -2)).test(thing))));
    return { ...finding, statements: alike.flatMap(({ statements }) => statements) };
  });
}

/** Groups the findings that share a reason. */
function published(reference: ServiceReference, all: readonly Found[]): readonly KnownFinding[] {
  const entries = new Map<string, KnownFinding>();
  for (const { construct, id, pattern, statements } of all) {
    const reason = reasonOf(reference, id, pattern, statements);
    const key = `${construct} ${id} ${reason}`;
    const appliesTo = [...entries.get(key)?.appliesTo ?? [], { regex: regexOf(pattern) }];
    entries.set(key, { construct, id, appliesTo, reason });
  }
  return [...entries.values()];
}

function regexOf(pattern: string): string {
  const regex = escaped(pattern)
    .replaceAll('BUCKET', '(TOKEN|arn:PARTITION:s3:::NAME)')
    .replaceAll('KEY', '[^*]*')
    .replaceAll('PARTITION', '[^*:]+(::[^*:]+)?')
    .replaceAll('TOKEN', '<[^>*]+>')
    .replace(/REGION|ACCOUNT/g, '(<[^>*]+>|[^*:/<]+)')
    .replaceAll('NAME', '(<[^>*]+>|[^*/<])+');
  return `/^${regex}$/g`;
}

/** Groups the statements by their reason. */
function reasonOf(
  reference: ServiceReference, id: string, pattern: string, statements: readonly DocumentedStatement[],
): string {
  if (id === 'AwsSolutions-IAM4') {
    return 'a managed policy of AWS, which it maintains';
  }
  const isEverything = pattern === 'Resource::*';
  const reasons = new Map<string, Set<string>>();
  for (const { sid, note, source, actions } of statements) {
    const knowNone = isEverything &&
      actions.flatMap(action => reference.expand(action)).every(({ resourceTypes }) => resourceTypes.length === 0);
    const reason = knowNone ? 'actions that know no resources' : note ?? `as in '${source.section}', ${source.url}`;
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(sid));
  }
  return [...reasons].map(([reason, sids]) => `${[...sids].sort().join(', ')}: ${reason}`).sort().join('; ');
}
