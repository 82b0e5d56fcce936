import { App, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { assemblyOf, filesIn, printed, PrintedRole, resourcesOf, roleIn } from './printed-app';
import { check } from '../../../cli/check/check';
import { CheckFinding, CheckResult } from '../../../cli/check/model';
import { PermissionCheck, PermissionFinding } from '../../../src';
import { AWS, JsonObject, TemplateJson } from '../../support/fold';
import { ESSENTIAL_ROWS, stackId, synthesizeRows } from '../../support/grid';
import { Row, SUBJECT } from '../../support/row';

jest.setTimeout(120_000);

let templates: ReadonlyMap<string, TemplateJson>;
beforeAll(() => {
  const context = { 'aws:cdk:enable-path-metadata': true };
  templates = synthesizeRows(ESSENTIAL_ROWS, { environment: AWS, context, validation: false });
});

const pathOf = (row: Row) => `${stackId(row)}/${SUBJECT}`;
const roleOf = (row: Row) => roleIn(templates.get(row.name)!, pathOf(row));

/** The construct of a row, compared with a role. */
function checked(row: Row, role: PrintedRole): CheckResult {
  const [template, stack] = [templates.get(row.name)!, stackId(row)];
  const [resources, attributes] = resourcesOf(template, stack);
  const files = filesIn({ 'live.json': printed(role), 'resources.json': resources, 'attributes.json': attributes });
  return check({
    app: assemblyOf(template, stack, { path: pathOf(row), name: row.construct }),
    role: pathOf(row),
    live: [`${files}/live.json`],
    resources: [`${files}/resources.json`, `${files}/attributes.json`],
  });
}

const grantsNothing = ({ policies, attached }: PrintedRole) =>
  attached.length === 0 && policies.every(({ statements }) => statements.length === 0);

test.each(ESSENTIAL_ROWS.map(row => [row.name, row] as const))('%s is sufficient for itself, and has nothing beyond', (_, row) => {
  const role = roleOf(row);
  if (grantsNothing(role)) {
    expect(() => checked(row, { ...role, attached: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] })).toThrow(/grants nothing|must be the path/);
    return;
  }
  const { isSufficient, missing, unclear, beyond, notAttached, unknown } = checked(row, role);
  expect({ isSufficient, missing, unclear, beyond, notAttached, unknown })
    .toEqual({ isSufficient: true, missing: [], unclear: [], beyond: [], notAttached: [], unknown: [] });
});

/** The role without one of its statements, and with another one: a different one for each row. */
function changed(role: PrintedRole, turn: number): { readonly removed: JsonObject; readonly role: PrintedRole } {
  const all = role.policies.flatMap(({ statements }) => statements);
  const removed = all[turn % all.length];
  const policies = role.policies.map(policy =>
    ({ ...policy, statements: policy.statements.filter(statement => statement !== removed) }));
  return { removed, role: { ...role, policies } };
}

const REMOVALS = ESSENTIAL_ROWS.map((row, turn) => [row.name, row, turn] as const);

test.each(REMOVALS)('%s without a statement lacks that statement only', (_, row, turn) => {
  const role = roleOf(row);
  if (grantsNothing(role)) {
    return;
  }
  const { removed, role: without } = changed(role, turn);
  const { missing, unclear, beyond, isSufficient } = checked(row, without);
  const lacking = [...missing, ...unclear];
  expect([...new Set(lacking.map(({ sid }) => sid))]).toEqual(isSufficient ? [] : [removed.Sid]);
  expect([lacking.length > 0, beyond]).toEqual([!isSufficient, []]);
});

const found = (findings: readonly (CheckFinding | PermissionFinding)[]) =>
  findings.map(({ sid, action, resource, reason }) => [sid, action, resource, reason].join(' ')).sort();

const OWN = { Sid: 'Own', Effect: 'Allow', Action: ['s3:Get*', 'sqs:SendMessage'], Resource: '*' };

/** A construct that names what the app creates has no names to compare before the deployment. */
function inEnvironment(row: Row): Construct {
  const { account, region } = AWS;
  return row.build(new Stack(new App({ analyticsReporting: false }), stackId(row), { env: { account, region } }));
}

test.each(REMOVALS)('%s has the verdicts of PermissionCheck', (_, row, turn) => {
  const role = roleOf(row);
  if (grantsNothing(role)) {
    return;
  }
  const { role: without } = changed(role, turn);
  const live = { ...without, policies: [...without.policies, { name: 'Own', statements: [OWN] }] };
  let expected: PermissionCheck;
  try {
    expected = PermissionCheck.compare([JSON.stringify(printed(live))], inEnvironment(row));
  } catch (error) {
    expect(String(error)).toContain('before the deployment');
    return;
  }
  const { missing, unclear, beyond, notAttached, notPrinted, isSufficient } = checked(row, live);
  expect([missing, unclear, beyond].map(found))
    .toEqual([expected.missing, expected.unclear, expected.beyond].map(found));
  expect({ notAttached, notPrinted, isSufficient }).toEqual(
    { notAttached: expected.notAttached, notPrinted: expected.notPrinted, isSufficient: expected.isSufficient });
});
