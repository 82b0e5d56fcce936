import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import RECOMMENDED_FLAGS from 'aws-cdk-lib/recommended-feature-flags.json';
import EXCEPTIONS from './exceptions.json';
import { PLATFORMS } from './platforms';
import { expectCommitted, IDENTITY_LEDGER, identityLedgerOf, LEDGER, ledgerOf } from './support/committed';
import { allFindings, broken, Finder, findings } from './support/findings';
import { AWS, CHINA, Environment, GOV_CLOUD, TemplateJson } from './support/fold';
import { globMatches } from './support/globs';
import { ESSENTIAL_ROWS, GRID, stackId, synthesizeRows } from './support/grid';
import { hasUnconditionedNetwork, LAWS, missingResources, passesNamedRoles, uniqueSids } from './support/laws';
import { findingsOnItself } from './support/own-permissions';
import { Policy } from './support/policies';
import { Emitted, emittedBy } from './support/rendered';
import { Row } from './support/row';
import { ServiceReference } from './support/service-reference';
import { SOURCE_LAWS } from './support/source-laws';
import * as policyAssembly from '../src/private/statements/assembly';
import { DocumentedStatement } from '../src/private/statements/documented-statement';
import { LIMITS } from '../src/private/synthesis/limits';
import { measure } from '../src/private/synthesis/policy-size';

jest.setTimeout(120_000);

type Templates = ReadonlyMap<string, TemplateJson>;

/** All flags except the one that prints a report of the warnings. */
const FLAGS = { ...RECOMMENDED_FLAGS, '@aws-cdk/core:annotationsInValidationReport': false };

/** Environments of the stacks. With all flags the partition is a literal in the template. */
const PLACES: readonly { place: string; environment: Environment; context?: typeof FLAGS }[] = [
  { place: 'aws', environment: AWS },
  { place: 'aws-cn with all recommended feature flags', environment: CHINA, context: FLAGS },
  { place: 'aws-us-gov with all recommended feature flags', environment: GOV_CLOUD, context: FLAGS },
];

let reference: ServiceReference;
let templates: Templates;
/** Each row in a stack without an environment, resolved for `aws`. */
let grid: readonly Emitted[];
/** The statements of each row and the policies, before they are rendered in a template. */
let documented: ReadonlyMap<Row, readonly DocumentedStatement[]>;
let drafts: ReadonlyMap<Row, readonly policyAssembly.PolicyDraft[]>;

beforeAll(async () => {
  const assemblies = jest.spyOn(policyAssembly, 'assemble');
  templates = synthesizeRows(GRID);
  const { calls, results } = assemblies.mock;
  const isOf = (row: Row) => (_: unknown, call: number) => Stack.of(calls[call][0]).node.id === stackId(row);
  documented = new Map(GRID.map(row => [row, calls.filter(isOf(row))
    .flatMap(([, , features]) => features.flatMap(feature => feature.statements))]));
  drafts = new Map(GRID.map(row => [row, results.filter(isOf(row))
    .flatMap(({ value }) => (value as policyAssembly.Assembly).drafts)]));
  assemblies.mockRestore();
  grid = emittedBy(GRID, templates, AWS);
  reference = await ServiceReference.of(grid.flatMap(row => row.statements).flatMap(({ Action }) => Action));
});

function unfounded(law: typeof SOURCE_LAWS[number][1]): Finder {
  return ({ row }) => documented.get(row)!.flatMap(statement =>
    law(statement, reference).map(finding => `${statement.sid} ${finding}`));
}

test('the permission check finds nothing on the policies of any row, compared with themselves', () => {
  expect(findings(grid, emitted => findingsOnItself(emitted.policies, grid.indexOf(emitted)))).toEqual([]);
});

describe('each statement, over all options', () => {
  test.each(LAWS)('%s', (_, law) => {
    expect(findings(grid, broken(law, { environment: AWS, reference }))).toEqual([]);
  });

  test('has a Sid that is unique in its role', () => {
    expect(findings(grid, ({ statements }) => uniqueSids(statements))).toEqual([]);
  });

  test('has all resources that its actions need, or another statement has them', () => {
    expect(findings(grid, ({ statements }) => missingResources(statements, reference))).toEqual([]);
  });

  test('passes roles only to specific services, also when granted to another principal', () => {
    expect(grid.some(({ grants }) => grants.length > 0)).toBe(true);
    expect(findings(grid, ({ grants }) => grants.flatMap(passesNamedRoles))).toEqual([]);
  });

  test('has no condition on the network interfaces of SageMaker', () => {
    const rows = grid.filter(({ row }) => row.construct.startsWith('SageMaker'));
    expect(findings(rows, ({ statements }) => statements.flatMap(hasUnconditionedNetwork))).toEqual([]);
  });

  test('comes from exactly one statement in the sources', () => {
    const sidsInSource = (row: Row) => documented.get(row)!.map(({ sid }) => sid).sort();
    expect(grid.map(({ statements }) => statements.map(({ Sid }) => Sid).sort()))
      .toEqual(grid.map(({ row }) => sidsInSource(row)));
  });

  test.each(SOURCE_LAWS)('%s', (_, law) => {
    expect(findings(grid, unfounded(law))).toEqual([]);
  });
});

describe('each role, over all options', () => {
  test('fits the IAM quotas', () => {
    const inRole = ({ placement }: Policy) => placement !== 'managed';
    const sizes = grid.map(({ row, policies, trust }) => ({
      row: row.name,
      inRole: policies.filter(inRole).reduce((total, { characters }) => total + characters, 0),
      largest: Math.max(0, ...policies.filter(policy => !inRole(policy)).map(({ characters }) => characters)),
      trust: JSON.stringify(trust).length,
    }));
    expect(sizes.filter(size => size.inRole > LIMITS.inlineOfRole)).toEqual([]);
    expect(sizes.filter(size => size.largest > LIMITS.managedPolicy)).toEqual([]);
    expect(sizes.filter(size => size.trust > LIMITS.trustByDefault)).toEqual([]);
  });

  test('is measured at synthesis, as far as names are known', () => {
    const hasDocumented = ({ documented: own }: policyAssembly.PolicyDraft) => own.length > 0;
    const wrong = grid.flatMap(({ row, policies }) => drafts.get(row)!.filter(hasDocumented).map(draft => {
      const [min, max] = measure(policyAssembly.policyJson(draft)).range;
      const { characters } = policies.find(({ statements }) =>
        statements.some(({ Sid }) => Sid === draft.documented[0].sid)) ?? { characters: NaN };
      return { row: row.name, draft: draft.name, min, characters, max };
    })).filter(({ min, characters, max }) => !(min <= characters && characters <= max));
    expect(wrong).toEqual([]);
  });

  test('trusts services and accounts under conditions that every request meets', () => {
    const conditions = grid.flatMap(({ trust }) => trust).flatMap(({ Condition = {} }) =>
      Object.entries(Condition).flatMap(([operator, keys]) => Object.keys(keys).map(key => `${operator} ${key}`)));
    expect([...new Set(conditions)].sort()).toEqual([
      'ArnLike aws:RequestTag/eks-cluster-arn',
      'ArnLike aws:SourceArn',
      // EKS Pod Identity sends the cluster, the namespace and the service account of pods as session tags.
      'StringEquals aws:RequestTag/eks-cluster-arn',
      'StringEquals aws:RequestTag/kubernetes-namespace',
      'StringEquals aws:RequestTag/kubernetes-service-account',
      'StringEquals aws:SourceAccount',
      'StringEquals oidc.eks.example.com/id/HOPSWORKS:aud',
      'StringEquals oidc.eks.example.com/id/HOPSWORKS:sub',
      'StringEquals sts:ExternalId',
      'StringLike aws:RequestTag/kubernetes-namespace',
    ]);
  });

  test('is the same when it is created again after others', () => {
    const again = synthesizeRows([...ESSENTIAL_ROWS].reverse(), { validation: false });
    expect(again.size).toBeGreaterThan(0);
    again.forEach((template, name) => expect(template).toEqual(templates.get(name)));
  });
});

describe.each(PLACES)('each statement in $place, over all options', ({ environment, context }) => {
  let placed: readonly Emitted[];
  beforeAll(() => {
    placed = emittedBy(GRID, synthesizeRows(GRID, { environment, context, validation: false }), environment);
  });

  test('grants the same as without an environment and feature flags', () => {
    expect(placed.map(meaning)).toEqual(emittedBy(GRID, templates, environment).map(meaning));
  });

  test.each(LAWS)('%s', (_, law) => {
    expect(findings(placed, broken(law, { environment, reference }))).toEqual([]);
  });
});

test.each(PLATFORMS)('every source of $folder is used by a statement, or is listed with a reason', platform => {
  const used = new Set(platform.rows.flatMap(row => documented.get(row)!).map(({ source }) => source));
  const sources = platform.documented.flatMap(({ sources: all }) => Object.entries(all));
  const unused = sources.filter(([, source]) => !used.has(source)).map(([name]) => name);
  expect(unused).toEqual(Object.keys(platform.unusedSources ?? {}));
});

test('the ledger lists exactly the wildcards of all statements', () => {
  expectCommitted(LEDGER, ledgerOf(grid, AWS));
});

test('the ledger of identities lists exactly the grants that change and pass them', () => {
  expectCommitted(IDENTITY_LEDGER, identityLedgerOf(grid, AWS));
});

test('every exception is needed, and has a reason and a source', () => {
  const found = [
    ...LAWS.flatMap(([, law]) => allFindings(grid, broken(law, { environment: AWS, reference }))),
    ...SOURCE_LAWS.flatMap(([, law]) => allFindings(grid, unfounded(law))),
    ...allFindings(grid, ({ statements }) => missingResources(statements, reference)),
  ];
  expect(EXCEPTIONS.filter(({ finding }) => !found.some(other => globMatches(finding, other)))).toEqual([]);
  expect(EXCEPTIONS.filter(({ reason, source }) => reason === '' || !source.startsWith('https://'))).toEqual([]);
});

test('no source file contains a partition', () => {
  expect(sourcesWith(/\barn:aws\b/, '')).toEqual([]);
});

test('src/private mentions no platform', () => {
  // Types of CloudFormation are not platforms.
  expect(sourcesWith(/(?<!AWS::(Elastic)?)(beanstalk|hopsworks|parallelcluster|sagemaker)/i, 'private')).toEqual([]);
});

function sourcesWith(text: RegExp, folder: string): readonly string[] {
  const sources = join(__dirname, '..', 'src', folder);
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && text.test(readFileSync(join(sources, file), 'utf8')));
}

/** The permissions of the role, and its trust policy. */
function meaning({ row, statements, trust }: Emitted): object {
  return { row: row.name, statements, trust };
}
