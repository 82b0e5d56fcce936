import { Json } from '../../test/support/fold';
import { statementsOf } from '../../test/support/policies';
import { Difference, differencesOf, Finding, without } from '../difference';
import { ManagedPolicies, PolicyVersion } from '../facts/managed-policies';
import { holdersOf, OwnFacts, OwnStatement, ReadPolicy } from '../own';

/** Each version of a managed policy after the one that was read, with the rights that it adds and removes. */
export function policyDrift(own: OwnFacts, policies: ManagedPolicies): Finding {
  const differences = Object.entries(own.policies).flatMap(([name, read]) => {
    const versions = policies[name] ?? policies[`service-role/${name}`];
    return versions ? sinceRead(name, read, versions, own.statements)
      : [differencesOf('managed-policies', name)('AWS no longer has this policy', read.files)];
  });
  return { differences, notes: [] };
}

function sinceRead(
  name: string, read: ReadPolicy, versions: readonly PolicyVersion[], statements: readonly OwnStatement[],
): readonly Difference[] {
  const own = versions.findIndex(({ id }) => id === read.version);
  if (own < 0) {
    return [differencesOf('managed-policies', name)(`there is no version ${read.version}, which was read`, read.files)];
  }
  const citing = statements.filter(({ url, section }) => cites({ url, section }, name));
  return versions.slice(own + 1).flatMap((version, index) => {
    const difference = differencesOf('managed-policies', `${name} ${version.id}${version.date ? ` of ${version.date}` : ''}`);
    const [before, after] = [versions[own + index], version].map(({ document }) => rightsOf(document));
    const [added, removed] = [onlyIn(after, before), onlyIn(before, after)];
    return [
      ...added.map(right => difference(`+ ${right}`, concerned(right, citing, read))),
      ...removed.map(right => difference(`- ${right}`, concerned(right, citing, read))),
      ...added.length + removed.length > 0 ? []
        : [difference('the same rights under other Sids', read.files)],
    ];
  });
}

function cites({ url, section }: Pick<OwnStatement, 'url' | 'section'>, name: string): boolean {
  const [bare] = name.split('/').slice(-1);
  return url.endsWith(`/${bare}.html`) || section.startsWith(`${bare} `) || section.startsWith(`${bare},`);
}

/** The statements from this policy that have the action; otherwise its constructs and files. */
function concerned(right: string, citing: readonly OwnStatement[], { files }: ReadPolicy): readonly string[] {
  const action = right.replace(/^denied: /, '').split(' ')[0];
  const holders = holdersOf(citing, action);
  const constructs = [...new Set(citing.map(({ construct }) => construct))]
    .map(construct => `${construct}: none of its statements from this policy has it`);
  return holders.length > 0 ? holders.map(name => `${name} has it`) : [...constructs, ...files];
}

interface Right {
  /** The action, with `denied` before it. */
  readonly action: string;
  readonly resource: string;
  readonly condition: string;
}

function rightsOf(document: unknown): ReadonlyMap<string, Right> {
  const rights = statementsOf(document as Json).flatMap(({ Effect, Condition, ...statement }) => {
    const { Action, NotAction, Resource, NotResource } = statement;
    const condition = Condition ? ` if ${JSON.stringify(Condition)}` : '';
    const actions = NotAction ? [`all but ${[NotAction].flat().join(', ')}`] : Action;
    const resources = NotResource ? [`all but ${[NotResource].flat().join(', ')}`] : Resource;
    return actions.flatMap(action => resources.map(resource =>
      ({ action: `${Effect === 'Deny' ? 'denied: ' : ''}${action}`, resource, condition })));
  });
  return new Map(rights.map(right => [JSON.stringify(right), right]));
}

/** Those that the others lack, one text for each action: `s3:GetObject on arn:aws:s3:::a/*, arn:aws:s3:::b/*`. */
function onlyIn(these: ReadonlyMap<string, Right>, those: ReadonlyMap<string, Right>): readonly string[] {
  const resources = new Map<string, string[]>();
  for (const key of without(these.keys(), those.keys())) {
    const { action, resource, condition } = these.get(key)!;
    const text = JSON.stringify([action, condition]);
    resources.set(text, [...resources.get(text) ?? [], resource]);
  }
  return [...resources].map(([text, named]) => {
    const [action, condition] = JSON.parse(text) as readonly string[];
    return `${action} on ${named.join(', ')}${condition}`;
  }).sort();
}
