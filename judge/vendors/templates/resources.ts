import { nameOf, NAMINGS, StackNames, WITHOUT_ARN } from './naming';
import { isTrue, resolve, Scope } from './resolve';
import { Json, JsonObject } from '../../../test/support/fold';
import { text, texts } from '../calls/service';
import { NAME } from '../names';
import { RECORDED, RecordedStack, Template } from '../recording';

/** A resource as CloudFormation makes it. */
export interface MadeResource {
  readonly logicalId: string;
  readonly type: string;
  /** Without intrinsic functions. */
  readonly properties: JsonObject;
  readonly arns: readonly string[];
}

/** The resources of a stack and of those nested in it. What CloudFormation names has the name of stacks in the data. */
export function resourcesOf({ stackName, parameters, templates }: RecordedStack): readonly MadeResource[] {
  const [template, ...nested] = templates;
  const stacks = Object.keys(template.Resources).sort()
    .filter(logicalId => template.Resources[logicalId].Type === 'AWS::CloudFormation::Stack');
  const made = madeFrom(template, { stackName: NAME, rootName: stackName }, parameters);
  return withRoleArns([...made, ...nested.flatMap((inner, index) => {
    const { arns: [id], properties } = made.find(({ logicalId }) => logicalId === stacks[index])!;
    return madeFrom(inner, { stackName: id.split('/')[1], rootName: stackName }, properties.Parameters as Record<string, Json>);
  })]);
}

/** The path of roles that exist before the stack: all that our configurations name are there. */
const EXISTING_ROLE = `arn:aws:iam::${RECORDED.account}:role/parallelcluster/`;

/** Policies and instance profiles have the names of their roles: the ARNs take their place. */
function withRoleArns(resources: readonly MadeResource[]): readonly MadeResource[] {
  const arns = new Map(resources.filter(({ type }) => type === 'AWS::IAM::Role')
    .map(({ arns: [arn] }) => [arn.split('/').at(-1), arn]));
  return resources.map(resource => {
    const { type, properties } = resource;
    if (type !== 'AWS::IAM::Policy' && type !== 'AWS::IAM::InstanceProfile') {
      return resource;
    }
    const roles = texts(properties.Roles).map(name => arns.get(name) ?? `${EXISTING_ROLE}${name}`);
    return {
      ...resource,
      properties: { ...properties, Roles: roles },
      arns: type === 'AWS::IAM::Policy' ? roles : resource.arns,
    };
  });
}

function madeFrom(
  template: Template, names: StackNames, given: Readonly<Record<string, Json>> = {},
): readonly MadeResource[] {
  const defaults = Object.entries(template.Parameters ?? {}).map(([name, { Default }]) => [name, Default]);
  const scope: Scope = {
    template,
    ...names,
    parameters: { ...Object.fromEntries(defaults), ...given },
    ref: logicalId => {
      const { naming, name, arns } = identityOf(logicalId, scope);
      return naming?.refersByArn ? arns()[0] : name;
    },
    attribute: (logicalId, attribute) => {
      const { name, arns } = identityOf(logicalId, scope);
      return /Arn$/.test(attribute) ? arns()[0] ?? name : name;
    },
  };
  return Object.entries(template.Resources)
    .filter(([, { Condition }]) => Condition === undefined || isTrue({ Condition }, scope))
    .map(([logicalId, { Type }]) => ({
      logicalId,
      type: Type,
      properties: propertiesOf(logicalId, scope),
      arns: identityOf(logicalId, scope).arns(),
    }));
}

function propertiesOf(logicalId: string, scope: Scope): JsonObject {
  return resolve(scope.template.Resources[logicalId].Properties ?? {}, scope) as JsonObject;
}

/** The name of a resource, and its ARNs. Only these need its other properties. */
function identityOf(logicalId: string, scope: Scope) {
  const resource = scope.template.Resources[logicalId];
  if (!resource) {
    throw new Error(`the template of ${scope.stackName} has no ${logicalId}`);
  }
  const naming = NAMINGS[resource.Type];
  if (!naming && !WITHOUT_ARN.test(resource.Type)) {
    throw new Error(`judge/vendors/templates/naming.ts does not know how ${resource.Type} is named`);
  }
  const property = naming?.property && resource.Properties?.[naming.property];
  const name = nameOf(naming ?? { arns: () => [] }, text(resolve(property, scope)), scope, logicalId);
  return { naming, name, arns: () => naming?.arns(name, propertiesOf(logicalId, scope)) ?? [] };
}
