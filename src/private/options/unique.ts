/** The texts without repetitions, in their order. */
export function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
