import { App, Aws, BootstraplessSynthesizer, CfnOutput, CfnResource, Fn, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ConstructName, DEFINITIONS } from './definitions';
import { optionalStatements } from './optional-statements';
import { conditionOf, ExampleValues, ParameterValues, Values } from './values';
import { fold, Json, JsonObject, TemplateJson } from '../../test/support/fold';

/** Where the documents without parameters are for. */
export const EXAMPLE_ENVIRONMENT = {
  partition: 'aws', region: 'us-east-1', account: '111122223333', urlSuffix: 'amazonaws.com',
};

export const CONSTRUCT_NAMES = Object.keys(DEFINITIONS) as ConstructName[];

/** What a release has for a construct. */
export interface Released {
  /** With parameters: CloudFormation needs nothing else to deploy it. */
  readonly template: TemplateJson;
  /** A value of each parameter. */
  readonly examples: Readonly<Record<string, string>>;
  /** What the construct grants with examples in place of parameters; nothing if it has AWS managed policies only. */
  readonly policy?: JsonObject;
  /** The trust policy of its role. */
  readonly trust?: JsonObject;
}

/** By the name of the construct. All stacks share one app, because an app takes longer than a stack. */
export function release(): ReadonlyMap<ConstructName, Released> {
  const app = new App({ analyticsReporting: false, treeMetadata: false });
  const { account, region } = EXAMPLE_ENVIRONMENT;
  const stacks = CONSTRUCT_NAMES.map(name => {
    const values = new ParameterValues(stackOf(app, name));
    build(name, values);
    nameRoles(values);
    output(values.stack);
    const example = stackOf(app, name, `${name}Example`, { account, region });
    build(name, new ExampleValues(example));
    return { name, values, example };
  });
  const assembly = app.synth();
  const templateOf = ({ artifactId }: Stack) => assembly.getStackArtifact(artifactId).template as TemplateJson;
  return new Map(stacks.map(({ name, values, example }) => [name, {
    template: optionalStatements(templateOf(values.stack), values.optionalNames),
    examples: values.examples,
    ...documentsOf(templateOf(example)),
  }]));
}

/** The template with values as the defaults of its parameters. */
export function withValues(template: TemplateJson, values: Readonly<Record<string, string>>): TemplateJson {
  const parameters = Object.entries(template.Parameters ?? {}).map(([name, parameter]) =>
    [name, name in values ? { ...parameter, Default: values[name] } : parameter] as const);
  return { ...template, Parameters: Object.fromEntries(parameters) };
}

/** Values of the parameters that must be given. */
export function requiredValues({ template, examples }: Released): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(examples)
    .filter(([name]) => template.Parameters![name].Default === undefined));
}

/** The statements of all policies of a template in one document, and the trust policy of its role. */
export function documentsOf(template: TemplateJson): Pick<Released, 'policy' | 'trust'> {
  const resources = Object.values(fold(template, EXAMPLE_ENVIRONMENT).Resources);
  const documents = resources.flatMap(({ Properties: { Policies, PolicyDocument } = {} }) =>
    [...(Policies as JsonObject[] ?? []).map(policy => policy.PolicyDocument), PolicyDocument].filter(Boolean));
  const statements = documents.flatMap(document => (document as JsonObject).Statement as Json[]);
  const role = resources.find(({ Type }) => Type === iam.CfnRole.CFN_RESOURCE_TYPE_NAME);
  return {
    policy: statements.length === 0 ? undefined : { Version: '2012-10-17', Statement: statements },
    trust: role?.Properties?.AssumeRolePolicyDocument as JsonObject | undefined,
  };
}

function stackOf(app: App, name: ConstructName, id: string = name, env?: StackProps['env']): Stack {
  return new Stack(app, id, {
    env, description: DEFINITIONS[name].description, synthesizer: new BootstraplessSynthesizer(),
  });
}

function build(name: ConstructName, values: Values): void {
  DEFINITIONS[name].create(values.stack, name.replace(/^.*(?=Role$|Profile$|Policy$|Boundary$)/, ''), values);
}

/** Roles and instance profiles get the name that may be given, and roles the boundary. */
function nameRoles(values: ParameterValues): void {
  const roles = resourcesOf(values.stack, iam.CfnRole);
  if (roles.length === 0) {
    return;
  }
  const given = (name: string, value: string) => Fn.conditionIf(conditionOf(name), value, Aws.NO_VALUE);
  const roleName = values.optional('RoleName', 'iamName', 'The name of the role; empty for a generated name');
  const boundary = values.optional('PermissionsBoundaryArn', 'boundary', 'The permissions boundary of the role; empty for none');
  roles.forEach(role => {
    role.addPropertyOverride('RoleName', given('RoleName', roleName));
    role.addPropertyOverride('PermissionsBoundary', given('PermissionsBoundaryArn', boundary));
  });
  resourcesOf(values.stack, iam.CfnInstanceProfile).forEach(profile =>
    profile.addPropertyOverride('InstanceProfileName', given('RoleName', roleName)));
}

function output(stack: Stack): void {
  resourcesOf(stack, iam.CfnRole).forEach(role => new CfnOutput(stack, 'RoleArn', { value: role.attrArn }));
  resourcesOf(stack, iam.CfnInstanceProfile).forEach(profile =>
    new CfnOutput(stack, 'InstanceProfileArn', { value: profile.attrArn }));
  resourcesOf(stack, iam.CfnManagedPolicy).forEach(policy =>
    new CfnOutput(stack, `${policy.node.scope!.node.id}PolicyArn`, { value: policy.ref }));
}

type ResourceClass<T> = abstract new (...args: never[]) => T;

function resourcesOf<T extends CfnResource>(stack: Stack, type: ResourceClass<T>): readonly T[] {
  return stack.node.findAll().filter((construct): construct is T => construct instanceof type);
}
