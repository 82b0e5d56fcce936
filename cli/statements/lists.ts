// Lists in sentences.

/** `a, b and c` */
export function listed(words: readonly string[], conjunction = 'and'): string {
  const unique = [...new Set(words)];
  return unique.length < 2 ? unique.join('')
    : `${unique.slice(0, -1).join(', ')} ${conjunction} ${unique[unique.length - 1]}`;
}

/** Sentences in a sentence: with commas if one has parts of its own. */
export function clauses(words: readonly string[]): string {
  const isLong = words.some(text => / or |, /.test(text));
  return words.length < 2 || !isLong ? listed(words)
    : `${words.slice(0, -1).join(', ')}, and ${words[words.length - 1]}`;
}

/** Words of patterns, which match more than one name. */
const OF_MANY = /[*?]|\bany(?:body|thing)?\b/;

/** The first of some words, and how many others there are: patterns before names. */
export function some(words: readonly string[], limit = 3): string {
  const all = [...new Set(words)];
  if (all.length <= limit) {
    const { start, middles, end } = factored(withTheirObjects(all));
    return `${start}${listed(middles, start.startsWith('any ') ? 'or' : 'and')}${end}`;
  }
  const { start, middles, end } = factored([...all].sort((one, other) =>
    Number(OF_MANY.test(other)) - Number(OF_MANY.test(one))));
  return `${start}${middles.slice(0, limit - 1).join(', ')} and ${all.length - limit + 1} others${end}`;
}

/** `the bucket A`, `objects in A` as `the bucket A`, `its objects`. */
function withTheirObjects(words: readonly string[]): readonly string[] {
  return words.map((text, index) => {
    const [, bucket, keys = ''] = /^objects in (?:the bucket )?(.*?)( whose keys .*)?$/s.exec(text) ?? [];
    return bucket !== undefined && words[index - 1] === `the bucket ${bucket}` ? `its objects${keys}` : text;
  });
}

interface Factored {
  readonly start: string;
  readonly middles: readonly string[];
  readonly end: string;
}

/** What words begin and end with, once: `the buckets ` A, B. */
function factored(words: readonly string[]): Factored {
  const [first, ...others] = words.map(text => text.split(' '));
  const shortest = Math.min(...words.map(text => text.split(' ').length));
  const whole = { start: '', middles: words, end: '' };
  if (others.length === 0 || words.some(text => text.includes(' (if '))) {
    return whole;
  }
  const differsAt = (at: (parts: readonly string[], index: number) => string, most: number) =>
    [...Array(most).keys()].find(index => others.some(parts => at(parts, index) !== at(first, index))) ?? most;
  const before = differsAt((parts, index) => parts[index], shortest - 1);
  const after = differsAt((parts, index) => parts[parts.length - 1 - index], shortest - 1 - before);
  const middles = [first, ...others].map(parts => parts.slice(before, parts.length - after).join(' '));
  const start = first.slice(0, before);
  const isShort = start[0] === 'any' ? middles.every(middle => !/ (?:in|of) /.test(middle)) : middles.every(middle => !middle.includes(' '));
  return before < (start[0] === 'the' ? 2 : 1) || !isShort ? whole : {
    start: `${startOfMany(start)} `,
    middles,
    end: after === 0 ? '' : ` ${first.slice(first.length - after).join(' ')}`,
  };
}

/** `the buckets` of `the bucket` */
function startOfMany(start: readonly string[]): string {
  const noun = start[start.length - 1];
  const isNoun = start.includes('the') && /^(?!(?:in|match|of|with)$)[A-Za-z]+$/.test(noun);
  return [...start.slice(0, -1), isNoun ? plural(noun) : noun].join(' ');
}

/** The plural of a noun, or of the last one of some words. */
export function plural(words: string): string {
  return /[^aeiou]y$/.test(words) ? `${words.slice(0, -1)}ies` : words.endsWith('s') ? words : `${words}s`;
}
