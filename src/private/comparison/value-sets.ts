import { hasVariable, Pattern, widest } from './patterns';
import { globContains, globsIntersect } from '../statements/globs';

// The values of a condition key that a value of a condition matches, by its operator.

export type ValueSet =
  | { readonly kind: 'text'; readonly glob: string }
  /** Without regard to case. */
  | { readonly kind: 'folded'; readonly glob: string }
  /** Compared part by part. */
  | { readonly kind: 'arn'; readonly parts: readonly string[] }
  | Range
  | Network
  /** A value that its operator can't match. IAM does not say what it does with it. */
  | { readonly kind: 'illegal' };

/** The first and the last address as numbers. */
interface Network {
  readonly kind: 'network';
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** Numbers, or dates in milliseconds. */
interface Range {
  readonly kind: 'range';
  readonly from: number;
  readonly to: number;
  /** Whether the ends belong to it. */
  readonly ends: readonly [boolean, boolean];
}

const ILLEGAL: ValueSet = { kind: 'illegal' };

export function textSet({ glob }: Pattern): ValueSet {
  return { kind: 'text', glob };
}

export function foldedSet({ glob }: Pattern): ValueSet {
  return { kind: 'folded', glob: glob.toLowerCase() };
}

/** `ArnLike` and `ArnEquals` compare the six parts one by one: `*` matches no ARN. */
export function arnSet({ glob }: Pattern): ValueSet {
  const parts = arnParts(glob);
  return parts && !parts.slice(0, 5).some(hasVariable) ? { kind: 'arn', parts } : ILLEGAL;
}

function arnParts(glob: string): readonly string[] | undefined {
  const all = glob.split(':');
  return all.length < 6 ? undefined : [...all.slice(0, 5), all.slice(5).join(':')];
}

/** The values below, above or at a limit. */
export function rangeSet(limit: number, comparison: string): ValueSet {
  if (Number.isNaN(limit)) {
    return ILLEGAL;
  }
  switch (comparison) {
    case 'LessThan': return { kind: 'range', from: -Infinity, to: limit, ends: [false, false] };
    case 'LessThanEquals': return { kind: 'range', from: -Infinity, to: limit, ends: [false, true] };
    case 'GreaterThan': return { kind: 'range', from: limit, to: Infinity, ends: [false, false] };
    case 'GreaterThanEquals': return { kind: 'range', from: limit, to: Infinity, ends: [true, false] };
    default: return { kind: 'range', from: limit, to: limit, ends: [true, true] };
  }
}

export function numberOf(text: string): number {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
}

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** A date of ISO 8601 with its time zone, or seconds since 1970. */
export function dateOf(text: string): number {
  return /^\d{5,}$/.test(text) ? Number(text) * 1000 : DATE.test(text) ? Date.parse(text) : NaN;
}

/** Addresses in the form of CIDR. */
export function networkSet(text: string): ValueSet {
  const [address, length] = text.split('/');
  const version = address.includes(':') ? 6 : 4;
  const bits = version === 4 ? 32 : 128;
  const value = version === 4 ? address4(address) : address6(address);
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : NaN;
  if (value === undefined || !(prefix <= bits)) {
    return ILLEGAL;
  }
  const size = 2n ** BigInt(bits - prefix);
  const first = value / size * size;
  return { kind: 'network', version, first, last: first + size - 1n };
}

function address4(text: string): bigint | undefined {
  const bytes = text.split('.');
  return bytes.length === 4 && bytes.every(byte => /^\d{1,3}$/.test(byte) && Number(byte) < 256)
    ? bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) : undefined;
}

function address6(text: string): bigint | undefined {
  const [head, tail, more] = text.split('::').map(half => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - (tail?.length ?? 0);
  const groups = tail === undefined ? head : [...head, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...tail];
  return more === undefined && groups.length === 8 && groups.every(group => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n) : undefined;
}

/** Whether each value of the inner set is in the outer one, for certain. */
export function setContains(outer: ValueSet, inner: ValueSet): boolean {
  switch (outer.kind) {
    case 'text':
      return isText(inner) && globContains(outer.glob, globOf(inner));
    case 'folded':
      return hasGlob(inner) && globContains(outer.glob, globOf(inner).toLowerCase());
    case 'arn':
      return hasArns(outer.parts, inner.kind === 'arn' ? inner.parts : partsOfText(inner));
    case 'range':
      return inner.kind === 'range' && isWithin(inner, outer);
    case 'network':
      return inner.kind === 'network' && hasNetwork(outer, inner);
    case 'illegal':
      return false;
  }
}

function hasArns(outer: readonly string[], inner: readonly string[] | undefined): boolean {
  return inner !== undefined && outer.every((part, index) => globContains(part, inner[index]));
}

function hasNetwork(outer: Network, inner: Network): boolean {
  return inner.version === outer.version && outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether no value is in both sets, for certain. */
export function areDisjoint(one: ValueSet, other: ValueSet): boolean {
  if (one.kind === 'range' && other.kind === 'range') {
    return isBelow(one, other) || isBelow(other, one);
  }
  if (one.kind === 'network' && other.kind === 'network') {
    return one.version !== other.version || one.last < other.first || other.last < one.first;
  }
  if (one.kind === 'arn' && other.kind === 'arn') {
    return one.parts.some((part, index) => !globsIntersect(widest(part), widest(other.parts[index])));
  }
  if (!hasGlob(one) || !hasGlob(other)) {
    return false;
  }
  const isFolded = [one, other].some(({ kind }) => kind === 'folded');
  const [left, right] = [one, other].map(set => widest(isFolded ? globOf(set).toLowerCase() : globOf(set)));
  return !globsIntersect(left, right);
}

/** Another form of a set, for a value that is one text: a number, a date, an address. */
export function asKindOf(set: ValueSet, other: ValueSet, isDate: boolean): ValueSet {
  if (set.kind !== 'text' || /[*?]/.test(set.glob) || hasVariable(set.glob)) {
    return set;
  }
  return other.kind === 'range' ? rangeSet((isDate ? dateOf : numberOf)(set.glob), 'Equals')
    : other.kind === 'network' ? networkSet(set.glob) : set;
}

type GlobSet = Extract<ValueSet, { kind: 'text' | 'folded' | 'arn' }>;

function hasGlob(set: ValueSet): set is GlobSet {
  return ['text', 'folded', 'arn'].includes(set.kind);
}

function isText(set: ValueSet): set is Extract<ValueSet, { kind: 'text' | 'arn' }> {
  return set.kind === 'text' || set.kind === 'arn';
}

function globOf(set: GlobSet): string {
  return set.kind === 'arn' ? set.parts.join(':') : set.glob;
}

/** A wildcard of a text may match colons, so the parts before the resource must have none. */
function partsOfText(set: ValueSet): readonly string[] | undefined {
  const parts = set.kind === 'text' ? arnParts(set.glob) : undefined;
  return parts?.slice(0, 5).some(part => /[*?]/.test(part) || hasVariable(part)) ? undefined : parts;
}

function isWithin(inner: Range, outer: Range): boolean {
  const startsAfter = inner.from > outer.from || (inner.from === outer.from && (outer.ends[0] || !inner.ends[0]));
  const endsBefore = inner.to < outer.to || (inner.to === outer.to && (outer.ends[1] || !inner.ends[1]));
  return startsAfter && endsBefore;
}

function isBelow(one: Range, other: Range): boolean {
  return one.to < other.from || (one.to === other.from && !(one.ends[1] && other.ends[0]));
}
