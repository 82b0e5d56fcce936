import { AccessLevel } from '../review/model';

export const ACCESS_LEVELS: readonly AccessLevel[] = ['list', 'read', 'write', 'tagging', 'permissions'];

/** The verbs that names of actions begin with, in lower case, and the level of most of their actions. */
export class Verbs {
  /** Longest first: `Describe` is not the verb of `DescribeTags`, if `DescribeTags` is one. */
  private readonly sorted: readonly string[];

  constructor(private readonly levels: ReadonlyMap<string, AccessLevel>) {
    this.sorted = [...levels.keys()].sort((one, other) => other.length - one.length);
  }

  /** The verb of an action's name, in any case. */
  public of(name: string): string | undefined {
    const lower = name.toLowerCase();
    return this.sorted.find(verb => lower.startsWith(verb));
  }

  public levelOf(verb: string): AccessLevel | undefined {
    return this.levels.get(verb);
  }

  public all(): readonly string[] {
    return this.sorted;
  }
}
