import { Environment, TemplateJson } from './fold';
import { OWN_ACTION } from './given';
import { policiesOf, Policy, rolesOf, Statement } from './policies';
import { Row, SUBJECT } from './row';

/** The resources of a row in its template, as deployed to an environment. */
export interface Emitted {
  readonly row: Row;
  /** The statements of the library. */
  readonly statements: readonly Statement[];
  readonly trust: readonly Statement[];
  readonly policies: readonly Policy[];
  /** The permissions that the construct grants to other principals. */
  readonly grants: readonly Statement[];
}

export function emittedBy(
  rows: readonly Row[], templates: ReadonlyMap<string, TemplateJson>, environment: Environment,
): readonly Emitted[] {
  return rows.map(row => {
    const template = templates.get(row.name)!;
    const [policies, others] = divided(policiesOf(template, environment), isOfSubject);
    return {
      row,
      statements: policies.flatMap(policy => policy.statements).filter(({ Action }) => !Action.includes(OWN_ACTION)),
      trust: rolesOf(template, environment).filter(isOfSubject).flatMap(role => role.trust),
      policies,
      grants: others.flatMap(policy => policy.statements),
    };
  });
}

function isOfSubject({ logicalId }: { readonly logicalId: string }): boolean {
  return logicalId.startsWith(SUBJECT);
}

function divided<T>(values: readonly T[], holds: (value: T) => boolean): readonly [T[], T[]] {
  return [values.filter(holds), values.filter(value => !holds(value))];
}

/**
 * Every wildcard, without duplicates across environments and names: `CONSTRUCT SID ACTION`, `CONSTRUCT SID RESOURCE`
 * and, for conditions, `CONSTRUCT SID KEY=VALUE`.
 */
export function wildcardsOf(
  { row: { construct }, statements }: Emitted, environment: Environment,
): readonly string[] {
  return statements.flatMap(({ Sid, Action, Resource, Condition = {} }) => [
    ...Action,
    ...Resource.map(resource => withoutNames(resource, environment)),
    ...Object.values(Condition).flatMap(keys =>
      Object.entries(keys).flatMap(([key, values]) => [values].flat().map(value => `${key}=${withoutNames(value, environment)}`))),
  ].filter(text => /[*?]/.test(text)).map(text => `${construct} ${Sid} ${text}`));
}

/** Actions of IAM that change nothing. */
const READS = /^iam:(?:Generate|Get|List|Simulate)/;

/** Every grant of IAM but reading: `CONSTRUCT SID ACTION RESOURCE`, and the keys that limit it. */
export function identityWritesOf(
  { row: { construct }, statements }: Emitted, environment: Environment,
): readonly string[] {
  return statements.flatMap(({ Sid, Action, Resource, Condition = {} }) => {
    const keys = Object.entries(Condition).flatMap(([operator, values]) => Object.keys(values).map(key => `${operator} ${key}`));
    const limits = keys.length > 0 ? ` if ${keys.join(', ')}` : '';
    return Action.filter(action => /^(?:iam:|sts:|\*)/.test(action) && !READS.test(action)).flatMap(action =>
      Resource.map(resource => `${construct} ${Sid} ${action} ${withoutNames(resource, environment)}${limits}`));
  });
}

/** The region of the stack or of an option, as text or as a parameter. */
const REGION = /(?<=[:.])[a-z]{2}(?:-[a-z]+)+-\d(?=[:/-])/;

/** Removes what depends on the stack from an ARN, and the names and ids that the user chooses. */
function withoutNames(resource: string, { partition, region, account }: Environment): string {
  return resource
    .replace(`arn:${partition}:`, 'arn:P:')
    .replace(REGION, 'R')
    .replace(':registryregion:', ':R:')
    .replace(new RegExp(`:(?:${account}|444455556666):`), ':A:')
    .replace(/:(?:s3:::|dashboard\/).*/, location => location.replaceAll(region, 'R'))
    .replace(/:s3:::[^/*]+\/([^*]*)\*(\/metadata\/\*)?$/, (_, prefix: string, folder = '') =>
      `:s3:::BUCKET/${prefix === '' ? '' : 'PREFIX'}*${folder}`)
    .replace(/:s3:::[^/*]+\/(?=.*\*)/, ':s3:::BUCKET/')
    .replace(/(?<=:(?:application(?:version)?|configurationtemplate|environment)\/)[^/*]+(?=\/)/, 'APPLICATION')
    .replace(/\b(?:shop|bank)-(?:live|test)\b/, 'ENVIRONMENT')
    .replace(/\be-[a-z]{10}\b/, 'ENVIRONMENT-ID')
    .replace(/\b(?:shop|bank)-(?=\*)/, 'ENVIRONMENTS-')
    .replace(/(?<=\b(?:subnet|ComputeEnvironment|JobDefinition(?:Serial|MNP))-)[0-9a-f]+/, 'ID');
}
