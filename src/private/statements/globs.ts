// IAM's wildcards: `*` matches any number of characters, `?` matches one.

/** Whether every text that matches `inner` also matches `outer`. */
export function globContains(outer: string, inner: string): boolean {
  return compare(outer, inner, (one, other) => one === other || (one === '?' && other !== '*'), false);
}

/** Whether any text matches both patterns. */
export function globsIntersect(one: string, other: string): boolean {
  return compare(one, other, (left, right) => left === right || left === '?' || right === '?', true);
}

/**
 * Whether a pattern matches a text, which may itself be a pattern.
 *
 * @param isSymmetric whether a `*` of the text may also match several characters of the pattern
 */
function compare(
  pattern: string,
  text: string,
  isSame: (one: string, other: string) => boolean,
  isSymmetric: boolean,
): boolean {
  // For each index of the text: whether the rest of the pattern matches the rest of the text.
  let after = Array.from({ length: text.length + 1 }, (_, index) =>
    isSymmetric ? /^\**$/.test(text.slice(index)) : index === text.length,
  );
  for (const character of [...pattern].reverse()) {
    const here: boolean[] = [];
    for (let index = text.length; index >= 0; index--) {
      const [next, isLast] = [text[index], index === text.length];
      if (character === '*') {
        here[index] = after[index] || (!isLast && here[index + 1]);
      } else if (isSymmetric && next === '*') {
        here[index] = after[index] || here[index + 1];
      } else {
        here[index] = !isLast && isSame(character, next) && after[index + 1];
      }
    }
    after = here;
  }
  return after[0];
}
