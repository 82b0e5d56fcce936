/** The expressions of patterns, which many texts are compared with. */
const expressions = new Map<string, RegExp>();

/** IAM's wildcards: `*` for any characters, `?` for one. */
export function globMatches(pattern: string, text: string, ignoreCase = false): boolean {
  const key = `${ignoreCase} ${pattern}`;
  const expression = expressions.get(key) ?? expressionOf(pattern, ignoreCase ? 'is' : 's');
  expressions.set(key, expression);
  return expression.test(text);
}

function expressionOf(pattern: string, flags: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, flags);
}

/** Whether every text that matches `inner` also matches `outer`. Only a `*` matches a `*` of the inner pattern. */
export function globContains(outer: string, inner: string): boolean {
  const contains = ofPositions((o, i) => {
    if (o === outer.length) {
      return i === inner.length;
    }
    if (outer[o] === '*') {
      return contains(o + 1, i) || (i < inner.length && contains(o, i + 1));
    }
    return i < inner.length && inner[i] !== '*' && (outer[o] === '?' || outer[o] === inner[i]) && contains(o + 1, i + 1);
  });
  return contains(0, 0);
}

/** Whether some text matches both patterns. */
export function globsIntersect(a: string, b: string): boolean {
  const intersect = ofPositions((i, j) => {
    if (a[i] === '*') {
      return intersect(i + 1, j) || (j < b.length && intersect(i, j + 1));
    }
    if (b[j] === '*') {
      return intersect(i, j + 1) || (i < a.length && intersect(i + 1, j));
    }
    if (i === a.length || j === b.length) {
      return i === a.length && j === b.length;
    }
    return ([b[j], '?'].includes(a[i]) || b[j] === '?') && intersect(i + 1, j + 1);
  });
  return intersect(0, 0);
}

/** Memoizes a function of positions in two texts. */
function ofPositions(compute: (one: number, other: number) => boolean): (one: number, other: number) => boolean {
  const seen = new Map<string, boolean>();
  return (one, other) => {
    const key = `${one},${other}`;
    const result = seen.get(key) ?? compute(one, other);
    seen.set(key, result);
    return result;
  };
}

/** Whether some ARN matches both patterns: a wildcard does not match across the parts of an ARN. */
export function arnsIntersect(a: string, b: string): boolean {
  const [one, other] = [a, b].map(arn => /^([^:]*):([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/.exec(arn)?.slice(1));
  return one && other ? one.every((part, index) => globsIntersect(part, other[index])) : globsIntersect(a, b);
}
