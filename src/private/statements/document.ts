import { IResolveContext } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { mapConditions } from './conditions';
import { Conditions } from './documented-statement';
import { inTemplate, unresolvedIn } from './intrinsics';

/** A statement as in the template, but with tokens. */
export interface StatementJson {
  readonly Action: string | readonly string[];
  readonly Condition?: Conditions;
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

  /** The document as a text with tokens, if all of it is data. */
  public get json(): string | undefined {
    return super.statementCount === 0 ? JSON.stringify(this.toJSON()) : undefined;
  }

  public resolve(context: IResolveContext): unknown {
    // While it prepares, the CDK only looks for tokens.
    const statements = context.preparing ? unresolvedIn(JSON.stringify(this.data)) : this.data.map(statementInTemplate);
    const ofUser = super.statementCount === 0 ? super.toJSON() : super.resolve(context);
    return this.isEmpty ? undefined : following(statements, ofUser);
  }

  public toJSON(): unknown {
    return this.isEmpty ? undefined : following(this.data, super.toJSON());
  }
}

/** The document, with these statements before its own. */
function following(statements: readonly unknown[], document: unknown): DocumentJson {
  const { Statement, ...rest } = document as DocumentJson;
  return { Statement: [...statements, ...Statement], ...rest };
}

/** In the same order: that of the template. */
function statementInTemplate({ Action, Condition, Effect, Resource, Sid }: StatementJson): object {
  return {
    Action,
    Condition: Condition && mapConditions(Condition, textsInTemplate),
    Effect,
    Resource: textsInTemplate(Resource),
    Sid,
  };
}

function textsInTemplate(texts: string | readonly string[]): unknown {
  return typeof texts === 'string' ? inTemplate(texts) : texts.map(inTemplate);
}
