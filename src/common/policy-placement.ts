/** Where the permissions of a role are defined. */
export enum PolicyPlacement {
  /**
   * In the role itself, as an inline policy: resources that refer to the role wait until its permissions exist.
   * All inline policies of a role together hold 10,240 characters.
   */
  INLINE = 'INLINE',

  /**
   * In customer-managed policies that the role lists, one for each feature, so that an update never moves a statement
   * from one policy to another. Each policy holds 6,144 characters, and a role has at most 10 policies (25 on request).
   * For organizations whose rules forbid inline policies, and for roles that are too large for `INLINE`.
   */
  MANAGED = 'MANAGED',

  /**
   * In a separate `AWS::IAM::Policy`. For a resource whose own policy refers to the role, such as a KMS key that the
   * permissions name: with the other placements that is a circular dependency. The policy is created after the role, so
   * each resource that uses the role needs `node.addDependency` with the construct.
   */
  SEPARATE = 'SEPARATE',
}
