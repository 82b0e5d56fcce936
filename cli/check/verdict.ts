import { atItsWidest, isUnknown } from './folding';
import { CheckFinding } from './model';
import { Origin, TemplateNeeds } from './needs';
import { compare, Finding } from '../../src/private/comparison/comparison';
import { NeededStatement } from '../../src/private/comparison/needed';
import { PrintedRole } from '../../src/private/comparison/printed/printed-role';
import { Json } from '../assembly/json';

/** The verdicts of the engine, with what the deployment leaves open. */
export interface Verdicts {
  readonly granted: number;
  readonly missing: readonly CheckFinding[];
  readonly unclear: readonly CheckFinding[];
  readonly beyond: readonly CheckFinding[];
  readonly notAttached: readonly string[];
  readonly notPrinted: readonly string[];
  readonly isPrinted: boolean;
}

export function verdictsOf({ needed, origins, unreadable }: TemplateNeeds, printed: PrintedRole): Verdicts {
  const comparison = compare(needed, printed);
  const originOf = ({ sid = '' }: Finding) => origins.get(sid);
  const isOpen = (finding: Finding) => mayBeGranted(finding, originOf(finding));
  const open = comparison.missing.filter(isOpen);
  const pairs = needed.statements.reduce((sum, { actions, resources }) => sum + actions.length * resources.length, 0);
  const ofStatements = [...comparison.missing, ...comparison.unclear].filter(finding => origins.has(finding.sid ?? ''));
  const wholes = needed.others.length === 0 ? 0 : ofStatements.filter(({ reason }) => reason === AS_A_WHOLE).length;
  return {
    granted: pairs - (ofStatements.length - wholes),
    missing: comparison.missing.filter(finding => !isOpen(finding)).map(finding => named(finding, originOf(finding))),
    unclear: [
      ...open.map(finding => ({ ...named(finding, originOf(finding)), ...whyOpen(finding, originOf(finding)) })),
      ...comparison.unclear.map(finding => named(finding, originOf(finding))),
      ...unreadable.map(text => ({ action: '*', resource: '*', reason: UNKNOWN, details: text, required: true })),
    ],
    beyond: beyondOf(comparison.beyond, needed.statements, { needed, origins, unreadable }, printed),
    notAttached: comparison.notAttached,
    notPrinted: comparison.notPrinted,
    isPrinted: comparison.isPrinted,
  };
}

const AS_A_WHOLE = 'can only be compared as a whole';
const UNKNOWN = 'not known before the deployment';

/** What is not granted on anything that the value can be, or is denied on all of it, is missing for certain. */
function mayBeGranted({ reason }: Finding, origin: Origin | undefined): boolean {
  return origin?.open === 'whole' || (origin?.open === 'values' && reason.startsWith('granted in part'));
}

function named(finding: Finding, origin: Origin | undefined): CheckFinding {
  return origin ? { ...finding, sid: origin.sid } : finding;
}

function whyOpen({ reason, details }: Finding, origin: Origin | undefined): Pick<CheckFinding, 'reason' | 'details'> {
  return {
    reason: origin?.open === 'whole' ? 'needed under a condition of the template' : UNKNOWN,
    details: details ?? reason,
  };
}

/** The same findings, apart from those that a value of the deployment may need. */
function beyondOf(
  findings: readonly Finding[], statements: readonly NeededStatement[], needs: TemplateNeeds, printed: PrintedRole,
): readonly CheckFinding[] {
  const { needed, origins } = needs;
  const certain = new Set(![...origins.values()].some(({ open }) => open) ? findings.map(keyOf)
    : compare({ ...needed, statements: statements.map(widened) }, printed).beyond.map(keyOf));
  return findings.map(finding => (certain.has(keyOf(finding)) ? named(finding, origins.get(finding.sid ?? ''))
    : { ...finding, reason: 'may be needed', details: 'it depends on a value of the deployment' }));
}

function keyOf({ sid, action, resource }: Finding): string {
  return JSON.stringify([sid, action, resource]);
}

function widened({ resources, conditions, actions, ...statement }: NeededStatement): NeededStatement {
  return {
    ...statement,
    actions: actions.map(atItsWidest),
    resources: resources.map(atItsWidest),
    conditions: isUnknown(conditions as Json) ? undefined : conditions,
  };
}
