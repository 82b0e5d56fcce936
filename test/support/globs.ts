/** The expressions of patterns, which many texts are compared with. */
const expressions = new Map<string, RegExp>();

/** More characters than any text has. */
const LONGEST = 1e6;

/** IAM's wildcards: `*` for any characters, `?` for one. */
export function globMatches(pattern: string, text: string, ignoreCase = false): boolean {
  if (!/[*?]/.test(pattern)) {
    return pattern === text || (ignoreCase && pattern.toLowerCase() === text.toLowerCase());
  }
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
  if (!beginAlike(outer, inner)) {
    return false;
  }
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
  if (!beginAlike(a, b)) {
    return false;
  }
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

const [STAR, QUESTION_MARK] = ['*', '?'].map(wildcard => wildcard.charCodeAt(0));

/** Whether two patterns may match the same text, by their characters up to a wildcard: most pairs differ there. */
function beginAlike(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const [one, other] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (one === STAR || other === STAR) {
      return true;
    }
    if (one !== other && one !== QUESTION_MARK && other !== QUESTION_MARK) {
      return false;
    }
  }
  return true;
}

/** Memoizes a function of positions in two texts. */
function ofPositions(compute: (one: number, other: number) => boolean): (one: number, other: number) => boolean {
  const seen = new Map<number, boolean>();
  return (one, other) => {
    const key = one * LONGEST + other;
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
