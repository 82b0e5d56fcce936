import { acknowledgedOn, withReasons } from './acknowledgements';
import { attachedOf, boundaryOf, SubjectWith } from './attachments';
import { Group, groupsIn, Named } from './groups';
import { AttachedPolicy, ConstructSummary, Review, StatementReview, Subject } from './model';
import { maxSessionOf, physicalName, trustOf } from './principals';
import { quotasOf } from './quotas';
import { reachIn, reasonOf } from './reasons';
import { warningsOf } from './warnings';
import { widthsOf } from './wide';
import { Resource, readAssembly } from '../assembly/assembly';
import { Json } from '../assembly/json';
import { constructOf } from '../facts/catalogue';
import { Links } from '../statements/links';
import { StackNames } from '../statements/stack-names';
import { PlainStatement, statementsIn } from '../statements/statement';
import { textOf } from '../statements/text';

/**
 * Reviews the IAM roles, users, groups and policies of a cloud assembly.
 *
 * @param path the directory that `cdk synth` writes, or a template in JSON
 */
export function review(path = 'cdk.out'): Review {
  const assembly = readAssembly(path);
  const links = new Links(assembly.stacks);
  const groups = unique(assembly.stacks.flatMap(stack => groupsIn(new StackNames(stack, links), assembly)));
  // Where several subjects have a policy, the first one shows its statements.
  const ids = new Map([...groups].reverse().flatMap(({ id, resources }) =>
    resources.map(resource => [resource, id] as const)));
  const subjectWith = (resource: Resource) => ids.get(resource);
  return {
    schema: 1,
    app: path,
    stacks: assembly.stacks.map(({ name, stackName, template, environment }) =>
      defined({ name, stackName: stackName === name ? undefined : stackName, template, environment })),
    subjects: groups.map(group => subjectOf(group, subjectWith)),
    warnings: warningsOf(assembly),
  };
}

/** Without properties that are undefined. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}

/** Two stacks may hold the same path: a nested stack in an app without paths. */
function unique(groups: readonly Group[]): readonly Group[] {
  const seen = new Map<string, number>();
  return groups.map(group => {
    const count = (seen.get(group.id) ?? 0) + 1;
    seen.set(group.id, count);
    return count === 1 ? group : { ...group, id: `${group.id} (${count})` };
  });
}

function subjectOf(group: Group, subjectWith: SubjectWith): Subject {
  const { id, kind, names, principal, resources, memberOf, holders, construct } = group;
  const acknowledged = acknowledgedOn(resources, names.stack.metadata);
  const statements = statementsOf(group);
  const attached = attachedOf(group, subjectWith);
  return defined<Subject>({
    id,
    kind,
    name: textIn(principal && physicalName(principal)),
    stack: names.stack.name,
    resources: resources.map(({ logicalId, type, createdAt, line }) => defined({ logicalId, type, createdAt, line })),
    construct: construct && summaryOf(construct),
    description: textIn((principal ?? resources[0]).properties.Description),
    onlyIf: principal?.condition,
    groups: unlessEmpty(idsOf(memberOf, subjectWith)),
    attachedTo: unlessEmpty(idsOf(holders, subjectWith)),
    acknowledged: unlessEmpty(acknowledged),
    trust: keyed((principal ? trustOf(principal) : []).flatMap(document => statementsIn(document, names))),
    statements,
    attached,
    boundary: principal && boundaryOf(principal, names, subjectWith),
    maxSessionDuration: principal && maxSessionOf(principal),
    quotas: quotasOf(group),
    reach: construct ? reachIn(construct.name, statements, attached.map(policyPath)) : [],
  });
}

/** What the app acknowledged on a policy is about the statements of this policy. */
function statementsOf({ policies, names, construct }: Group): readonly StatementReview[] {
  const found = policies.flatMap(({ resource, document, name, kind, onlyIf }) => {
    const acknowledged = acknowledgedOn([resource], names.stack.metadata);
    return statementsIn(document, names, { policy: kind === 'managed' ? `managed policy ${name}` : name, onlyIf })
      .map(statement => ({ statement, acknowledged }));
  });
  return keyed(found.map(({ statement }) => statement), construct?.name).map((statement, index) =>
    ({ ...statement, wide: withReasons(statement.wide, found[index].acknowledged) }));
}

function unlessEmpty<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}

/** The ids of subjects, and names of what is not in the app. */
function idsOf(named: readonly Named[], subjectWith: SubjectWith): readonly string[] {
  return [...new Set(named.map(({ text, resource }) => (resource && subjectWith(resource)) ?? text))];
}

/** A construct of a newer version of the package may not be in this catalogue. */
function summaryOf({ name, version }: Exclude<Group['construct'], undefined>): ConstructSummary {
  const { platform = '', documentation = '' } = constructOf(name) ?? {};
  return { name, version, platform, documentation };
}

/** `service-role/AWSLambdaBasicExecutionRole` */
function policyPath({ arn, name }: AttachedPolicy): string {
  return arn.split(':policy/')[1] ?? name;
}

function textIn(value: Json): string | undefined {
  return value === undefined ? undefined : textOf(value).text;
}

/** Gives each statement a key that is unique in its subject, and what is known of its reason. */
function keyed(statements: readonly PlainStatement[], construct?: string): readonly StatementReview[] {
  const counts = new Map<string, number>();
  const countOf = (text: string) => {
    counts.set(text, (counts.get(text) ?? 0) + 1);
    return counts.get(text)!;
  };
  return statements.map(statement => {
    const policy = statement.policy ?? 'trust';
    const base = statement.sid ?? `${policy}[${countOf(`policy ${policy}`) - 1}]`;
    const count = countOf(`key ${base}`);
    const found = construct === undefined ? undefined : reasonOf(construct, statement);
    return {
      key: count === 1 ? base : `${base}#${count}`,
      ...statement,
      ...(found && { why: found.reason }),
      wide: widthsOf(statement, found && { note: found.reason.note, option: found.loud }),
    };
  });
}
