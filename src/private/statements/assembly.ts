import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { DataDocument, StatementJson } from './document';
import { DocumentedStatement, PolicyFeature, THIS_ROLE } from './documented-statement';
import { PolicyPlacement } from '../../common/policy-placement';
import { fail, shown } from '../options/errors';

/** What one policy document is made of. */
export interface PolicyDraft {
  readonly name: string;
  readonly documented: readonly DocumentedStatement[];
  readonly additional: readonly iam.PolicyStatement[];
}

/** The documents of a role, by where they may stand. */
export interface Assembly {
  /** In the order of the features. */
  readonly drafts: readonly PolicyDraft[];
  /** What a document that the role lists or holds can't say: statements on the role itself, and on what names it. */
  readonly beside: readonly PolicyDraft[];
}

const LEGAL_SID = /^[A-Za-z0-9]+$/;

/** IAM takes tab, line feed, carriage return and Latin-1. */
const ILLEGAL_CHARACTER = /[^\t\n\r\u0020-\u00ff]/u;

/**
 * Groups the statements of a role into documents. What stands where depends on the placement and on the features
 * alone, never on sizes: nothing moves when a policy grows.
 *
 * @param ownArn the ARN of the role where it can be written before the role exists
 */
export function assemble(
  scope: IConstruct,
  placement: PolicyPlacement,
  features: readonly PolicyFeature[],
  additional: readonly iam.PolicyStatement[],
  ownArn?: string,
): Assembly {
  checkSids(scope, features, additional);
  const itself = ownArn === undefined ? features.flatMap(feature => feature.statements).filter(namesItself) : [];
  const draftOf = ({ name, statements }: PolicyFeature): PolicyDraft => ({
    name,
    documented: statements
      .filter(statement => !itself.includes(statement))
      .map(statement => withOwnArn(statement, ownArn)),
    additional: [],
  });
  const isBeside = ({ standsBeside = false }: PolicyFeature) => standsBeside && placement !== PolicyPlacement.SEPARATE;
  const own = features.filter(feature => !isBeside(feature)).map(draftOf);
  const drafts: readonly PolicyDraft[] =
    placement === PolicyPlacement.MANAGED
      ? [...own, { name: 'Additional', documented: [], additional }]
      : [{ name: 'Permissions', documented: own.flatMap(draft => draft.documented), additional }];
  const beside = [...features.filter(isBeside).map(draftOf), { name: 'OnItself', documented: itself, additional: [] }];
  [...drafts, ...beside].forEach(draft => checkCharacters(scope, draft));
  return { drafts: drafts.filter(isFilled), beside: beside.filter(isFilled) };
}

function isFilled({ documented, additional }: PolicyDraft): boolean {
  return documented.length + additional.length > 0;
}

/** The document for CDK. */
export function policyDocument({ documented, additional }: PolicyDraft, ownArn?: string): iam.PolicyDocument {
  return new DataDocument(
    documented.map(statement => statementJson(withOwnArn(statement, ownArn))),
    additional,
  );
}

/** The document as data, for measuring it. */
export function policyJson({ documented, additional }: PolicyDraft): unknown {
  return {
    Statement: [
      ...documented.map(statementJson),
      ...additional.map(statement => statement.toStatementJson() as unknown),
    ],
    Version: '2012-10-17',
  };
}

function statementJson({ sid, actions, resources, conditions }: DocumentedStatement): StatementJson {
  return {
    Action: scalarOrList(actions),
    Condition: conditions,
    Effect: 'Allow',
    Resource: scalarOrList(resources),
    Sid: sid,
  };
}

function namesItself(statement: DocumentedStatement): boolean {
  return statement.resources.includes(THIS_ROLE);
}

function withOwnArn(statement: DocumentedStatement, ownArn: string | undefined): DocumentedStatement {
  return ownArn !== undefined && namesItself(statement)
    ? { ...statement, resources: statement.resources.map(resource => (resource === THIS_ROLE ? ownArn : resource)) }
    : statement;
}

function scalarOrList(values: readonly string[]): string | readonly string[] {
  const distinct = [...new Set(values)];
  return distinct.length === 1 ? distinct[0] : distinct;
}

function checkSids(
  scope: IConstruct,
  features: readonly PolicyFeature[],
  additional: readonly iam.PolicyStatement[],
): void {
  const taken = new Set<string>();
  for (const { sid } of features.flatMap(({ statements }) => statements)) {
    if (!LEGAL_SID.test(sid) || taken.has(sid)) {
      fail(scope, `the Sid '${sid}' of a documented statement is not legal, or stands twice`);
    }
    taken.add(sid);
  }
  for (const { sid } of additional) {
    if (sid === undefined) {
      continue;
    }
    if (!LEGAL_SID.test(sid)) {
      fail(scope, `'additionalStatements' has the Sid '${sid}': a Sid holds letters and digits only`);
    }
    if (taken.has(sid)) {
      fail(
        scope,
        `'additionalStatements' has the Sid '${sid}', which another statement of the role has: choose another`,
      );
    }
    taken.add(sid);
  }
}

function checkCharacters(scope: IConstruct, { documented, additional }: PolicyDraft): void {
  for (const { sid, resources, conditions } of documented) {
    resources.forEach(resource => checkText(scope, sid, resource));
    if (conditions) {
      checkText(scope, sid, JSON.stringify(conditions));
    }
  }
  additional.forEach(statement => checkText(scope, statement.sid, JSON.stringify(statement.toStatementJson())));
}

function checkText(scope: IConstruct, sid: string | undefined, text: string): void {
  const character = ILLEGAL_CHARACTER.exec(text)?.[0];
  if (character !== undefined) {
    fail(
      scope,
      `statement ${shown(sid)} holds '${character}', and policies hold characters of Latin-1 only, got ` +
        `${shown(text)}: name a prefix without it, or the whole bucket`,
    );
  }
}
