import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { PolicyFeature } from '../../../src/private/statements/documented-statement';
import { AWS } from '../../support/fold';
import { policiesOf, Statement } from '../../support/policies';
import { synthesize } from '../../support/synthesize';
import { OptionSet, OurStatement } from '../platform';

/** Where the names of the option sets live. */
export const ENV = { region: AWS.region, account: AWS.account };

/** A construct, and the data that its statements are made of. */
export interface Built {
  readonly construct: Construct;
  readonly features: readonly PolicyFeature[];
}

/** The statements of a construct as they stand in its template, each with its source and note. */
export function statementsOf(build: (stack: Stack) => Built): OptionSet {
  let built: Built | undefined;
  const { template } = synthesize(stack => {
    built = build(stack);
  }, { env: ENV });
  const emitted = policiesOf(template).flatMap(({ statements }) => statements);
  return { permissions: emitted.map(statement => documented(statement, built!.features)), trust: [] };
}

function documented(statement: Statement, features: readonly PolicyFeature[]): OurStatement {
  const data = features.flatMap(({ statements }) => statements).find(({ sid }) => sid === statement.Sid);
  if (!data) {
    throw new Error(`the template has a statement that the policy's data does not know: ${statement.Sid}`);
  }
  return { ...statement, Sid: data.sid, source: data.source, note: data.note };
}
