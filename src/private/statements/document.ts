import { IResolveContext } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

/** A statement as in the template, but with tokens. */
export interface StatementJson {
  readonly Action: string | readonly string[];
  readonly Condition?: object;
  readonly Effect: 'Allow';
  readonly Resource: string | readonly string[];
  readonly Sid: string;
}

/** A policy document as the CDK renders it. */
interface DocumentJson {
  readonly Statement: readonly unknown[];
  readonly Version: string;
}

/**
 * A policy document whose first statements are plain data. The CDK resolves a document three times at synthesis, and
 * renders, normalizes and compares every `PolicyStatement` each time: a third of the time needed for a role.
 *
 * The CDK never merges these statements, whatever the feature flags are.
 */
export class DataDocument extends iam.PolicyDocument {
  constructor(
    private readonly data: readonly StatementJson[],
    statements: readonly iam.PolicyStatement[],
  ) {
    super({ minimize: false, statements: [...statements] });
  }

  public get isEmpty(): boolean {
    return this.statementCount === 0;
  }

  public get statementCount(): number {
    return this.data.length + super.statementCount;
  }

  public resolve(context: IResolveContext): unknown {
    return super.statementCount === 0 ? this.toJSON() : this.afterData(super.resolve(context) as DocumentJson);
  }

  public toJSON(): unknown {
    return this.isEmpty ? undefined : this.afterData(super.toJSON() as DocumentJson);
  }

  private afterData(document: DocumentJson): DocumentJson {
    return { ...document, Statement: [...this.data, ...document.Statement] };
  }
}
