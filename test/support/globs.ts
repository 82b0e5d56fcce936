/** IAM's wildcards: `*` for any characters, `?` for one. */
export function globMatches(pattern: string, text: string, ignoreCase = false): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, ignoreCase ? 'is' : 's').test(text);
}

/** Whether every text that matches `inner` matches `outer`. A `*` of the inner pattern is matched by a `*` only. */
export function globContains(outer: string, inner: string): boolean {
  const seen = new Map<string, boolean>();
  const contains = (o: number, i: number): boolean => {
    const key = `${o},${i}`;
    const known = seen.get(key);
    if (known !== undefined) {
      return known;
    }
    let result: boolean;
    if (o === outer.length) {
      result = i === inner.length;
    } else if (outer[o] === '*') {
      result = contains(o + 1, i) || (i < inner.length && contains(o, i + 1));
    } else if (i === inner.length || inner[i] === '*') {
      result = false;
    } else {
      result = (outer[o] === '?' || outer[o] === inner[i]) && contains(o + 1, i + 1);
    }
    seen.set(key, result);
    return result;
  };
  return contains(0, 0);
}

/** Whether some text matches both patterns. */
export function globsIntersect(a: string, b: string): boolean {
  const seen = new Map<string, boolean>();
  const intersect = (i: number, j: number): boolean => {
    const key = `${i},${j}`;
    const known = seen.get(key);
    if (known !== undefined) {
      return known;
    }
    let result: boolean;
    if (i === a.length && j === b.length) {
      result = true;
    } else if (a[i] === '*') {
      result = intersect(i + 1, j) || (j < b.length && intersect(i, j + 1));
    } else if (b[j] === '*') {
      result = intersect(i, j + 1) || (i < a.length && intersect(i + 1, j));
    } else {
      result =
        i < a.length && j < b.length && (a[i] === b[j] || a[i] === '?' || b[j] === '?') && intersect(i + 1, j + 1);
    }
    seen.set(key, result);
    return result;
  };
  return intersect(0, 0);
}

/** Whether some ARN matches both patterns: a wildcard reaches no further than its part. */
export function arnsIntersect(a: string, b: string): boolean {
  const [one, other] = [a, b].map(arn => /^([^:]*):([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/.exec(arn)?.slice(1));
  return one && other ? one.every((part, index) => globsIntersect(part, other[index])) : globsIntersect(a, b);
}
