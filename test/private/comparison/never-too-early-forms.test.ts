import * as fc from 'fast-check';
import { RandomStatement, SET } from './random-documents';
import { PLACE, requestsOf } from './random-requests';
import { compare } from '../../../src/private/comparison/comparison';
import { neededStatements } from '../../../src/private/comparison/needed';
import { readPrintedRole } from '../../../src/private/comparison/printed/printed-role';
import { isAllowed, Request } from '../../support/evaluate';
import { Statement } from '../../support/policies';

// The same for what documents say about a role: which policies it has, its boundary, and what is not printed.

const RUNS = 2500;
const SEED = Number(process.env.JUDGE_SEED ?? 18);

/** Where a statement is. What is `unknown` may belong to the role or not. */
const PLACES = ['inline', 'inline', 'inline', 'attached', 'attached', 'boundary', 'user', 'unattached', 'unknown'] as const;
type Statements = Readonly<Record<typeof PLACES[number], readonly RandomStatement[]>>;

interface Printed {
  readonly attached: boolean;
  readonly boundary: boolean;
}

const [OWN, LIMIT, OTHER, UNKNOWN] = ['Own', 'Limit', 'Other', 'Unknown'].map(name => `arn:aws:iam::111122223333:policy/${name}`);

const documentOf = (statements: readonly RandomStatement[]) => ({ Version: '2012-10-17', Statement: statements });
const policyOf = (Arn: string, statements: readonly RandomStatement[]) =>
  ({ Arn, PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: documentOf(statements) }] });
const limitOf = ({ boundary }: Statements) =>
  (boundary.length === 0 ? {} : { PermissionsBoundary: { PermissionsBoundaryArn: LIMIT } });
const attachedIn = ({ attached }: Statements) => (attached.length === 0 ? [] : [{ PolicyArn: OWN }]);
const only = <T>(condition: boolean, value: T): readonly T[] => (condition ? [value] : []);

type Form = (statements: Statements, printed: Printed) => readonly object[];

/** `get-account-authorization-details` */
const details: Form = (statements, printed) => [{
  RoleDetailList: [{
    RoleName: 'shop',
    RolePolicyList: [{ PolicyName: 'Inline', PolicyDocument: documentOf(statements.inline) }],
    AttachedManagedPolicies: attachedIn(statements),
    ...limitOf(statements),
  }],
  UserDetailList: [{
    UserName: 'shop', GroupList: [], UserPolicyList: [{ PolicyName: 'U', PolicyDocument: documentOf(statements.user) }],
  }],
  Policies: [
    policyOf(OTHER, [...statements.unattached, ...statements.unknown]),
    ...only(printed.attached, policyOf(OWN, statements.attached)),
    ...only(printed.boundary, policyOf(LIMIT, statements.boundary)),
  ],
}];

/** `get-role`, `get-role-policy`, `list-attached-role-policies`, `get-policy-version` and `get-user-policy` */
const commands: Form = (statements, printed) => [
  { Role: { RoleName: 'shop', AssumeRolePolicyDocument: {}, ...limitOf(statements) } },
  { RoleName: 'shop', PolicyName: 'Inline', PolicyDocument: documentOf(statements.inline) },
  { UserName: 'shop', PolicyName: 'Inline', PolicyDocument: documentOf(statements.user) },
  { AttachedPolicies: attachedIn(statements) },
  { Policies: [policyOf(OTHER, [...statements.unattached, ...statements.unknown])] },
  ...only(printed.attached && statements.attached.length > 0,
    { PolicyVersion: { Document: documentOf(statements.attached), VersionId: 'v1', IsDefaultVersion: true } }),
  ...only(printed.boundary, policyOf(LIMIT, statements.boundary)),
];

/** `terraform show -json` of a plan */
const terraform: Form = (statements, printed) => {
  const policy = (arn: string, of: readonly RandomStatement[]) =>
    ['aws_iam_policy', { arn, policy: JSON.stringify(documentOf(of)) }] as const;
  const resources: readonly (readonly [type: string, values: object])[] = [
    ['aws_iam_role', { name: 'shop', permissions_boundary: statements.boundary.length === 0 ? null : LIMIT }],
    ['aws_iam_role_policy', { role: 'shop', name: 'Inline', policy: JSON.stringify(documentOf(statements.inline)) }],
    policy(OTHER, [...statements.unattached, ...statements.user]),
    ...only(printed.attached, policy(OWN, statements.attached)),
    ...only(printed.boundary, policy(LIMIT, statements.boundary)),
    ...only(statements.attached.length > 0, ['aws_iam_role_policy_attachment', { role: 'shop', policy_arn: OWN }] as const),
    ...statements.unknown.length === 0 ? []
      : [policy(UNKNOWN, statements.unknown), ['aws_iam_role_policy_attachment', { policy_arn: UNKNOWN }] as const],
  ];
  return [{ terraform_version: '1.9.0', planned_values: { root_module: { resources: resources.map(([type, values]) => ({ type, values })) } } }];
};

const FORMS: readonly Form[] = [details, commands, terraform];

test('calls nothing granted or refused that the role may decide otherwise', () => {
  const counts = { granted: 0, refused: 0, unclear: 0, requests: 0 };
  const places = fc.array(fc.constantFrom(...PLACES), { minLength: 4, maxLength: 4 });
  const printedParts = fc.record({ attached: fc.boolean(), boundary: fc.boolean() });
  const forms = fc.constantFrom(...FORMS);
  const run = fc.property(SET, fc.nat(), places, printedParts, forms, (set, seed, drawn, printed, form) => {
    const { need } = set;
    const statements = Object.fromEntries(PLACES.map(name =>
      [name, set.statements.filter((_, index) => drawn[index] === name)])) as unknown as Statements;
    const verdict = verdictOn(form(statements, printed), need);
    counts[verdict]++;
    const requests = verdict === 'unclear' ? [] : requestsOf(need, seed);
    counts.requests += requests.length;
    for (const hasUnknown of form === terraform ? [true, false] : [false]) {
      const wrong = requests.find(request => decides(statements, hasUnknown, request) !== (verdict === 'granted'));
      if (wrong) {
        throw new Error(`${verdict}, but IAM decides otherwise on ${JSON.stringify(wrong)}`);
      }
    }
  });
  fc.assert(run, { numRuns: RUNS, seed: SEED });
  expect(counts.granted).toBeGreaterThan(RUNS / 50);
  expect(counts.requests).toBeGreaterThan(RUNS);
});

function verdictOn(documents: readonly object[], need: RandomStatement): 'granted' | 'refused' | 'unclear' {
  const printed = readPrintedRole(documents.map(document => JSON.stringify(document)), PLACE, { kinds: ['role'] });
  const { missing, unclear } = compare({ place: PLACE, policies: [], ...neededStatements([{ ...need }]) }, printed);
  if (missing.length + unclear.length === 0) {
    return 'granted';
  }
  return missing.some(({ reason }) => /^(?:not granted|denied)(?: by the permissions boundary)?$/.test(reason)) ? 'refused' : 'unclear';
}

/** Policies and the boundary must both allow it. */
function decides({ inline, attached, boundary, unknown }: Statements, hasUnknown: boolean, request: Request): boolean {
  const own = [...inline, ...attached, ...hasUnknown ? unknown : []] as unknown as Statement[];
  return isAllowed(own, request) && (boundary.length === 0 || isAllowed(boundary as unknown as Statement[], request));
}
