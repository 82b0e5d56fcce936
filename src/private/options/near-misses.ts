/** Finds the name that a misspelt one probably means: they differ in case, or in one or two letters. */
export function nearestName(misspelt: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map(name => ({ name, distance: distanceBetween(misspelt.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= tolerated(name) && !isOtherWord(misspelt, name)
      && !isOtherShortName(misspelt, name))
    .sort((one, other) => one.distance - other.distance);
  return nearest?.name;
}

/** The names, the most similar first. */
export function byDistance(misspelt: string, names: readonly string[]): readonly string[] {
  const distance = (name: string) => distanceBetween(misspelt.toLowerCase(), name.toLowerCase());
  return [...names].sort((one, other) => distance(one) - distance(other));
}

/** Short names are similar to many others, such as `efs` to `fsx`. */
function tolerated(name: string): number {
  return name.length < 7 ? 1 : 2;
}

/** Of three letters only their order may be wrong: `esf` for `efs`. */
function isOtherShortName(one: string, other: string): boolean {
  return other.length < 4 && [...one.toLowerCase()].sort().join() !== [...other.toLowerCase()].sort().join();
}

/** One name is a prefix of the other: `imageBuild` and `imageBuilder` are two options. One letter may be a plural. */
function isOtherWord(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return longer.startsWith(shorter) && longer.length - shorter.length > 1;
}

/** The number of letters to insert, delete, replace or swap with the next one. */
function distanceBetween(one: string, other: string): number {
  let [beforePrevious, previous] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = row > 1 && column > 1
        && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        previous[column] + 1,
        current[column - 1] + 1,
        previous[column - 1] + (isSame ? 0 : 1),
        isSwapped ? beforePrevious[column - 2] + 1 : Infinity,
      );
    }
    [beforePrevious, previous] = [previous, current];
  }
  return previous[other.length];
}
