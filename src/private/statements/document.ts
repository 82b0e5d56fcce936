import { IResolveContext } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

/** A statement as it stands in a template, apart from tokens. */
export interface StatementJson {
  readonly Action: string | readonly string[];
  readonly Condition?: object;
  readonly Effect: 'Allow';
  readonly Resource: string | readonly string[];
  readonly Sid: string;
}

/** What the CDK makes of the statements of a document, or nothing where it has none. */
interface DocumentJson {
  readonly Statement: readonly unknown[];
  readonly Version: string;
}

/**
 * A policy document that starts with statements that are data. The CDK resolves a document three times at synthesis,
 * and each time renders, normalizes and compares every `PolicyStatement` anew: a third of the time that a role takes.
 *
 * Never merged: one statement of ours is one statement of the template, under any feature flag.
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
