import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { newRoleL2Of, resourceOf } from '../options/things/resources';
import { globContains } from '../statements/globs';

interface TrustStatement {
  readonly Effect: string;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Principal?: Principals | string;
  readonly NotPrincipal?: unknown;
  readonly Condition?: object;
}

type Principals = Readonly<Partial<Record<'AWS' | 'Service' | 'Federated', unknown>>>;

/** Whether a name in a statement is meant: `undefined` if it is a token. */
type IsMeant = (name: unknown, type: string) => boolean | undefined;

/**
 * Whether the trust policy of a role allows the service to assume it; `undefined` if the app does not contain the
 * policy, or if it may deny that.
 *
 * @param action another action that it must allow
 */
export function trusts(role: iam.IRoleRef, service: string, action = 'sts:AssumeRole'): boolean | undefined {
  return allows(role, action, (name, type) => type === 'Service' && isService(name, service));
}

/** Whether pods may assume the role by an OpenID Connect provider of IAM. A token may be one. */
export function trustsClusterProvider(role: iam.IRoleRef): boolean | undefined {
  return allows(role, 'sts:AssumeRoleWithWebIdentity', (name, type) =>
    type === 'Federated' && (typeof name === 'string' ? name.includes(':oidc-provider/') : undefined));
}

function allows(role: iam.IRoleRef, action: string, isMeant: IsMeant): boolean | undefined {
  const resource = resourceOf(role) as iam.CfnRole | undefined;
  const trust: unknown = newRoleL2Of(role)?.assumeRolePolicy ?? resource?.assumeRolePolicyDocument;
  if (!trust) {
    return undefined;
  }
  const { Statement: given } = Stack.of(role).resolve(trust) as { Statement: TrustStatement | TrustStatement[] };
  const statements = [given].flat().map(statement => ({ statement, hit: hits(statement, action, isMeant) }));
  const ofEffect = (effect: string) =>
    statements.filter(({ statement, hit }) => statement.Effect === effect && hit !== false);
  const denied = ofEffect('Deny');
  // A condition of a Deny may not be met.
  if (ofEffect('Allow').length === 0 || denied.some(({ statement, hit }) => hit && statement.Condition === undefined)) {
    return false;
  }
  return denied.length === 0 ? true : undefined;
}

/** Whether a statement is about the action and the principal: `undefined` if that depends on a token. */
function hits(statement: TrustStatement, action: string, isMeant: IsMeant): boolean | undefined {
  const { Action, NotAction, Principal = {}, NotPrincipal } = statement;
  const ofAction = NotAction === undefined ? isNamed(Action, action) : not(isNamed(NotAction, action));
  const principals: Principals = typeof Principal === 'string' ? { AWS: Principal } : Principal;
  const ofPrincipal = NotPrincipal !== undefined ? undefined
    : oneOf(Object.entries(principals).flatMap(([type, names]) =>
      [names].flat().map(name => name === '*' ? true : isMeant(name, type))));
  return ofAction === false || ofPrincipal === false ? false : ofAction && ofPrincipal;
}

function isNamed(patterns: unknown, action: string): boolean | undefined {
  return oneOf([patterns].flat().map(pattern =>
    typeof pattern === 'string' ? globContains(pattern.toLowerCase(), action.toLowerCase()) : undefined));
}

function oneOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function not(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

/** Accepts the name of any partition, such as `ec2.amazonaws.com.cn`. A token may be any service. */
function isService(name: unknown, service: string): boolean | undefined {
  return typeof name === 'string' ? name === service || name.startsWith(`${service}.`) : undefined;
}
