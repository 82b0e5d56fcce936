/** The minimum and maximum length of a text. They differ if the value of a token is not known at synthesis. */
export type LengthRange = readonly [min: number, max: number];

export function exact(length: number): LengthRange {
  return [length, length];
}

export function plus(left: LengthRange, right: LengthRange): LengthRange {
  return [left[0] + right[0], left[1] + right[1]];
}

export function sum(range: readonly LengthRange[]): LengthRange {
  return range.reduce(plus, exact(0));
}
