import { CfnElement, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { Place } from './facts';
import { folded, KnownReferences, pseudoParameters, textOf } from './folding';
import { Marks, Needed, neededStatements } from './needed';
import { JsonObject, listOf } from './policy-statement';
import { fail, format } from '../options/errors';
import { partitionOf } from '../options/partitions';
import { regionsOf } from '../options/regions';
import { resourceOf, roleInApp } from '../options/things/resources';
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
 * later grants, and the managed policies that it attaches.
 *
 * @param roleArn the ARN of the role that is compared: permissions on the role itself are on that
 */
export function neededBy(construct: IConstruct, place: Place, roleArn?: string): Needed {
  const stack = Stack.of(construct);
  const resources = construct.node.findAll().filter(child => CfnElement.isCfnElement(child));
  const created = resources.filter(isOf<iam.CfnRole>(iam.CfnRole));
  const roles = unique([...created, ...roleOf(construct)]);
  const known = referencesOf(stack, place, roles, roleArn);
  const attached = roles.flatMap(role => attachedTo(role, known));
  const policies = [
    ...resources.filter(isOf<iam.CfnPolicy>(iam.CfnPolicy)),
    ...resources.filter(isOf<iam.CfnManagedPolicy>(iam.CfnManagedPolicy)),
  ];
  const documents = [
    ...created.flatMap(role => inlineDocuments(role)),
    ...policies.map(policy => stack.resolve(policy.policyDocument) as unknown),
  ];
  const marks = marksIn(documentedFeaturesOf(construct));
  return {
    place,
    ...neededStatements(documents.flatMap(document => statementsOf(construct, document, known)), sid => marks.get(sid)),
    policies: [...new Set(attached)],
  };
}

/** What documented features grant in the stack of the scope, with managed policies by ARN. */
export function neededByFeatures(
  scope: IConstruct, place: Place, features: readonly PolicyFeature[], policies: readonly string[],
): Needed {
  const stack = Stack.of(scope);
  const known = pseudoParameters({ ...place, region: stack.region });
  const documents = features.map(feature =>
    stack.resolve(policyDocument({ name: feature.name, documented: feature.statements, additional: [] })) as unknown);
  const marks = marksIn(features);
  return {
    place,
    ...neededStatements(documents.flatMap(document => statementsOf(scope, document, known)), sid => marks.get(sid)),
    policies,
  };
}

/** Statements of documents in resolved JSON, without tokens. */
export function statementsOf(scope: IConstruct, document: unknown, known: KnownReferences): readonly JsonObject[] {
  const { Statement = [] } = (document ?? {}) as { readonly Statement?: unknown };
  return listOf(Statement).map(statement => {
    const { Sid } = statement as JsonObject;
    return folded(scope, Sid === undefined ? 'a statement' : `the statement '${String(Sid)}'`, statement, known) as JsonObject;
  });
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

/** The managed policies that a role lists and that are not created by the app. */
function attachedTo(role: iam.CfnRole, known: KnownReferences): readonly string[] {
  const listed = role.stack.resolve(role.managedPolicyArns) as readonly unknown[] | undefined;
  return (listed ?? []).flatMap(arn => textOf(arn, known) ?? []);
}

function inlineDocuments({ stack, policies }: iam.CfnRole): readonly unknown[] {
  const inline = stack.resolve(policies) as readonly { readonly policyDocument?: unknown }[] | undefined;
  return (inline ?? []).map(policy => policy.policyDocument);
}

function marksIn(features: readonly PolicyFeature[]): ReadonlyMap<unknown, Marks> {
  return new Map(features.flatMap(({ statements }) => statements)
    .map(({ sid, seen, sourceActions }) => [sid, { seen, sourceActions }]));
}

/** Recognizes an L1 by its type: it may come from another copy of the CDK. */
function isOf<T extends CfnElement>({ CFN_RESOURCE_TYPE_NAME: type }: { readonly CFN_RESOURCE_TYPE_NAME: string }) {
  return (element: unknown): element is T =>
    (element as { readonly cfnResourceType?: string }).cfnResourceType === type;
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
