import { CheckFinding, CheckResult, UnknownValue } from './model';

// What the terminal and Markdown show, in their order.

/** Findings that differ in their actions only. */
export interface FindingGroup extends Omit<CheckFinding, 'action'> {
  readonly actions: readonly string[];
}

export interface Section {
  readonly title: string;
  readonly kind: 'missing' | 'unclear' | 'beyond';
  readonly groups: readonly FindingGroup[];
}

export function sectionsOf({ missing, unclear, beyond }: CheckResult): readonly Section[] {
  const sections: readonly Section[] = [
    { title: 'Missing: the live role lacks this', kind: 'missing', groups: grouped(missing) },
    { title: 'Unclear: the files leave this open', kind: 'unclear', groups: grouped(unclear) },
    { title: 'Beyond: the live role has more than is needed', kind: 'beyond', groups: grouped(beyond) },
  ];
  return sections.filter(({ groups }) => groups.length > 0);
}

function grouped(findings: readonly CheckFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  findings.forEach(({ action, ...finding }) => {
    const { sid, resource, reason, details, required } = finding;
    const key = JSON.stringify([sid, resource, reason, details, required]);
    groups.set(key, { ...finding, actions: [...groups.get(key)?.actions ?? [], action] });
  });
  return [...groups.values()];
}

/** Why it was found, and whether the platform may need it: what is beyond is not needed anyway. */
export function reasonOf({ reason, required }: FindingGroup): string {
  const isBeyond = ['not needed', 'more than needed', 'may be needed', 'not denied'].includes(reason);
  return required || isBeyond ? reason : `${reason}, only on the page of the vendor`;
}

/** The verdict in one sentence. */
export function verdictOf({ isSufficient, expected, live }: CheckResult): string {
  const role = live.arn ?? `the role in ${live.files.join(', ')}`;
  return isSufficient ? `Sufficient: ${role} has everything that ${expected.subject} grants`
    : `Not sufficient: ${role} is not proved to have everything that ${expected.subject} grants`;
}

/** The figures: `23 granted, 2 missing, 0 unclear, 1 beyond` */
export function figuresOf({ granted, missing, unclear, beyond }: CheckResult): string {
  return [
    ...(granted === undefined ? [] : [`${granted} granted`]),
    `${missing.length} missing`, `${unclear.length} unclear`, `${beyond.length} beyond`,
  ].join(', ');
}

/** What to do about policies and values that are not known. */
export interface Advice {
  readonly title: string;
  readonly items: readonly string[];
  /** The commands of AWS that print them. */
  readonly commands: readonly string[];
}

export function adviceOf(result: CheckResult): readonly Advice[] {
  const { notAttached, notPrinted } = result;
  const open = openValues(result);
  const advice: readonly Advice[] = [
    {
      title: 'Not attached: the app attaches these managed policies, and the files do not show that the live role has them',
      items: notAttached,
      commands: [`aws iam list-attached-role-policies --role-name ${roleName(result)}`],
    },
    {
      title: 'Not printed: the live role has these policies, and no file has their statements',
      items: notPrinted,
      commands: ['aws iam get-account-authorization-details --filter Role LocalManagedPolicy AWSManagedPolicy > live.json'],
    },
    {
      title: 'Not known before the deployment: add what the next command prints, with --resources or --parameters',
      items: open.map(({ text, construct }) => `${text}${construct === undefined ? '' : ` of ${construct}`}`),
      commands: [...new Set(open.map(({ construct, stack }) => construct === undefined
        ? `aws cloudformation describe-stacks --stack-name ${argument(stack)} > parameters.json`
        : `aws cloudformation describe-stack-resources --stack-name ${argument(stack)} > resources.json`))],
    },
  ];
  return advice.filter(({ items }) => items.length > 0);
}

/** The reasons of findings that a value of the deployment would decide. */
const REASONS: ReadonlySet<string> = new Set(
  ['not known before the deployment', 'needed under a condition of the template', 'may be needed']);

/** The values that would decide something: those in the findings, or all if only conditions have them. */
function openValues({ unknown, unclear, beyond }: CheckResult): readonly UnknownValue[] {
  const open = [...unclear, ...beyond].filter(({ reason }) => REASONS.has(reason));
  const named = unknown.filter(({ text }) => open.some(({ resource }) => resource.includes(text)));
  return open.length === 0 ? [] : named.length > 0 ? named : unknown;
}

function roleName({ live: { arn } }: CheckResult): string {
  return argument(arn?.replace(/^.*\//, '') ?? '');
}

/** Commands are there to be copied: a name that the shell would not take as one is left to the user. */
function argument(name: string): string {
  return /^[\w+=,.@-]+$/.test(name) ? name : 'NAME';
}
