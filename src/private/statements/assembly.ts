import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { DataDocument, StatementJson } from './document';
import { DocumentedStatement, PolicyFeature, Statements, THIS_ROLE } from './documented-statement';
import { PolicyPlacement } from '../../common/policy-placement';
import { setDocumentedSids } from '../options/documented-sids';
import { fail, format } from '../options/errors';
import { hasPolicyVariable } from '../options/literals';

/** The statements of a policy document. */
export interface PolicyDraft {
  readonly name: string;
  readonly documented: Statements;
  readonly additional: readonly iam.PolicyStatement[];
}

/** The documents of a role, by placement. */
export interface Assembly {
  /** In the order of the features. */
  readonly drafts: readonly PolicyDraft[];
  /** Statements that need a separate policy: in the role they would be a circular dependency. */
  readonly separate: readonly PolicyDraft[];
}

const LEGAL_SID = /^[A-Za-z0-9]+$/;

/** IAM accepts tab, line feed, carriage return and Latin-1. */
const ILLEGAL_CHARACTER = /[^\t\n\r\u0020-\u00ff]/u;

/** In JSON: what may be such a character, and the start of a policy variable. */
const SUSPICIOUS = /[^ -\u00ff]|\\[^"\\tnr]|\$\{(?!Token\[)/;

/** The features of each construct, for tests and documentation: templates have no sources and notes. */
const FEATURES = new WeakMap<IConstruct, readonly PolicyFeature[]>();

/** The documented features of a construct, for its options and its version. */
export function documentedFeaturesOf(construct: IConstruct): readonly PolicyFeature[] {
  return FEATURES.get(construct) ?? [];
}

/**
 * Groups the statements of a role into documents. The grouping depends only on the placement and the features, and not
 * on sizes, so that a growing policy moves no statement to another document.
 *
 * @param ownArn the ARN of the role, if it can be written before the role exists
 */
export function assemble(
  scope: IConstruct,
  placement: PolicyPlacement,
  features: readonly PolicyFeature[],
  additional: readonly iam.PolicyStatement[],
  ownArn?: string,
): Assembly {
  checkSids(scope, features, additional);
  FEATURES.set(scope, features);
  setDocumentedSids(scope, () => features.flatMap(({ statements }) => statements.map(({ sid }) => sid)));
  const documents = features.map(feature => documentOf(feature, ownArn));
  const isApart = ({ isSeparate }: FeatureDocument) => isSeparate && placement !== PolicyPlacement.SEPARATE;
  const inRole = documents.filter(document => !isApart(document));
  const drafts = placement === PolicyPlacement.MANAGED
    ? [...inRole.map(draftOf), { name: 'Additional', documented: [], additional }]
    : [{ name: 'Permissions', documented: inRole.flatMap(({ statements }) => statements), additional }];
  const onItself = { name: 'OnItself', documented: documents.flatMap(document => document.onItself), additional: [] };
  const separate = [...documents.filter(isApart).map(draftOf), onItself];
  [...drafts, ...separate].forEach(draft => checkCharacters(scope, draft));
  return { drafts: drafts.filter(isFilled), separate: separate.filter(isFilled) };
}

/** The statements of a feature. Those on the role itself need a separate policy if its ARN is not known. */
interface FeatureDocument {
  readonly name: string;
  readonly isSeparate: boolean;
  readonly statements: Statements;
  readonly onItself: Statements;
}

function documentOf(
  { name, statements, isSeparate = false }: PolicyFeature, ownArn: string | undefined,
): FeatureDocument {
  if (!statements.some(namesItself)) {
    return { name, isSeparate, statements, onItself: [] };
  }
  const known = statements.map(statement => withOwnArn(statement, ownArn));
  return {
    name,
    isSeparate,
    statements: known.filter(statement => !namesItself(statement)),
    onItself: known.filter(namesItself),
  };
}

function draftOf({ name, statements }: FeatureDocument): PolicyDraft {
  return { name, documented: statements, additional: [] };
}

function isFilled({ documented, additional }: PolicyDraft): boolean {
  return documented.length + additional.length > 0;
}

/** The document for the CDK. */
export function policyDocument({ documented, additional }: PolicyDraft, ownArn?: string): iam.PolicyDocument {
  return new DataDocument(
    documented.map(statement => statementJson(withOwnArn(statement, ownArn))),
    additional,
  );
}

/** The document as data, to measure it. */
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
      fail(scope, `the Sid '${sid}' of a documented statement is invalid or used twice`);
    }
    taken.add(sid);
  }
  for (const { sid } of additional) {
    if (sid === undefined) {
      continue;
    }
    if (!LEGAL_SID.test(sid)) {
      fail(scope, `'additionalStatements' has the Sid '${sid}': a Sid may contain only letters and digits`);
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

/**
 * Rejects characters that IAM does not accept, and policy variables in documented statements, apart from those of their
 * sources: their values vary.
 */
function checkCharacters(scope: IConstruct, { documented, additional }: PolicyDraft): void {
  const json = JSON.stringify(documented.map(({ resources, conditions }) => [resources, conditions]));
  for (const { sid, resources, conditions, variables = [] } of SUSPICIOUS.test(json) ? documented : []) {
    [...resources, ...(conditions ? [JSON.stringify(conditions)] : [])].forEach(text => {
      checkText(scope, sid, text);
      if (hasPolicyVariable(variables.reduce((rest, name) => rest.replaceAll(`\${${name}}`, ''), text))) {
        fail(
          scope,
          `statement ${format(sid)} must not contain a policy variable, got ${format(text)}: leave it out ` +
            "with StatementOverride.omit(), and use 'additionalStatements' for statements with variables",
        );
      }
    });
  }
  additional.forEach(statement => checkText(scope, statement.sid, JSON.stringify(statement.toStatementJson())));
}

function checkText(scope: IConstruct, sid: string | undefined, text: string): void {
  const character = ILLEGAL_CHARACTER.exec(text)?.[0];
  if (character !== undefined) {
    fail(
      scope,
      `statement ${format(sid)} contains '${character}', but policies may contain only Latin-1 characters, got ` +
        `${format(text)}: use a prefix without it, or the whole bucket`,
    );
  }
}
