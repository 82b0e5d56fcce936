import { allActions, grouped, LevelOfAction } from './access-levels';
import { PolicyWidth, PolicyWidthFacts } from '../../cli/facts/policy-widths';
import { AccessLevel } from '../../cli/review/model';
import { escapesFrom } from '../../src/private/statements/escapes';
import { globMatches } from '../../test/support/globs';
import { managedPolicies } from '../../test/support/managed-policies';

interface StatementJson {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: object;
}

/** All actions, by the prefix of their service. */
type Actions = ReadonlyMap<string, readonly LevelOfAction[]>;

/** The reference says of some that they write. */
const READS = /^(?:Describe|Get|List)/;

/** Whether a policy is this wide, from the widest. */
const WIDTHS: Readonly<Record<PolicyWidth, (document: unknown, actions: Actions) => boolean>> = {
  'everything': document => onAny(document).some(({ Action, NotAction }) =>
    NotAction !== undefined || [Action ?? []].flat().includes('*')),
  'changes permissions': document => escapesFrom(document).length > 0,
  'writes to any resource': (document, actions) => mayOnAny(document, actions, ['write', 'tagging', 'permissions']),
  'reads any resource': (document, actions) => mayOnAny(document, actions, ['read']),
  'limited': () => true,
};

/** The widths in the form of `cli/facts/policy-widths.json`. Only services can attach the policies of their roles. */
export async function policyWidthFacts(): Promise<PolicyWidthFacts> {
  const actions = grouped(await allActions(), ({ service }) => service);
  const policies = [...managedPolicies()].filter(([name]) => !name.startsWith('aws-service-role/'));
  const widthOf = (document: unknown) => Object.entries(WIDTHS).find(([, isSo]) => isSo(document, actions))![0];
  const widths = policies.map(([name, document]) => ({ name, width: widthOf(document) }));
  return Object.fromEntries(Object.keys(WIDTHS).map(width =>
    [width, widths.filter(policy => policy.width === width).map(({ name }) => name).sort().join(' ')])) as PolicyWidthFacts;
}

function mayOnAny(document: unknown, actions: Actions, levels: readonly AccessLevel[]): boolean {
  return onAny(document).some(({ Action = [] }) => [Action].flat().some(pattern => {
    const [service, name = ''] = pattern.split(':');
    const ofService = actions.get(service.toLowerCase()) ?? [];
    const levelOf = (action: LevelOfAction) => (READS.test(action.name) && action.level !== 'list' ? 'read' : action.level);
    return ofService.some(action => levels.includes(levelOf(action)) && globMatches(name, action.name, true));
  }));
}

/** The statements that allow something on every resource, whatever the request is. */
function onAny(document: unknown): readonly StatementJson[] {
  const { Statement } = document as { readonly Statement: StatementJson | readonly StatementJson[] };
  return [Statement].flat().filter(({ Effect, Resource = [], NotResource, Condition }) => Effect === 'Allow'
    && Condition === undefined && (NotResource !== undefined || [Resource].flat().includes('*')));
}
