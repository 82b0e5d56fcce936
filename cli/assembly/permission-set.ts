import { Json, JsonObject, listOf, objectOf } from './json';

/** The properties of a permission set of IAM Identity Center as those of the role that it makes in each account. */
export function asRole({
  Name, Description, ManagedPolicies, CustomerManagedPolicyReferences, InlinePolicy, PermissionsBoundary,
  SessionDuration,
}: JsonObject): JsonObject {
  const { ManagedPolicyArn, CustomerManagedPolicyReference } = objectOf(PermissionsBoundary);
  return {
    RoleName: Name,
    Description,
    MaxSessionDuration: SessionDuration,
    ManagedPolicyArns: [...listOf(ManagedPolicies), ...listOf(CustomerManagedPolicyReferences).map(nameIn)],
    PermissionsBoundary: ManagedPolicyArn ?? nameIn(CustomerManagedPolicyReference ?? PermissionsBoundary),
    Policies: InlinePolicy === undefined ? undefined : [{ PolicyName: 'InlinePolicy', PolicyDocument: InlinePolicy }],
  };
}

/** A policy of each account, by path and name. */
function nameIn(reference: Json): Json {
  const { Name, Path = '' } = objectOf(reference);
  return Name === undefined ? reference : { 'Fn::Join': ['', [Path, Name]] };
}
