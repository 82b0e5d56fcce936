/** The fewest and the most characters that something can take. They differ where a token is not known at synthesis. */
export type Bounds = readonly [min: number, max: number];

export function exactly(length: number): Bounds {
  return [length, length];
}

export function plus(left: Bounds, right: Bounds): Bounds {
  return [left[0] + right[0], left[1] + right[1]];
}

export function sum(bounds: readonly Bounds[]): Bounds {
  return bounds.reduce(plus, exactly(0));
}
