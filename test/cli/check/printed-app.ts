import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AWS, Environment, fold, Json, JsonObject, TemplateJson } from '../../support/fold';

// An app as the CDK synthesizes it, and its role as AWS prints it.

/** Writes files to a new directory, and returns it. */
export function filesIn(files: Readonly<Record<string, unknown>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'check-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(directory, name, '..'), { recursive: true });
    writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return directory;
}

/** A cloud assembly with one stack, and with a construct of this library at a path. */
export function assemblyOf(
  template: TemplateJson, stack: string, construct?: { readonly path: string; readonly name: string },
  environment: Environment | undefined = AWS,
): string {
  const fqn = construct && `cdk-platform-iam.${construct.name}`;
  return filesIn({
    'manifest.json': {
      version: '48.0.0',
      artifacts: {
        [stack]: {
          type: 'aws:cloudformation:stack',
          environment: environment ? `aws://${environment.account}/${environment.region}` : 'aws://unknown-account/unknown-region',
          properties: { templateFile: 'stack.json' },
        },
        Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
      },
    },
    'tree.json': {
      tree: { children: construct ? { it: { path: construct.path, constructInfo: { fqn, version: '1.2.3' } } } : {} },
    },
    'stack.json': template,
  });
}

/** What `aws cloudformation describe-stack-resources` prints, and a map of parameters and of attributes. */
export function resourcesOf(template: TemplateJson, stack: string, environment: Environment = AWS): readonly object[] {
  const resources = template.Resources ?? {};
  const parameters = Object.keys((template as { Parameters?: object }).Parameters ?? {});
  const valueOf = (value: Json) => {
    const probe = { Resources: { ...resources, Probe: { Type: 'Probe', Properties: { value } } } };
    return fold(probe, environment).Resources.Probe.Properties!.value as string;
  };
  const attributes = [...JSON.stringify(template).matchAll(/\{"Fn::GetAtt":\["(\w+)","([\w.]+)"\]\}/g)];
  return [
    {
      StackResources: Object.entries(resources).map(([id, { Type }]) => ({
        StackName: stack, LogicalResourceId: id, PhysicalResourceId: valueOf({ Ref: id }), ResourceType: Type,
      })),
    },
    Object.fromEntries([
      ...parameters.map(name => [name, valueOf({ Ref: name })] as const),
      ...attributes.map(([, id, name]) => [`${id}.${name}`, valueOf({ 'Fn::GetAtt': [id, name] })] as const),
    ]),
  ];
}

interface PrintedPolicy {
  readonly name: string;
  readonly arn?: string;
  readonly statements: readonly JsonObject[];
}

/** A role with the policies that a template gives it, as they can be changed before they are printed. */
export interface PrintedRole {
  readonly name: string;
  readonly policies: readonly PrintedPolicy[];
  /** The ARNs of managed policies of others. */
  readonly attached: readonly string[];
  readonly boundary?: string;
}

/** The role of the construct at a path, or a role with the policies that it makes for an existing one. */
export function roleIn(template: TemplateJson, path: string, environment: Environment = AWS): PrintedRole {
  const resources = Object.entries(fold(template, environment).Resources);
  const isOf = ([, resource]: (typeof resources)[number]) =>
    String((resource as { Metadata?: JsonObject }).Metadata?.['aws:cdk:path']).startsWith(`${path}/`);
  const role = resources.find(entry => entry[1].Type === 'AWS::IAM::Role' && isOf(entry));
  const properties = role?.[1].Properties ?? {};
  const ofType = (type: string) => resources.filter(entry => entry[1].Type === type
    && (isOf(entry) || listOf(entry[1].Properties?.Roles).includes(role?.[0].toLowerCase())));
  const managed = ofType('AWS::IAM::ManagedPolicy').map(([id, { Properties }]) => ({
    name: id,
    arn: `arn:${environment.partition}:iam::${environment.account}:policy/${id.toLowerCase()}`,
    statements: statementsIn(Properties!.PolicyDocument),
  }));
  const attached = listOf(properties.ManagedPolicyArns).map(String);
  return {
    name: role?.[0].toLowerCase() ?? 'live',
    policies: [
      ...listOf(properties.Policies).map((policy, index) =>
        ({ name: `Inline${index}`, statements: statementsIn((policy as JsonObject).PolicyDocument) })),
      ...ofType('AWS::IAM::Policy').map(([id, { Properties }]) =>
        ({ name: id, statements: statementsIn(Properties!.PolicyDocument) })),
      ...managed,
    ],
    attached: attached.filter(arn => !managed.some(policy => policy.arn === arn)),
    boundary: properties.PermissionsBoundary as string | undefined,
  };
}

function statementsIn(document: Json): readonly JsonObject[] {
  return listOf((document as JsonObject).Statement) as readonly JsonObject[];
}

function listOf(value: Json): readonly Json[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

const document = (statements: readonly JsonObject[]) => ({ Version: '2012-10-17', Statement: statements });

/** What `aws iam get-account-authorization-details` prints. */
export function printed(
  { name, policies, attached, boundary }: PrintedRole, { partition, account }: Environment = AWS,
): object {
  const managed = policies.filter(({ arn }) => arn !== undefined);
  const everything = document([{ Effect: 'Allow', Action: '*', Resource: '*' }]);
  return {
    RoleDetailList: [{
      RoleName: name,
      Arn: `arn:${partition}:iam::${account}:role/${name}`,
      RolePolicyList: policies.filter(({ arn }) => arn === undefined).map(policy =>
        ({ PolicyName: policy.name, PolicyDocument: document(policy.statements) })),
      AttachedManagedPolicies: [...managed.map(({ arn }) => arn), ...attached].map(PolicyArn => ({ PolicyArn })),
      ...(boundary && { PermissionsBoundary: { PermissionsBoundaryArn: boundary } }),
    }],
    Policies: [
      ...managed.map(({ arn, statements }) =>
        ({ Arn: arn, PolicyVersionList: [{ IsDefaultVersion: true, Document: document(statements) }] })),
      ...[...attached, ...(boundary === undefined ? [] : [boundary])].map(Arn =>
        ({ Arn, PolicyVersionList: [{ IsDefaultVersion: true, Document: everything }] })),
    ],
  };
}
