import { GUIDE_2_11 } from './guide-versions';
import { ANY, Conditions, DocumentedStatement } from '../../private/statements/documented-statement';

/** What the guide prints in place of a narrower statement. */
interface Printed {
  readonly actions?: readonly string[];
  readonly conditions?: Conditions;
}

/** A statement, and what the guide prints on all resources where that is wider. */
export interface ClusterStatement extends DocumentedStatement {
  readonly printed?: Printed;
}

export type Statements = readonly ClusterStatement[];

export const ON_ALL: Printed = {};

const AS_PRINTED = 'extended: the wide form that the guide prints, asked for by unrestrictedAccess';

/** The statements as the guide prints them, where the user asks for that. */
export function scoped(isUnrestricted: boolean, statements: Statements): readonly DocumentedStatement[] {
  return statements.map(({ printed, ...statement }) =>
    isUnrestricted && printed
      ? { ...statement, conditions: undefined, ...printed, resources: ANY, note: AS_PRINTED }
      : statement,
  );
}

/** What the guide granted up to version 2.9 only. */
export function untilGuide29(isOutdated: boolean, statements: Statements): Statements {
  return isOutdated ? statements.map(statement => ({ ...statement, until: GUIDE_2_11 })) : statements;
}

/** To the service EC2, which has a name of its own in China. */
export const EC2_SERVICES = ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'];

export function passedTo(...services: readonly string[]): Conditions {
  return { StringEquals: { 'iam:PassedToService': services.length === 1 ? services[0] : services } };
}
