import { attributeOf } from './physical-names';
import { StackPlace } from './place';
import { isObject, Json, JsonObject, listOf, objectOf } from '../assembly/json';
import { StackNames } from '../statements/stack-names';

/** What is known of a stack. */
export interface StackValues {
  readonly names: StackNames;
  readonly place: StackPlace;
  /** Values of the deployment, by logical id or `LogicalId.Attribute`. */
  readonly known: ReadonlyMap<string, string>;
  /** The value of an export of another stack of the app. */
  readonly imported: (name: string) => string | undefined;
  /** Is told of each value that is known at the deployment only. */
  readonly note: (unknown: UnknownReference) => void;
}

export interface UnknownReference {
  /** `Data.Arn`, or a function. */
  readonly name: string;
  /** @default - it belongs to no resource */
  readonly logicalId?: string;
}

/**
 * A value of a template, with text in place of intrinsic functions. What is known at the deployment only is in it as
 * `${LogicalId.Attribute}`, which the engine compares as it compares a policy variable: it equals itself, and nothing
 * else for certain.
 */
export function folded(value: Json, values: StackValues): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap(element => elementsOf(element, values));
  }
  if (!isObject(value)) {
    return value;
  }
  const [[name, argument] = [''], ...others] = Object.entries(value);
  if (others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) {
    const result = FUNCTIONS[name]?.(argument, values);
    return result ? result.value : unknown(`${name} ${JSON.stringify(argument)}`, values);
  }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, folded(entry, values)] as const)
    .filter(([, entry]) => entry !== undefined));
}

/** A function in a list may return a list or nothing. */
function elementsOf(element: Json, values: StackValues): readonly Json[] {
  const entry = folded(element, values);
  return entry === undefined ? [] : isObject(element) && Array.isArray(entry) ? entry as readonly Json[] : [entry];
}

/** Returns nothing if the value is known at the deployment only. */
type IntrinsicFunction = (argument: Json, values: StackValues) => { readonly value: Json } | undefined;

const FUNCTIONS: Readonly<Record<string, IntrinsicFunction>> = {
  'Ref': (argument, values) =>
    ({ value: argument === 'AWS::NoValue' ? undefined : referenced(String(argument), 'Ref', values) }),
  'Fn::GetAtt': (argument, values) => {
    const [logicalId, ...attribute] = typeof argument === 'string' ? argument.split('.') : listOf(argument).map(String);
    return { value: referenced(logicalId, attribute.join('.'), values) };
  },
  'Fn::Join': (argument, values) => {
    const [delimiter, parts] = listOf(argument);
    const texts = folded(parts, values);
    return Array.isArray(texts) ? { value: texts.map(String).join(String(delimiter)) } : undefined;
  },
  'Fn::Sub': substituted,
  'Fn::Split': (argument, values) => {
    const [delimiter, text] = listOf(argument).map(part => folded(part, values));
    return typeof text === 'string' && !isUnknown(text) ? { value: text.split(String(delimiter)) } : undefined;
  },
  'Fn::Select': (argument, values) => {
    const [index, list] = listOf(argument).map(part => folded(part, values));
    return Array.isArray(list) && !isUnknown(list) ? { value: (list as readonly Json[])[Number(index)] } : undefined;
  },
  'Fn::If': (argument, values) => {
    const [name, yes, no] = listOf(argument);
    const holds = conditionHolds(String(name), values);
    return holds === undefined ? undefined : { value: folded(holds ? yes : no, values) };
  },
  'Fn::ImportValue': (argument, values) => {
    const value = values.imported(String(folded(argument, values)));
    return value === undefined ? undefined : { value };
  },
  'Fn::FindInMap': (argument, values) => {
    const keys = listOf(argument).map(part => String(folded(part, values)));
    const value = keys.reduce<Json>((found, key) => objectOf(found)[key], sectionOf('Mappings', values));
    return value === undefined ? undefined : { value };
  },
};

/** Any text of a policy variable has a colon, or is one character; an unknown value has neither. */
const UNKNOWN = /\$\{[^}:]{2,}\}/;

/** Whether a folded value has a part that is known at the deployment only. */
export function isUnknown(value: Json): boolean {
  return UNKNOWN.test(JSON.stringify(value ?? ''));
}

/** The value with a wildcard for what is known at the deployment only. */
export function atItsWidest(text: string): string {
  return text.replace(new RegExp(UNKNOWN, 'g'), '*');
}

function unknown(name: string, { note }: StackValues, logicalId?: string): string {
  const plain = name.replace(/[${}:"\s]+/g, ' ').trim();
  note({ name: plain, logicalId });
  return `\${${plain}}`;
}

function referenced(logicalId: string, attribute: string, values: StackValues): string {
  const name = attribute === 'Ref' ? logicalId : `${logicalId}.${attribute}`;
  const value = valueOf(logicalId, attribute, values);
  if (value === undefined || value.includes(`\${${logicalId}}`)) {
    return value === undefined ? unknown(name, values, logicalId) : value.replace(`\${${logicalId}}`, () => unknown(logicalId, values, logicalId));
  }
  return value;
}

function valueOf(logicalId: string, attribute: string, values: StackValues): string | undefined {
  const { names, place, known } = values;
  const resource = names.resource(logicalId);
  if (attribute !== 'Ref' && known.has(`${logicalId}.${attribute}`)) {
    return known.get(`${logicalId}.${attribute}`);
  }
  // A parameter has the value of the deployment, which may not be its default.
  return resource ? attributeOf(resource, attribute, known.get(logicalId), place, `\${${logicalId}}`)
    : pseudoParameter(logicalId, values) ?? known.get(logicalId);
}

function pseudoParameter(name: string, { place, names: { stack } }: StackValues): string | undefined {
  const known: Readonly<Record<string, string | undefined>> = {
    'AWS::AccountId': place.account,
    'AWS::Partition': place.partition,
    'AWS::Region': place.region,
    'AWS::StackName': stack.stackName,
    'AWS::URLSuffix': place.urlSuffix,
  };
  return known[name];
}

function substituted(argument: Json, values: StackValues): { readonly value: Json } | undefined {
  const [template, given] = listOf(argument);
  const own = objectOf(given);
  return typeof template !== 'string' ? undefined : {
    value: template.replace(/\$\{(!?)([^}]*)\}/g, (_, escape: string, name: string) => {
      const [logicalId, ...attribute] = name.trim().split('.');
      return escape ? `\${${name}}` : Object.hasOwn(own, name) ? String(folded(own[name], values))
        : referenced(logicalId, attribute.join('.') || 'Ref', values);
    }),
  };
}

/** Whether a condition of the template holds, if its parameters are known. */
export function conditionHolds(name: string, values: StackValues): boolean | undefined {
  return evaluated(sectionOf('Conditions', values)[name], values);
}

function evaluated(condition: Json, values: StackValues): boolean | undefined {
  const [[name, argument] = ['']] = Object.entries(objectOf(condition));
  const parts = () => listOf(argument).map(part => evaluated(part, values));
  switch (name) {
    case 'Condition':
      return conditionHolds(String(argument), values);
    case 'Fn::Not':
      return negated(parts()[0]);
    case 'Fn::And':
      return all(parts());
    case 'Fn::Or':
      return negated(all(parts().map(negated)));
    case 'Fn::Equals': {
      const [one, other] = listOf(argument).map(part => folded(part, values));
      return [one, other].some(isUnknown) ? undefined : one === other;
    }
    default:
      return undefined;
  }
}

function negated(holds: boolean | undefined): boolean | undefined {
  return holds === undefined ? undefined : !holds;
}

function all(parts: readonly (boolean | undefined)[]): boolean | undefined {
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
}

function sectionOf(name: string, { names: { stack } }: StackValues): JsonObject {
  return objectOf(stack.sections[name]);
}
