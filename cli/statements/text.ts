import { own } from './own';
import { isObject, Json, JsonObject, listOf, objectOf } from '../assembly/json';

/** A value of a template as text: `${LogicalId.Attribute}` in place of what is known at the deployment only. */
export interface Text {
  readonly text: string;
  /** What it refers to: logical ids, `LogicalId.Outputs.NAME` of a nested stack, `import NAME`. */
  readonly references: readonly string[];
}

/** A value, and the condition of CloudFormation under which it is there. */
export interface Alternative {
  readonly value: Json;
  readonly onlyIf?: string;
}

const NOTHING = 'AWS::NoValue';

/** The values of a list or of a single value, with both sides of each `Fn::If`. */
export function alternativesOf(value: Json, onlyIf?: string): readonly Alternative[] {
  return listOf(value).flatMap(element => {
    if (!isObject(element)) {
      return Array.isArray(element) ? alternativesOf(element as readonly Json[], onlyIf) : [{ value: element, onlyIf }];
    }
    const condition = functionOf(element, 'Fn::If');
    if (Array.isArray(condition) && condition.length === 3) {
      const [name, yes, no] = condition as readonly Json[];
      return [
        ...alternativesOf(yes, both(onlyIf, String(name))),
        ...alternativesOf(no, both(onlyIf, `not ${String(name)}`)),
      ];
    }
    return element.Ref === NOTHING ? [] : [{ value: element, onlyIf }];
  });
}

/** Two conditions in words, each of which may be absent. */
export function both(one: string | undefined, other: string): string {
  return one === undefined || one === other ? other : `${one} and ${other}`;
}

function functionOf(value: JsonObject, name: string): Json {
  return Object.keys(value).length === 1 ? own(value, name) : undefined;
}

/** Whether an object is an intrinsic function. */
export function isIntrinsic(value: JsonObject): boolean {
  const [name = '', ...others] = Object.keys(value);
  return others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'));
}

export function textOf(value: Json): Text {
  if (Array.isArray(value)) {
    const parts = (value as readonly Json[]).map(textOf);
    return { text: `[${parts.map(({ text }) => text).join(', ')}]`, references: referencesOf(parts) };
  }
  if (!isObject(value)) {
    return literal(String(value));
  }
  const [[name, argument] = [''], ...others] = Object.entries(value);
  return (others.length === 0 ? ofFunction(name, argument) : undefined) ?? ofObject(value);
}

/** The text with a wildcard for each part that is known at the deployment only. */
export function asPattern(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, '*');
}

function literal(text: string): Text {
  return { text, references: [] };
}

function referencesOf(parts: readonly Text[]): readonly string[] {
  return parts.flatMap(({ references }) => references);
}

/** No function: an object where IAM has texts. */
function ofObject(value: JsonObject): Text {
  const parts = Object.entries(value).map(([name, entry]) => ({ name, ...textOf(entry) }));
  return { text: `{${parts.map(({ name, text }) => `${name}: ${text}`).join(', ')}}`, references: referencesOf(parts) };
}

function ofFunction(name: string, argument: Json): Text | undefined {
  switch (name) {
    case 'Ref':
      return reference(textOf(argument).text);
    case 'Fn::GetAtt':
      return reference(listOf(argument).map(part => textOf(part).text).join('.'));
    case 'Fn::Sub':
      return substituted(argument) ?? call(name, argument);
    case 'Fn::Join':
      return joined(listOf(argument)) ?? call(name, argument);
    case 'Fn::ImportValue':
      return imported(argument);
    default:
      return name.startsWith('Fn::') ? call(name, argument) : undefined;
  }
}

/** `${Select 0 of [...]}`: without braces inside, so that the end of a placeholder is its first brace. */
function call(name: string, argument: Json): Text {
  const { text, references } = textOf(argument);
  return { text: `\${${name.replace('Fn::', '')} ${withoutBraces(text)}}`, references };
}

function withoutBraces(text: string): string {
  if (!/[{}]/.test(text)) {
    return text;
  }
  return text.replace(/\$\{([^}]*)\}/g, '$1').replaceAll('{', '(').replaceAll('}', ')');
}

function imported(argument: Json): Text {
  const name = `import ${withoutBraces(textOf(argument).text)}`;
  return { text: `\${${name}}`, references: [name] };
}

function reference(name: string): Text {
  const [logicalId, attribute] = name.split('.');
  const id = attribute === 'Outputs' ? name : logicalId;
  return { text: `\${${withoutBraces(name)}}`, references: logicalId.startsWith('AWS::') ? [] : [id] };
}

function joined([delimiter, parts]: readonly Json[]): Text | undefined {
  if (!Array.isArray(parts)) {
    return undefined;
  }
  const texts = (parts as readonly Json[]).map(textOf);
  return { text: texts.map(({ text }) => text).join(String(delimiter)), references: referencesOf(texts) };
}

function substituted(argument: Json): Text | undefined {
  const [template, given] = listOf(argument);
  if (typeof template !== 'string') {
    return undefined;
  }
  const values = objectOf(given);
  const references: string[] = [];
  const text = template.replace(/\$\{(!?)([^}]*)\}/g, (_, escape: string, name: string) => {
    if (escape) {
      return `\${${name}}`;
    }
    const value = Object.hasOwn(values, name) ? textOf(values[name]) : reference(name.trim());
    references.push(...value.references);
    return value.text;
  });
  return { text, references };
}
