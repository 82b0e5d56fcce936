import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PolicyBuilder, PolicyDefinition } from './policy-builder';
import { readerOf } from '../options/reader';

/**
 * The base of all policies of users. jsii shows its members in each class.
 *
 * @internal
 */
export abstract class PolicyConstruct extends Construct {
  /** The policies, in the order of the features. */
  public readonly managedPolicies: iam.ManagedPolicy[];

  private readonly builder: PolicyBuilder;

  constructor(scope: Construct, id: string, define: (self: Construct) => PolicyDefinition) {
    super(scope, id);
    const definition = define(this);
    this.builder = new PolicyBuilder(this, definition);
    this.managedPolicies = this.builder.managedPolicies;
    readerOf(definition.read).finish();
  }

  /**
   * Attaches the policies to a user.
   *
   * @param user a user of this account, of the app or imported
   */
  public attachToUser(user: iam.IUserRef): void {
    this.builder.attachToUser(user);
  }

  /**
   * Attaches the policies to a group.
   *
   * @param group a group of this account, of the app or imported
   */
  public attachToGroup(group: iam.IGroupRef): void {
    this.builder.attachToGroup(group);
  }

  /**
   * Attaches the policies to a role.
   *
   * @param role a role of this account, of the app or imported
   */
  public attachToRole(role: iam.IRoleRef): void {
    this.builder.attachToRole(role);
  }
}
