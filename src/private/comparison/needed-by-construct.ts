import { CfnElement, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { Place } from './facts';
import { folded, KnownReferences, NameOf, pseudoParameters, refersTo, foldedText } from './folding';
import { Marks, Needed, neededStatements } from './needed';
import { JsonObject, listOf } from './policy-statement';
import { elementsReferredTo, Referred } from './references';
import { fail, format } from '../options/errors';
import { partitionOf } from '../options/partitions';
import { regionsOf } from '../options/regions';
import { resourceOf, roleInApp } from '../options/things/resources';
import { unique } from '../options/unique';
import { documentedFeaturesOf, policyDocument } from '../statements/assembly';
import { PolicyFeature } from '../statements/documented-statement';

/** The place of a construct, whose stack must have a literal account and region. */
export function placeOf(construct: IConstruct): Place {
  const { account, region, partition } = Stack.of(construct);
  const regions = regionsOf(construct);
  if ([account, region, ...regions].some(text => Token.isUnresolved(text))) {
    fail(
      construct,
      "PermissionCheck needs the account and the region of the stack, since a role is compared with the ARNs of one place: set 'env' of " +
        "the stack to both, such as { account: '111122223333', region: 'eu-central-1' }",
    );
  }
  const known = Token.isUnresolved(partition) ? partitionOf(region) : partition;
  return { account, regions, partition: known ?? fail(construct, `the partition of the region ${format(region)} is not known to the CDK`) };
}

/**
 * What the role or the policies of a construct grant, as the app has it now: documented and additional statements,
 * later grants to a role that it creates, and the managed policies that it attaches.
 *
 * @param roleArn the ARN of the role that is compared: permissions on the role itself are on that
 */
export function neededBy(construct: IConstruct, place: Place, roleArn?: string): Needed {
  const stack = Stack.of(construct);
  const resources = construct.node.findAll().filter(child => CfnElement.isCfnElement(child));
  const created = resources.filter(isOf<iam.CfnRole>(iam.CfnRole));
  const roles = [...new Set([...created, ...roleOf(construct)])];
  const known = referencesOf(stack, place, roles, roleArn);
  const attached = roles.map(role => attachedTo(role, known));
  const policies = new Set([
    ...resources.filter(isPolicy),
    ...attached.flatMap(({ ofApp }) => ofApp),
    ...policiesWith(created),
  ]);
  const documents = [
    ...created.flatMap(role => inlineDocuments(role)),
    ...[...policies].map(policy => stack.resolve(policy.policyDocument) as unknown),
  ];
  const marks = marksIn(documentedFeaturesOf(construct));
  return {
    place,
    ...neededStatements(
      documents.flatMap(document => statementsOf(construct, document, known, value => creatorOf(construct, value))),
      sid => marks.get(sid),
    ),
    policies: unique(attached.flatMap(({ arns }) => arns)),
  };
}

/**
 * What documented features grant in the stack of the scope, with managed policies by ARN.
 *
 * @param optionWith the option that a value comes from, in errors
 */
export function neededByFeatures(
  scope: IConstruct, place: Place, features: readonly PolicyFeature[], policies: readonly string[], optionWith: NameOf,
): Needed {
  const stack = Stack.of(scope);
  const known = pseudoParameters({ ...place, region: stack.region });
  const documents = features.map(feature =>
    stack.resolve(policyDocument({ name: feature.name, documented: feature.statements, additional: [] })) as unknown);
  const marks = marksIn(features);
  return {
    place,
    ...neededStatements(
      documents.flatMap(document => statementsOf(scope, document, known, optionWith)), sid => marks.get(sid)),
    policies,
  };
}

/** Statements of documents in resolved JSON, without tokens. */
function statementsOf(
  scope: IConstruct, document: unknown, known: KnownReferences, nameOf: NameOf,
): readonly JsonObject[] {
  const { Statement = [] } = (document ?? {}) as { readonly Statement?: unknown };
  return listOf(Statement).map(statement => {
    const { Sid } = statement as JsonObject;
    const subject = Sid === undefined ? 'a statement' : `the statement '${String(Sid)}'`;
    return folded(statement, known, value => fail(
      scope,
      `${subject} has ${format(value)}${of(nameOf(value))}, which has no value before the deployment: import what the option ` +
        'names by its name or ARN to compare it',
    )) as JsonObject;
  });
}

function of(name: string | undefined): string {
  return name === undefined ? '' : ` of ${name}`;
}

/** The construct of the app that a value refers to. */
function creatorOf(construct: IConstruct, value: unknown): string | undefined {
  const elements = Stack.of(construct).node.root.node.findAll().filter(child => CfnElement.isCfnElement(child));
  const referred = elements.filter(element => refersTo(value, element));
  return referred.length === 1 ? `'${referred[0].node.path.replace(/\/Resource$/, '')}'` : undefined;
}

/** The role of a construct, also one that exists. */
function roleOf(construct: IConstruct): readonly iam.CfnRole[] {
  const { role } = construct as { readonly role?: iam.IRole };
  const resource = role && resourceOf(roleInApp(role));
  return resource && isOf<iam.CfnRole>(iam.CfnRole)(resource) ? [resource] : [];
}

function referencesOf(
  stack: Stack, place: Place, roles: readonly iam.CfnRole[], roleArn: string | undefined,
): KnownReferences {
  const pseudo = pseudoParameters({ ...place, region: stack.region });
  const own = roles.map(role => JSON.stringify(stack.resolve(role.attrArn)));
  return new Map([...pseudo, ...(roleArn === undefined ? [] : own.map(reference => [reference, roleArn] as const))]);
}

type Policy = iam.CfnPolicy | iam.CfnManagedPolicy;

/** The managed policies that a role lists: those that the app creates, and others by their ARNs. */
function attachedTo(
  role: iam.CfnRole, known: KnownReferences,
): { readonly ofApp: readonly Policy[]; readonly arns: readonly string[] } {
  const listed = elementsReferredTo(role, role.managedPolicyArns)
    .map(policy => (policy instanceof Referred && isPolicy(policy.element) ? policy.element : policy));
  return {
    ofApp: listed.filter(isPolicy),
    arns: listed.filter(policy => !isPolicy(policy)).map(policy => foldedText(policy, known) ?? fail(
      role,
      `the role has the managed policy ${JSON.stringify(policy)}, which is not in the app, and whose ARN has no value before the ` +
        'deployment: import the policy by its ARN to compare it',
    )),
  };
}

/** The policies of the app that are attached to roles. */
function policiesWith(roles: readonly iam.CfnRole[]): readonly Policy[] {
  return roles.length === 0 ? [] : roles[0].node.root.node.findAll().filter(isPolicy)
    .filter(policy => elementsReferredTo(policy, policy.roles)
      .some(role => role instanceof Referred && roles.some(own => own === role.element)));
}

function inlineDocuments({ stack, policies }: iam.CfnRole): readonly unknown[] {
  const inline = stack.resolve(policies) as readonly { readonly policyDocument?: unknown }[] | undefined;
  return (inline ?? []).map(policy => policy.policyDocument);
}

function marksIn(features: readonly PolicyFeature[]): ReadonlyMap<unknown, Marks> {
  return new Map(features.flatMap(({ statements }) => statements)
    .map(({ sid, seen, sourceActions, regionalBuckets }) => [sid, { seen, sourceActions, regionalBuckets }]));
}

/** Recognizes an L1 by its type: it may come from another copy of the CDK. */
function isOf<T extends CfnElement>({ CFN_RESOURCE_TYPE_NAME: type }: { readonly CFN_RESOURCE_TYPE_NAME: string }) {
  return (element: unknown): element is T =>
    (element as { readonly cfnResourceType?: string } | undefined)?.cfnResourceType === type;
}

function isPolicy(element: unknown): element is Policy {
  return isOf<iam.CfnPolicy>(iam.CfnPolicy)(element) || isOf<iam.CfnManagedPolicy>(iam.CfnManagedPolicy)(element);
}
