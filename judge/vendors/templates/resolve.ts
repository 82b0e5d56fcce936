import { NAMINGS, StackNames } from './naming';
import { Json, JsonObject } from '../../../test/support/fold';
import { RECORDED, Template } from '../recording';

/** The values that a template refers to: parameters, and resources by logical id. */
export interface Scope extends StackNames {
  readonly template: Template;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly ref: (logicalId: string) => string;
  readonly attribute: (logicalId: string, name: string) => string;
}

type IntrinsicFunction = (argument: Json, scope: Scope) => Json;

const FUNCTIONS: Readonly<Record<string, IntrinsicFunction>> = {
  'Ref': (name, scope) => referenceTo(name as string, scope),
  'Fn::GetAtt': (argument, { attribute }) => {
    const [logicalId, ...names] = Array.isArray(argument) ? argument as string[] : (argument as string).split('.');
    return attribute(logicalId, names.join('.'));
  },
  'Fn::Join': argument => {
    const [separator, parts] = argument as [string, Json[]];
    return parts.join(separator);
  },
  'Fn::Sub': (argument, scope) => {
    const [text, values] = Array.isArray(argument) ? argument as [string, JsonObject] : [argument as string, {}];
    return text.replace(/\$\{([^!}]+)\}/g, (_, name: string) => String(values[name] ?? valueOf(name, scope)));
  },
  'Fn::Select': argument => {
    const [index, values] = argument as [number, Json[]];
    return values[Number(index)];
  },
  'Fn::Split': argument => {
    const [separator, text] = argument as [string, string];
    return text.split(separator);
  },
  'Fn::FindInMap': (argument, { template }) => {
    const [map, first, second] = argument as [string, string, string];
    return ((template.Mappings?.[map] as JsonObject)[first] as JsonObject)[second];
  },
  'Fn::GetAZs': () => [`${RECORDED.region}a`],
  'Fn::Base64': argument => argument,
  'Fn::ImportValue': argument => argument,
  'Condition': (name, scope) => isTrue(scope.template.Conditions?.[name as string], scope),
  'Fn::Equals': argument => {
    const [one, other] = argument as [Json, Json];
    return String(one) === String(other);
  },
  'Fn::Not': argument => !(argument as [boolean])[0],
  'Fn::And': argument => (argument as boolean[]).every(Boolean),
  'Fn::Or': argument => (argument as boolean[]).some(Boolean),
};

const PSEUDO_PARAMETERS: Readonly<Record<string, (scope: Scope) => Json>> = {
  'AWS::AccountId': () => RECORDED.account,
  'AWS::NotificationARNs': () => [],
  'AWS::Partition': () => RECORDED.partition,
  'AWS::Region': () => RECORDED.region,
  'AWS::StackId': ({ stackName }) => NAMINGS['AWS::CloudFormation::Stack'].arns(stackName, {})[0],
  'AWS::StackName': ({ stackName }) => stackName,
  'AWS::URLSuffix': () => RECORDED.urlSuffix,
};

/** A value without intrinsic functions. Properties that are `AWS::NoValue` are left out. */
export function resolve(value: Json, scope: Scope): Json {
  if (Array.isArray(value)) {
    return value.map(each => resolve(each, scope)).filter(each => each !== undefined);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const [[name, argument] = [''], ...others] = Object.entries(value);
  if (others.length === 0 && name === 'Fn::If') {
    const [condition, then, otherwise] = argument as [string, Json, Json];
    return resolve(isTrue({ Condition: condition }, scope) ? then : otherwise, scope);
  }
  if (others.length === 0 && name in FUNCTIONS) {
    return FUNCTIONS[name](resolve(argument, scope), scope);
  }
  return Object.fromEntries(Object.entries(value)
    .map(([key, each]) => [key, resolve(each, scope)] as const)
    .filter(([, each]) => each !== undefined));
}

export function isTrue(condition: Json, scope: Scope): boolean {
  return resolve(condition, scope) === true;
}

function referenceTo(name: string, scope: Scope): Json {
  if (name === 'AWS::NoValue') {
    return undefined;
  }
  return PSEUDO_PARAMETERS[name]?.(scope) ?? scope.parameters[name] ?? scope.ref(name);
}

/** What `${NAME}` stands for in `Fn::Sub`. */
function valueOf(name: string, scope: Scope): Json {
  const [logicalId, ...attribute] = name.split('.');
  return attribute.length > 0 ? scope.attribute(logicalId, attribute.join('.')) : referenceTo(name, scope);
}
