import { globContains, globsIntersect, UNKNOWN } from '../statements/globs';

// The patterns of statements: wildcards, and policy variables, whose values are mostly not known.

export interface Pattern {
  /** As the statement has it. */
  readonly text: string;
  /** With the values of known variables, and with characters of `UNKNOWN` for the others. */
  readonly glob: string;
}

/** The values of policy variables, by name in lower case. */
export type Variables = ReadonlyMap<string, string>;

const [OPEN, CLOSE] = [UNKNOWN.first, '\ue001'];
const FIRST_OF_NAME = 0xe010;
const CHARACTERS_OF_NAME = 0x1e0;

/** Stand for a `*` and a `?` that are no wildcards. */
const LITERALS: Readonly<Record<string, string>> = { '*': '\uf000', '?': '\uf001' };

/** A text with wildcards. Without `variables`, the version of the document has none: their text means itself. */
export function patternOf(text: string, variables: Variables | undefined): Pattern {
  return { text, glob: withVariables(text, variables, part => part) };
}

/** A text in which `*` and `?` are ordinary characters, apart from the values of variables. */
export function literalPatternOf(text: string, variables: Variables | undefined): Pattern {
  return { text, glob: withVariables(text, variables, escaped) };
}

/** Actions, of which IAM ignores the case. They have no variables. */
export function actionPatternOf(text: string): Pattern {
  return { text, glob: text.toLowerCase() };
}

function withVariables(text: string, variables: Variables | undefined, literal: (part: string) => string): string {
  return text.split(/(\$\{[^}]*\})/)
    .map((part, index) => (index % 2 === 1 ? valueOf(part.slice(2, -1), variables) : literal(part))).join('');
}

/** `${*}`, `${?}` and `${$}` are the characters. */
function valueOf(variable: string, variables: Variables | undefined): string {
  if (variables === undefined) {
    return unknown(`literal ${variable}`);
  }
  if (['*', '?', '$'].includes(variable)) {
    return escaped(variable);
  }
  const value = variables.get(variable.toLowerCase());
  return value === undefined ? unknown(variable.toLowerCase()) : escaped(value);
}

function escaped(text: string): string {
  return text.replace(/[*?]/g, character => LITERALS[character]);
}

/** A variable equals itself, and nothing else for certain. */
function unknown(name: string): string {
  const hidden = [...name].map(character =>
    String.fromCharCode(FIRST_OF_NAME + character.charCodeAt(0) % CHARACTERS_OF_NAME));
  return `${OPEN}${hidden.join('')}${CLOSE}`;
}

export function hasVariable(glob: string): boolean {
  return glob.includes(OPEN);
}

/** The widest pattern: a variable may have any value. */
export function widest(glob: string): string {
  return glob.replace(/\ue000[\ue002-\ue1ff]*\ue001/g, '*');
}

/** Whether each resource of the action that matches the inner pattern matches the outer one, for certain. */
export function resourceContains(outer: string, inner: string, action: string): boolean {
  const forms = formsOf(outer, action);
  return askedOf(inner, action).every(asked => forms.some(form => everyPart(form, asked, globContains)));
}

/** Whether some text matches both patterns, part by part. */
export function resourcesIntersect(one: string, other: string): boolean {
  return everyPart(widest(one), widest(other), globsIntersect);
}

/** Whether a resource of the action may match both: the documents of IAM leave open which wildcards match colons. */
export function resourcesMayIntersect(one: string, other: string, action: string): boolean {
  const [left, right] = [one, other].map(glob => anyFormsOf(widest(glob), action));
  return left.some(form => right.some(otherForm =>
    everyPart(form, otherForm, globsIntersect) || globsIntersect(form, otherForm)));
}

type Compare = (outer: string, inner: string) => boolean;

/** A wildcard matches no colon between the parts of an ARN. An ARN that ends early matches all that may follow. */
function everyPart(one: string, other: string, compare: Compare): boolean {
  if (one === '*' || other === '*') {
    return compare(one, other);
  }
  const [ours, theirs] = [partsOf(one), partsOf(other)];
  return ours.every((part, index) => compare(part, theirs[index]));
}

function partsOf(arn: string): readonly string[] {
  const all = arn.split(':');
  return [...Array.from({ length: 5 }, (_, index) => all[index] ?? '*'), all.length > 5 ? all.slice(5).join(':') : '*'];
}

/** Actions on the tags of a log group are on the group as it is; all others on `NAME:*`, or on a stream of it. */
const ON_TAGS = /^logs:.*tag/i;
const ON_STREAMS = /^logs:(?:createlogstream|deletelogstream|getlogevents|putlogevents)$/i;

const OF_GROUP = /(?<=:log-group:[^:]*):\*$/;
const OF_STREAMS = /(?<=:log-group:[^:]*):log-stream:\*$/;

/**
 * The forms of a log group that mean the same for an action. An action on a log group is a request on `NAME:*` or
 * `NAME:log-stream:STREAM`, so that `NAME*:*` matches all of what `NAME*` matches.
 */
function formsOf(glob: string, action: string): readonly string[] {
  if (!isLogGroup(glob) || ON_TAGS.test(action) || /[*?]/.test(action)) {
    return [glob];
  }
  return [glob.replace(OF_GROUP, ''), ...(ON_STREAMS.test(action) ? [glob.replace(OF_STREAMS, '')] : []), glob];
}

/** What IAM is asked about for a log group that is given without wildcards. */
function askedOf(glob: string, action: string): readonly string[] {
  if (!/:log-group:[^:*?]*$/.test(glob) || !isLogGroup(glob) || ON_TAGS.test(action)) {
    return [glob];
  }
  return /[*?]/.test(action) ? [glob, `${glob}:*`] : [`${glob}:*`];
}

/** All forms that may be meant. */
function anyFormsOf(glob: string, action: string): readonly string[] {
  return isLogGroup(glob) && !ON_TAGS.test(action)
    ? [glob, glob.replace(OF_GROUP, ''), glob.replace(OF_STREAMS, ''), `${glob}:*`] : [glob];
}

function isLogGroup(glob: string): boolean {
  return /^arn:[^:]*:logs:[^:]*:[^:]*:log-group:/.test(glob);
}
