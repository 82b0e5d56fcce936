import { CfnWaitConditionHandle } from 'aws-cdk-lib';
import { version } from 'aws-cdk-lib/package.json';
import RECOMMENDED_FLAGS from 'aws-cdk-lib/recommended-feature-flags.json';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { artifactsIn } from './artifacts-in-template';
import { RUNS, SEED } from './seed';
import { announce, count } from './verdict';
import { Maker } from '../test/support/arbitraries';
import { broken, findings } from '../test/support/findings';
import { AWS, CHINA, Environment, fold, GOV_CLOUD } from '../test/support/fold';
import { GRID, GridOptions, RANDOM_CONSTRUCTS, randomRow, synthesizeRows } from '../test/support/grid';
import { LAWS, missingResources, uniqueSids } from '../test/support/laws';
import { passingStack } from '../test/support/passing-stack';
import { Policy } from '../test/support/policies';
import { Emitted, emittedBy, wildcardsOf } from '../test/support/rendered';
import { Row } from '../test/support/row';
import { ServiceReference } from '../test/support/service-reference';
import WILDCARDS from '../test/wildcards.json';

// Checks invariants over random options of each construct. A failure prints the options as code, and the seed.

/** Rows share an app, because an app takes longer than a stack. */
const IN_AN_APP = 50;
/** The size limit of IAM, in characters without white space. */
const MANAGED_POLICY = 6_144;
const INLINE_OF_ROLE = 10_240;
/** Roles whose permissions are those that the app grants them, or that an existing role has. */
const MAY_GRANT_NOTHING: ReadonlySet<string> = new Set([
  'BeanstalkEksApplicationRole', 'BeanstalkEksClusterRole', 'BeanstalkEksNodeRole', 'HopsworksEksServiceAccountRole',
]);
const FLAGS = { ...RECOMMENDED_FLAGS, '@aws-cdk/core:annotationsInValidationReport': false };
const PLACES = [AWS, CHINA, GOV_CLOUD].flatMap(environment => [
  { environment, isKnown: true },
  { environment, isKnown: false },
]);

const only = process.argv.slice(2);

async function main(): Promise<void> {
  const services = emittedBy(GRID, synthesizeRows(GRID, { validation: false }), AWS)
    .flatMap(({ statements }) => statements.flatMap(({ Action }) => Action));
  const reference = await ServiceReference.of(services);
  const constructs = RANDOM_CONSTRUCTS.filter(([construct]) => only.length === 0 || only.includes(construct));
  const verdicts = constructs.map(([construct, arbitrary]) => judge(construct, arbitrary, reference));
  announce({
    judged: `${count(verdicts.reduce((sum, { rows }) => sum + rows, 0), 'random option set')} of ` +
      `${count(constructs.length, 'construct')} on aws-cdk-lib ${version}, seed ${SEED}`,
    findings: verdicts.flatMap(verdict => verdict.faults),
  });
}

function judge(
  construct: string, arbitrary: fc.Arbitrary<Maker<Construct>>, reference: ServiceReference,
): { readonly rows: number; readonly faults: readonly string[] } {
  let rows = 0;
  const several = fc.array(arbitrary, { minLength: 1, maxLength: IN_AN_APP, size: 'max' });
  const property = fc.property(several, fc.constantFrom(...PLACES), (makers, place) => {
    rows += makers.length;
    none(brokenBy(makers.map((made, index) => ({ ...notEmpty(randomRow(construct, made)), name: `random-${index}` })), place, reference));
  });
  // No two runs use the same seeds.
  let seed = SEED * 1_000;
  do {
    const result = fc.check(property, { numRuns: 10, seed: seed++ });
    if (result.failed) {
      return { rows, faults: [`${construct}: ${String(result.errorInstance)}\n${fc.defaultReportMessage(result)}`] };
    }
  } while (rows < RUNS);
  return { rows, faults: [] };
}

/** An existing role and no rights make no resource, and the validator rejects a template without one. */
function notEmpty(row: Row): Row {
  return {
    ...row,
    build: stack => {
      new CfnWaitConditionHandle(stack, 'NotEmpty');
      return row.build(stack);
    },
  };
}

function none(faults: readonly string[]): void {
  if (faults.length > 0) {
    throw new Error(faults.join('\n'));
  }
}

/** Lists the invariants that the template breaks. */
function brokenBy(
  rows: readonly Row[], { environment, isKnown }: typeof PLACES[number], reference: ServiceReference,
): readonly string[] {
  const place = isKnown ? { environment } : {};
  const synthesized = (options: GridOptions) => synthesizeRows(rows, { ...place, validation: false, ...options });
  const templates = synthesized({});
  const again = synthesized({});
  const emitted = emittedBy(rows, templates, environment);
  const flagged = emittedBy(rows, synthesized({ context: FLAGS }), environment);
  return [
    ...(text([...templates]) === text([...again]) ? [] : ['another template the second time']),
    ...(text(emitted.map(meaning)) === text(flagged.map(meaning)) ? [] : ['another meaning with all feature flags']),
    ...statementFindings(emitted, environment, reference),
    ...emitted.flatMap(({ row, policies }) => errorsOf(row, isKnown ? environment : undefined, sizesOver(policies))),
    ...[...templates.values()].flatMap(template => artifactsIn(fold(template, environment))),
    ...emitted.filter(({ row, statements }) => !MAY_GRANT_NOTHING.has(row.construct)
      && statements.length === 0 && !text(templates.get(row.name)).includes('ManagedPolicyArns'))
      .map(() => 'no right at all'),
  ];
}

/** Lists statements that break a law, and wildcards that are missing in the ledger. */
function statementFindings(
  rows: readonly Emitted[], environment: Environment, reference: ServiceReference,
): readonly string[] {
  const wildcards = rows.flatMap(row => wildcardsOf(row, environment));
  return [
    ...LAWS.flatMap(([, law]) => findings(rows, broken(law, { environment, reference }))),
    ...findings(rows, ({ statements }) => uniqueSids(statements)),
    ...findings(rows, ({ statements }) => missingResources(statements, reference)),
    ...wildcards.filter(wildcard => !(WILDCARDS as readonly string[]).includes(wildcard)),
  ];
}

/**
 * The errors of the library at synthesis. Random options may only be too large. If they are, there must be an error, or
 * a warning where the size depends on names generated during deployment.
 */
function errorsOf(row: Row, environment: Environment | undefined, oversizes: readonly string[]): readonly string[] {
  const stack = passingStack({ env: environment && { account: environment.account, region: environment.region } });
  row.build(stack);
  const errors = stack.node.findAll().flatMap(({ node }) => node.validate());
  const isWarned = stack.node.findAll().some(({ node }) =>
    node.metadata.some(({ data }) => String(data).includes('[ack: cdk-platform-iam:policySize')));
  return [
    ...errors.filter(error => !/characters, IAM allows [\d,]+: /.test(error)),
    ...(errors.length > 0 || isWarned ? [] : oversizes.map(size => `neither error nor warning for ${size}`)),
  ];
}

function sizesOver(policies: readonly Policy[]): readonly string[] {
  const [managed, inRole] = [true, false].map(isManaged =>
    policies.filter(({ placement }) => (placement === 'managed') === isManaged).map(({ characters }) => characters));
  const total = inRole.reduce((sum, characters) => sum + characters, 0);
  return [
    ...managed.filter(characters => characters > MANAGED_POLICY).map(size => `a managed policy of ${size}`),
    ...(total > INLINE_OF_ROLE ? [`${total} characters in a role`] : []),
  ];
}

/** Some feature flags merge the statements of a trust policy, which keeps its meaning. */
function meaning({ statements, trust }: Emitted): object {
  const trusted = trust.flatMap(({ Principal, Action, Sid: _, ...others }) =>
    Object.entries(Principal ?? {}).flatMap(([kind, names]) => [names].flat().flatMap(name =>
      Action.map(action => text({ kind, name, action, ...others })))));
  return { statements, trusted: trusted.sort() };
}

function text(value: unknown): string {
  return JSON.stringify(value);
}

void main();
