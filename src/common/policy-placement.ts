/** Where the documented permissions of a role stand. */
export enum PolicyPlacement {
  /**
   * In the role itself, as an inline policy: whoever refers to the role can't run before its permissions exist.
   * All inline policies of a role together hold 10,240 characters.
   */
  INLINE = 'INLINE',

  /**
   * In customer-managed policies that the role lists, one for each feature, so that an update never moves a statement
   * from one policy to another. Each policy holds 6,144 characters, and a role attaches 10 policies (25 on request).
   * For organizations whose rules forbid inline policies, and for roles that outgrow `INLINE`.
   */
  MANAGED = 'MANAGED',

  /**
   * In one `AWS::IAM::Policy` beside the role. For a resource that the permissions name and whose own policy names the
   * role: CloudFormation refuses the other placements there as a circular dependency.
   * Whoever uses the role must wait for its permissions: call `node.addDependency` with the construct.
   */
  SEPARATE = 'SEPARATE',
}
