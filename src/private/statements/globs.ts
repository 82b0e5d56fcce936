// IAM's wildcards: `*` matches any number of characters, `?` matches one.

/** Characters of a part that has an unknown value: only `*` and the same character match one. */
export const UNKNOWN = { first: '\ue000', last: '\ue1ff' };

function isUnknown(character: string): boolean {
  return character >= UNKNOWN.first && character <= UNKNOWN.last;
}

/** Whether every text that matches `inner` also matches `outer`. */
export function globContains(outer: string, inner: string): boolean {
  return compare(
    outer, inner, (one, other) => one === other || (one === '?' && other !== '*' && !isUnknown(other)), false);
}

/** Whether any text matches both patterns. */
export function globsIntersect(one: string, other: string): boolean {
  return compare(one, other, (left, right) => left === right || left === '?' || right === '?', true);
}

type IsSame = (one: string, other: string) => boolean;

/**
 * Whether a pattern matches a text, which may itself be a pattern.
 *
 * @param isSymmetric whether a `*` of the text may also match several characters of the pattern
 */
function compare(pattern: string, text: string, isSame: IsSame, isSymmetric: boolean): boolean {
  // Most texts differ, or are the same, up to the first wildcard.
  const start = commonStart(pattern, text);
  const [one, other] = [pattern[start], text[start]];
  if (one !== undefined && other !== undefined && !isWildcard(one) && !isWildcard(other)) {
    return false;
  }
  return (start === pattern.length && start === text.length)
    || compareRests(pattern.slice(start), text.slice(start), isSame, isSymmetric);
}

function compareRests(pattern: string, text: string, isSame: IsSame, isSymmetric: boolean): boolean {
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

/** The length of the literal text with which both start. */
function commonStart(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index] && !isWildcard(one[index])) {
    index++;
  }
  return index;
}

function isWildcard(character: string): boolean {
  return character === '*' || character === '?';
}
