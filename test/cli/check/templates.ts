import { assemblyOf, filesIn } from './printed-app';
import { check, CheckAppOptions } from '../../../cli/check/check';
import { CheckResult } from '../../../cli/check/model';
import { TemplateJson } from '../../support/fold';

// Templates of the role `Churn/Jobs`, and live roles, in a few lines.

const TRUST = { Version: '2012-10-17', Statement: [] };
export const ROLE = 'arn:aws:iam::111122223333:role/churn-jobs';

export const allow = (Action: unknown, Resource: unknown, rest: object = {}) => ({ Effect: 'Allow', Action, Resource, ...rest });
export const documentOf = (statements: unknown) => ({ Version: '2012-10-17', Statement: statements });

interface Sections {
  /** Properties of the role. */
  readonly role?: object;
  readonly Resources?: object;
  readonly Conditions?: object;
}

/** A template of the role with these statements, and of a bucket that the app creates. */
export const templateOf = (statements: unknown, { role = {}, ...sections }: Sections = {}) => ({
  ...sections,
  Resources: {
    Data: { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'Churn/Data/Resource' } },
    Jobs: {
      Type: 'AWS::IAM::Role',
      Metadata: { 'aws:cdk:path': 'Churn/Jobs/Resource' },
      Properties: {
        AssumeRolePolicyDocument: TRUST, Policies: [{ PolicyName: 'P', PolicyDocument: documentOf(statements) }], ...role,
      },
    },
    ...sections.Resources,
  },
}) as unknown as TemplateJson;

/** The details of the live role. */
export const details = (statements: readonly object[], rest: object = {}) => ({
  RoleName: 'churn-jobs',
  Arn: ROLE,
  RolePolicyList: [{ PolicyName: 'Live', PolicyDocument: documentOf(statements) }],
  AttachedManagedPolicies: [],
  ...rest,
});

export interface Given {
  readonly resources?: unknown;
  readonly parameters?: unknown;
  readonly options?: Partial<CheckAppOptions>;
}

export function compared(app: TemplateJson, live: unknown, given: Given = {}): CheckResult {
  const { resources = {}, parameters = {}, options } = given;
  const files = filesIn({ 'live.json': live, 'resources.json': resources, 'parameters.json': parameters });
  return check({
    app: assemblyOf(app, 'Churn'),
    live: [`${files}/live.json`],
    resources: [`${files}/resources.json`],
    parameters: [`${files}/parameters.json`],
    ...options,
  });
}

/** The missing, the unclear and the needless permissions. */
export const kindsOf = ({ missing, unclear, beyond }: CheckResult) => [missing, unclear, beyond].map(findings =>
  findings.map(({ action, resource, reason }) => `${action} on ${resource}: ${reason}`));
