import { Pattern, patternOf, resourceContains, resourcesMayIntersect } from '../../src/private/comparison/patterns';
import { globContains, globsIntersect } from '../../src/private/statements/globs';

// Texts of a review as patterns: what is known at the deployment only equals itself, and nothing else for certain.

const NO_VARIABLES = new Map<string, string>();

/** The text, with names of unknown values whose case is kept. */
export function nameKept(text: string): string {
  const start = text.indexOf('${');
  if (start < 0) {
    return text;
  }
  const end = endOfName(text, start + 2);
  const name = Buffer.from(text.slice(start + 2, end)).toString('hex');
  return `${text.slice(0, start)}\${${name}}${nameKept(text.slice(end + 1))}`;
}

/** The position of the brace that closes the name. Functions have braces of their own. */
function endOfName(text: string, start: number): number {
  let depth = 1;
  for (let index = start; index < text.length; index++) {
    depth += text[index] === '{' ? 1 : text[index] === '}' ? -1 : 0;
    if (depth === 0) {
      return index;
    }
  }
  return text.length;
}

function patternIn(text: string): Pattern {
  return patternOf(nameKept(text), NO_VARIABLES);
}

/** How one kind of texts is compared. */
export interface Texts {
  /** Whether the outer one has all of the inner one, for certain. */
  contains(outer: string, inner: string): boolean;
  /** Whether they have something in common: unless it is certain that they have nothing. */
  mayIntersect(one: string, other: string): boolean;
}

export const ACTIONS: Texts = {
  contains: (outer, inner) => globContains(globOfAction(outer), globOfAction(inner)),
  mayIntersect: (one, other) => globsIntersect(anyOf(globOfAction(one)), anyOf(globOfAction(other))),
};

function globOfAction(action: string): string {
  return patternIn(action).glob.toLowerCase();
}

/** The widest pattern that an unknown value may make. */
function anyOf(glob: string): string {
  return glob.replace(/[\ue000-\ue1ff]+/g, '*');
}

/** @param action the one that is allowed on them */
export function resourcesOf(action: string): Texts {
  const asked = globOfAction(action);
  return {
    contains: (outer, inner) => resourceContains(patternIn(outer).glob, patternIn(inner).glob, asked),
    mayIntersect: (one, other) => resourcesMayIntersect(patternIn(one).glob, patternIn(other).glob, asked),
  };
}

/**
 * Principals have no wildcards but `*`, which is every principal of AWS. An account does not contain its roles for
 * certain: they may do more if they are named.
 */
export const PRINCIPALS: Texts = {
  contains: (outer, inner) => outer === inner || (outer === '*' && !/^[A-Z]\w+: /.test(inner)),
  mayIntersect: () => true,
};
