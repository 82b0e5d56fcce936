import { Stack, Tokenization } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { Bounds, sum } from './length-range';
import { LIMITS, Measure, measure, measureResolved } from './policy-size';

export interface SizeRule {
  readonly limit: number;
  /** From which size on the size must be exact, where that is not the limit. */
  readonly exactAbove?: number;
  /** The id of the warning. */
  readonly warning: string;
  readonly wayOut: string;
}

/** Compares the sizes of policies with the quotas of IAM, in one run of the checks at synthesis. */
export class SizeCheck {
  public readonly errors: string[] = [];
  /** By document: several checks may ask for each. */
  private readonly measures = new Map<unknown, Measure>();

  constructor(
    private readonly scope: IConstruct,
    private readonly warn: (id: string, message: string) => void,
  ) {}

  /** An error above the limit, a warning where only the names of resources decide. Gives the size. */
  public check(what: string, documents: readonly unknown[], { limit, exactAbove, warning, wayOut }: SizeRule): Bounds {
    const bounds = this.sizeOf(documents, exactAbove ?? limit);
    if (bounds[0] > limit) {
      this.errors.push(`${what} ${shownBounds(bounds)} characters, IAM allows ${limit}: ${wayOut}`);
    } else if (bounds[1] > limit) {
      this.warn(
        warning,
        `${what} ${shownBounds(bounds)} characters, depending on names that are not known at synthesis; ` +
          `IAM allows ${limit}: ${wayOut}`,
      );
    }
    return bounds;
  }

  /** @param name what follows the id of the warning, so that each policy can be acknowledged by itself */
  public checkManagedPolicy(name: string, what: string, document: unknown, wayOut: string): void {
    this.check(`the managed policy ${what} takes`, [document], {
      limit: LIMITS.managedPolicy,
      warning: `policySize:${name}`,
      wayOut,
    });
  }

  public measure(document: unknown): Measure {
    const measured = this.measures.get(document) ?? measure(asData(document));
    this.measures.set(document, measured);
    return measured;
  }

  /** Measures what the documents are now, and what they resolve to only if that could be too long. */
  private sizeOf(documents: readonly unknown[], limit: number): Bounds {
    const bounds = sum(documents.map(document => this.boundsOf(document)));
    return bounds[1] > limit ? sum(documents.map(document => this.exactBoundsOf(document))) : bounds;
  }

  private boundsOf(document: unknown): Bounds {
    return Tokenization.isResolvable(asData(document))
      ? measureResolved(this.scope, document)
      : this.measure(document).bounds;
  }

  private exactBoundsOf(document: unknown): Bounds {
    return measureResolved(this.scope, document instanceof iam.PolicyDocument ? this.distinct(document) : document);
  }

  /** A template has equal statements once, and statements whose tokens are only of equal length both. */
  private distinct(document: iam.PolicyDocument): unknown {
    const { Statement: statements = [], ...rest } = (document.toJSON() ?? {}) as { Statement?: readonly unknown[] };
    const stack = Stack.of(this.scope);
    const byText = new Map(statements.map(statement => [JSON.stringify(stack.resolve(statement)), statement]));
    return { ...rest, Statement: [...byText.values()] };
  }
}

function asData(document: unknown): unknown {
  return document instanceof iam.PolicyDocument ? (document.toJSON() as unknown) : document;
}

/** What says each thing once, however often the app is synthesized. */
export function once(tell: (id: string, message: string) => void): (id: string, message: string) => void {
  const told = new Set<string>();
  return (id, message) => {
    if (!told.has(id)) {
      told.add(id);
      tell(id, message);
    }
  };
}

export function shownBounds([min, max]: Bounds): string {
  return min === max ? `${min}` : `${min} to ${max}`;
}
