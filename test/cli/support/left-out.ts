import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Review, StatementReview, Subject } from '../../../cli/review/model';
import { Json, JsonObject } from '../../support/fold';

// What a review does not show of the templates: found by a walk of its own, without the code of the review.

interface Resource {
  readonly Type: string;
  readonly Properties?: JsonObject;
}

type Resources = Readonly<Record<string, Resource>>;

const WITH_STATEMENTS = /^AWS::(?:IAM::(?:Role|User|Group|Policy|ManagedPolicy|RolePolicy|UserPolicy|GroupPolicy)|SSO::PermissionSet)$/;

/** Each text that the review of a directory does not show, with the place where the template has it. */
export function leftOut(directory: string, review: Review): readonly string[] {
  return review.stacks.flatMap(({ name, template }) => {
    const { Resources: resources = {} } = JSON.parse(readFileSync(join(directory, template), 'utf8')) as { Resources?: Resources };
    const subjects = review.subjects.filter(({ stack }) => stack === name);
    return Object.entries(resources).filter(([, { Type }]) => WITH_STATEMENTS.test(Type))
      .flatMap(([logicalId, resource]) => {
        const having = subjects.filter(subject => subject.resources.some(found => found.logicalId === logicalId));
        return [
          ...having.length === 0 ? ['no subject'] : [],
          ...statementsLeftOut(resource, having, resources),
          ...holdersLeftOut(logicalId, resource, subjects),
          ...policiesLeftOut(resource, having, resources),
        ].map(missing => `${name} ${logicalId}: ${missing}`);
      });
  });
}

function statementsLeftOut(resource: Resource, subjects: readonly Subject[], resources: Resources): readonly string[] {
  const shown = subjects.flatMap(({ trust, statements }) => [...trust, ...statements]);
  const texts = shown.map(textOf);
  const statements = [...statementsBelow(resource.Properties)];
  return [
    ...statements.length > shown.length ? [`${statements.length} statements, ${shown.length} shown`] : [],
    ...statements.filter(statement => {
      const pieces = [...piecesOf(statement, resources)];
      return !texts.some(text => pieces.every(piece => text.includes(piece)));
    }).map(statement => JSON.stringify(statement)),
  ];
}

function textOf({ sid, effect, onlyIf, principals, actions, resources, conditions }: StatementReview): string {
  const items = [principals, actions, resources].flatMap(selection => selection?.items ?? []);
  return [
    sid, effect, onlyIf, ...items.flatMap(item => [item.text, item.onlyIf, ...item.constructs]),
    ...conditions.flatMap(({ operator, key, values, words }) => [operator, key, ...values, words]),
    ...[principals && 'Principal', actions.isExcept && 'NotAction', resources.isExcept && 'NotResource', principals?.isExcept && 'NotPrincipal'],
  ].join('\n');
}

function* statementsBelow(value: Json): Generator<JsonObject> {
  if (typeof value === 'string' && value.startsWith('{')) {
    yield* statementsBelow(JSON.parse(value) as Json);
  } else if (typeof value === 'object' && value !== null) {
    if ('Effect' in value) {
      yield value as JsonObject;
    } else {
      for (const part of Object.values(value)) {
        yield* statementsBelow(part);
      }
    }
  }
}

/** The texts of a statement: values, operators and keys of conditions, and logical ids. */
function* piecesOf(statement: JsonObject, resources: Resources): Generator<string> {
  const { Principal, NotPrincipal, Condition, Effect, ...others } = statement;
  yield* typeof Effect === 'string' ? [Effect] : [];
  yield* Object.keys(others).filter(key => key.startsWith('Not'));
  yield* NotPrincipal === undefined ? [] : ['NotPrincipal'];
  yield* Object.values(others).flatMap(value => [...leavesOf(value, resources)]);
  yield* [Principal, NotPrincipal].flatMap(value => [...leavesOf(value, resources)]);
  yield* namesAndLeavesOf(Condition, resources);
}

function* namesAndLeavesOf(value: Json, resources: Resources): Generator<string> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isFunction(value)) {
    for (const [name, part] of Object.entries(value as JsonObject)) {
      yield name;
      yield* namesAndLeavesOf(part, resources);
    }
  } else if (isFunction(value) && 'Fn::If' in value) {
    yield* (value['Fn::If'] as Json[]).flatMap((part, index) => (index === 0 ? [String(part)] : [...namesAndLeavesOf(part, resources)]));
  } else {
    yield* leavesOf(value, resources);
  }
}

function isFunction(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    && /^(?:Ref$|Fn::)/.test(Object.keys(value)[0] ?? '') && Object.keys(value).length === 1;
}

/** Literal texts between what is known at the deployment, and the names of that. */
function* leavesOf(value: Json, resources: Resources): Generator<string> {
  if (typeof value === 'object' && value !== null) {
    yield* isFunction(value) ? leavesOfFunction(value, resources)
      : Object.values(value).flatMap(part => [...leavesOf(part, resources)]);
  } else if (value !== undefined) {
    yield* String(value).split(/\$\{!?|\}/).flatMap(text => (/^\w+\.\w+$/.test(text) ? text.split('.') : [text]))
      .filter(text => text !== '');
  }
}

function* leavesOfFunction(value: JsonObject, resources: Resources): Generator<string> {
  const [[name, argument]] = Object.entries(value);
  const ofJson = name === 'Fn::GetAtt' ? resources[String([argument].flat()[0])] : undefined;
  if (ofJson?.Type === 'Custom::AWSCDKCfnJson') {
    yield* JSON.stringify(ofJson.Properties!.Value).match(/[\w.]{4,}/g)!
      .filter(word => !['Join', 'GetAtt', 'Select', 'Split'].includes(word));
  } else if (name === 'Fn::Join') {
    yield* leavesOf((argument as Json[])[1], resources);
  } else if (value.Ref !== 'AWS::NoValue') {
    yield* leavesOf([argument].flat(), resources);
  }
}

/** Each principal of the stack that a policy names shows the policy. */
function holdersLeftOut(
  logicalId: string, { Type, Properties = {} }: Resource, subjects: readonly Subject[],
): readonly string[] {
  if (!Type.endsWith('Policy')) {
    return [];
  }
  const { Roles, Users, Groups, RoleName, UserName, GroupName } = Properties;
  const names = [Roles, Users, Groups, RoleName, UserName, GroupName].flat()
    .flatMap(named => (isFunction(named) && typeof named.Ref === 'string' ? [named.Ref] : []));
  return subjects.filter(({ resources }) => resources.some(resource => names.includes(resource.logicalId)))
    .filter(({ resources, attached }) => !resources.some(resource => resource.logicalId === logicalId)
      && !attached.some(({ arn }) => arn === `\${${logicalId}}`))
    .map(({ id }) => `not at ${id}`);
}

function policiesLeftOut(
  { Properties = {} }: Resource, subjects: readonly Subject[], resources: Resources,
): readonly string[] {
  const { ManagedPolicyArns, ManagedPolicies, PermissionsBoundary } = Properties;
  const shown = subjects.flatMap(({ attached, resources: own, boundary }) => [
    ...attached.flatMap(({ arn, onlyIf }) => [arn, onlyIf]), ...own.map(({ logicalId }) => logicalId), boundary?.policy,
  ]).join('\n');
  const boundaryIds = [...leavesOf(PermissionsBoundary, resources)].filter(piece => resources[piece]);
  const isBoundary = (piece: string) => boundaryIds.includes(piece) && subjects.every(({ boundary }) => boundary);
  return [ManagedPolicyArns, ManagedPolicies, PermissionsBoundary].flatMap(value => [...leavesOf(value, resources)])
    .filter(piece => !shown.includes(piece) && !isBoundary(piece));
}
