import { attributeLength, intrinsicLength, ROLE_NAME, roleArn, UNKNOWN } from '../../src/private/synthesis/attribute-lengths';
import { exact, LengthRange, plus, sum } from '../../src/private/synthesis/length-range';
import { isObject, Json, objectOf, stringOf } from '../assembly/json';
import { StackNames } from '../statements/stack-names';
import { isIntrinsic } from '../statements/text';

/** The length of a value as IAM counts it: as JSON without white space. */
export function sizeOf(value: Json, names: StackNames): LengthRange {
  if (Array.isArray(value)) {
    const elements = (value as readonly Json[]).filter(element => !isNothing(element));
    return sum([exact(2 + Math.max(0, elements.length - 1)), ...elements.map(element => sizeOf(element, names))]);
  }
  if (!isObject(value)) {
    return exact(JSON.stringify(value)?.length ?? 0);
  }
  if (isIntrinsic(value)) {
    return 'Fn::If' in value ? either(value['Fn::If'], side => sizeOf(side, names)) : plus(textSize(value, names), exact(2));
  }
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined && !isNothing(entry));
  return sum([
    exact(2 + Math.max(0, entries.length - 1)),
    ...entries.flatMap(([key, entry]) => [exact(JSON.stringify(key).length + 1), sizeOf(entry, names)]),
  ]);
}

function isNothing(value: Json): boolean {
  return isObject(value) && value.Ref === 'AWS::NoValue';
}

type SizeOfArgument = (argument: Json, names: StackNames) => LengthRange;

const FUNCTIONS: Readonly<Record<string, SizeOfArgument>> = {
  'Ref': (argument, names) => referenceSize(String(argument), 'Ref', names),
  'Fn::GetAtt': (argument, names) => {
    const [logicalId, ...attribute] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
    return referenceSize(logicalId, attribute.join('.'), names);
  },
  'Fn::If': (argument, names) => either(argument, side => textSize(side, names)),
  'Fn::Join': joinedSize,
  'Fn::Sub': substitutedSize,
};

/** The length of a text, or of what an intrinsic function returns. */
function textSize(value: Json, names: StackNames): LengthRange {
  if (!isObject(value)) {
    return exact(JSON.stringify(value ?? '').length - (typeof value === 'string' ? 2 : 0));
  }
  const [[name, argument] = ['']] = Object.entries(value);
  return isIntrinsic(value) ? FUNCTIONS[name]?.(argument, names) ?? UNKNOWN : UNKNOWN;
}

function referenceSize(logicalId: string, attribute: string, names: StackNames): LengthRange {
  const resource = names.own(logicalId);
  if (resource === undefined) {
    return intrinsicLength({ Ref: logicalId });
  }
  const { type, properties: { RoleName: name, Path: path } } = resource;
  if (type !== 'AWS::IAM::Role') {
    return attributeLength(type, attribute);
  }
  const ofName = typeof name === 'string' ? exact(name.length) : ROLE_NAME;
  return attribute === 'Arn' ? roleArn(path === undefined ? exact(1) : pathSize(path), ofName) : ofName;
}

function pathSize(path: Json): LengthRange | undefined {
  const literal = stringOf(path);
  return literal === undefined ? undefined : exact(literal.length);
}

function joinedSize(argument: Json, names: StackNames): LengthRange {
  const [delimiter, parts] = Array.isArray(argument) ? argument as readonly Json[] : [];
  if (!Array.isArray(parts)) {
    return UNKNOWN;
  }
  const between = exact(String(delimiter).length * Math.max(0, parts.length - 1));
  return sum([between, ...(parts as readonly Json[]).map(part => textSize(part, names))]);
}

function substitutedSize(argument: Json, names: StackNames): LengthRange {
  const [template, given] = Array.isArray(argument) ? argument as readonly Json[] : [argument];
  const parts = String(template).split(/(\$\{[^}]*\})/);
  return sum(parts.map((part, index) => {
    const name = part.slice(2, -1);
    if (index % 2 === 0) {
      return exact(JSON.stringify(part).length - 2);
    }
    const value = objectOf(given)[name];
    const [logicalId, ...attribute] = name.split('.');
    return name.startsWith('!') ? exact(part.length - 1)
      : value !== undefined ? textSize(value, names) : referenceSize(logicalId, attribute.join('.') || 'Ref', names);
  }));
}

/** The shorter and the longer side of a condition. */
function either(argument: Json, sizeOfSide: (side: Json) => LengthRange): LengthRange {
  const [, yes, no] = Array.isArray(argument) ? argument as readonly Json[] : [];
  const [one, other] = [yes, no].map(side => (side === undefined || isNothing(side) ? exact(0) : sizeOfSide(side)));
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}
