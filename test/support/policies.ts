import { fold, Environment, Json, JsonObject, TemplateJson } from './fold';

/** A statement of a folded policy, with lists where IAM also accepts a single value. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Principal?: JsonObject;
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: string | readonly string[] } };
}

export function statementsOf(document: Json): Statement[] {
  return list((document as JsonObject).Statement).map(entry => {
    const statement = entry as JsonObject;
    return {
      ...statement,
      Action: list(statement.Action),
      Resource: list(statement.Resource),
    } as unknown as Statement;
  });
}

export interface RolePolicies {
  readonly logicalId: string;
  readonly properties: JsonObject;
  readonly trust: Statement[];
  readonly inline: Statement[];
  readonly managed: { readonly logicalId: string; readonly statements: Statement[] }[];
  readonly separate: { readonly logicalId: string; readonly statements: Statement[] }[];
  /** All permissions of the role in the template. */
  readonly all: Statement[];
}

/** The roles of a template with their inline policies, listed managed policies and attached policies. */
export function rolesOf(template: TemplateJson, environment?: Environment): RolePolicies[] {
  const resources = Object.entries(template.Resources ?? {});
  const folded = fold(template, environment);
  return resources
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .map(([logicalId, role]) => {
      const properties = folded.Resources[logicalId].Properties ?? {};
      const references = (value: Json) => JSON.stringify(list(value)).includes(`"Ref":"${logicalId}"`);
      const documents = (type: string, attached: (id: string, props: JsonObject) => boolean) =>
        resources
          .filter(([id, resource]) => resource.Type === type && attached(id, resource.Properties ?? {}))
          .map(([id]) => ({
            logicalId: id,
            statements: statementsOf(folded.Resources[id].Properties!.PolicyDocument),
          }));
      const inline = list(properties.Policies).flatMap(policy => statementsOf((policy as JsonObject).PolicyDocument));
      const managed = documents(
        'AWS::IAM::ManagedPolicy',
        (id, { Roles }) =>
          references(Roles) || JSON.stringify(role.Properties?.ManagedPolicyArns ?? []).includes(`"Ref":"${id}"`),
      );
      const separate = documents('AWS::IAM::Policy', (_id, { Roles }) => references(Roles));
      return {
        logicalId,
        properties,
        trust: statementsOf(properties.AssumeRolePolicyDocument),
        inline,
        managed,
        separate,
        all: [
          ...inline,
          ...managed.flatMap(policy => policy.statements),
          ...separate.flatMap(policy => policy.statements),
        ],
      };
    });
}

export interface Policy {
  /** The logical id of the role with the inline policy, or of the policy itself. */
  readonly logicalId: string;
  readonly placement: 'inline' | 'managed' | 'separate';
  readonly statements: Statement[];
  /** The size as IAM counts it, without white space. */
  readonly characters: number;
}

/** All permissions in a template, of any principal. */
export function policiesOf(template: TemplateJson, environment?: Environment): Policy[] {
  const policy = (logicalId: string, placement: Policy['placement'], document: Json): Policy =>
    ({ logicalId, placement, statements: statementsOf(document), characters: JSON.stringify(document).length });
  return Object.entries(fold(template, environment).Resources).flatMap(([id, { Type, Properties = {} }]) => {
    switch (Type) {
      case 'AWS::IAM::Role':
        return list(Properties.Policies).map(inline => policy(id, 'inline', (inline as JsonObject).PolicyDocument));
      case 'AWS::IAM::ManagedPolicy':
        return [policy(id, 'managed', Properties.PolicyDocument)];
      case 'AWS::IAM::Policy':
        return [policy(id, 'separate', Properties.PolicyDocument)];
      default:
        return [];
    }
  });
}

function list(value: Json): Json[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}
