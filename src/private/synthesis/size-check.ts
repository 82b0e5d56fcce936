import { Stack, Tokenization } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { LengthRange, sum } from './length-range';
import { LIMITS } from './limits';
import { Measure, measure, measureJson, measureResolved } from './policy-size';
import { DataDocument } from '../statements/document';

export interface SizeRule {
  readonly limit: number;
  /** The size above which the exact size is needed, if other than the limit. */
  readonly exactAbove?: number;
  /** The id of the warning. */
  readonly warning: string;
  readonly wayOut: string;
}

/** Compares the sizes of policies with the quotas of IAM, during one synthesis. */
export class SizeCheck {
  public readonly errors: string[] = [];
  /** By document, since several checks measure the same one. */
  private readonly measures = new Map<unknown, Measure>();

  constructor(
    private readonly scope: IConstruct,
    private readonly warn: (id: string, message: string) => void,
  ) {}

  /** Adds an error if the minimum size is above the limit, or a warning if only the maximum is. Returns the size. */
  public check(what: string, documents: readonly unknown[], rule: SizeRule): LengthRange {
    const { limit, exactAbove, warning, wayOut } = rule;
    const range = this.sizeOf(documents, exactAbove ?? limit);
    if (range[0] > limit) {
      this.errors.push(`${what} ${formatRange(range)} characters, IAM allows ${limit}: ${wayOut}`);
    } else if (range[1] > limit) {
      this.warn(
        warning,
        `${what} ${formatRange(range)} characters, depending on names that are not known at synthesis; ` +
          `IAM allows ${limit}: ${wayOut}`,
      );
    }
    return range;
  }

  /** @param name the suffix of the warning's id, so that each policy can be acknowledged separately */
  public checkManagedPolicy(name: string, what: string, document: unknown, wayOut: string): void {
    this.check(`the managed policy ${what} takes`, [document], {
      limit: LIMITS.managedPolicy,
      warning: `policySize:${name}`,
      wayOut,
    });
  }

  public measure(document: unknown): Measure {
    const measured = this.measures.get(document) ?? measureDocument(document);
    this.measures.set(document, measured);
    return measured;
  }

  /** Measures the documents unresolved, and resolves them only if they could be too long. */
  private sizeOf(documents: readonly unknown[], limit: number): LengthRange {
    const range = sum(documents.map(document => this.rangeOf(document)));
    return range[1] > limit ? sum(documents.map(document => this.exactRangeOf(document))) : range;
  }

  private rangeOf(document: unknown): LengthRange {
    return Tokenization.isResolvable(document) && !(document instanceof iam.PolicyDocument)
      ? measureResolved(this.scope, document)
      : this.measure(document).range;
  }

  private exactRangeOf(document: unknown): LengthRange {
    return measureResolved(this.scope, document instanceof iam.PolicyDocument ? this.distinct(document) : document);
  }

  /** Removes duplicate statements, as the template does. Compares resolved text: lengths alone could be equal. */
  private distinct(document: iam.PolicyDocument): unknown {
    const { Statement: statements = [], ...rest } = (document.toJSON() ?? {}) as { Statement?: readonly unknown[] };
    const stack = Stack.of(this.scope);
    const byText = new Map(statements.map(statement => [JSON.stringify(stack.resolve(statement)), statement]));
    return { ...rest, Statement: [...byText.values()] };
  }
}

function measureDocument(document: unknown): Measure {
  const json = document instanceof DataDocument ? document.json : undefined;
  return json === undefined
    ? measure(document instanceof iam.PolicyDocument ? document.toJSON() : document) : measureJson(json);
}

/** Reports each id once, even if the app is synthesized again. */
export function once(report: (id: string, message: string) => void): (id: string, message: string) => void {
  const reported = new Set<string>();
  return (id, message) => {
    if (!reported.has(id)) {
      reported.add(id);
      report(id, message);
    }
  };
}

export function formatRange([min, max]: LengthRange): string {
  return min === max ? `${min}` : `${min} to ${max}`;
}
