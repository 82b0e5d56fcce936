import { App, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { StackKind } from './handlers';
import { documentedFeaturesOf } from '../../src/private/statements/assembly';
import { Environment, fold } from '../support/fold';
import { Fixtures } from '../support/given';
import { Statement, statementsOf } from '../support/policies';

/** A construct of ours with the options that a configuration needs. */
export interface Asker {
  /** The construct, and what tells it from others: `ParallelClusterUserPolicy, privileged`. */
  readonly name: string;
  /** The commands whose calls it must allow; all without it. */
  readonly commands?: readonly string[];
  readonly build: (stack: Stack, given: Fixtures) => Construct;
}

/** A vendor's configurations, as options of our constructs. */
export interface Vendor {
  /** The name of its data. */
  readonly name: string;
  /** Where its programs were recorded. */
  readonly environment: Environment;
  /** The constructs that must allow what the subject asks; none if no construct of ours is for it. */
  /** The stack that its programs make of a configuration. */
  readonly stackOf: (configuration: string) => StackKind;
  readonly askers: (configuration: string, subject: string, release: string) => readonly Asker[];
}

/** Builds constructs in stacks of one app, which takes longer than a stack, and reads their statements as deployed. */
export class Builder {
  private readonly app = new App({ analyticsReporting: false, treeMetadata: false });
  private readonly known = new Map<string, readonly Statement[]>();

  constructor(private readonly environment: Environment) {}

  /** The documented statements of a construct. Equal statements are the same object. */
  public statementsOf(build: (stack: Stack) => Construct): readonly Statement[] {
    const { account, region } = this.environment;
    const stack = new Stack(this.app, `Stack${this.app.node.children.length}`, { env: { account, region } });
    const documented = documentedFeaturesOf(build(stack)).flatMap(({ statements }) => statements);
    const json = stack.resolve(documented.map(({ actions, resources, conditions }) =>
      ({ Effect: 'Allow', Action: actions, Resource: resources, Condition: conditions })));
    const template = { Resources: { Policy: { Type: 'AWS::IAM::Policy', Properties: { Statement: json } } } };
    const statements = statementsOf(fold(template, this.environment).Resources.Policy.Properties!);
    const text = JSON.stringify(statements);
    this.known.set(text, this.known.get(text) ?? statements);
    return this.known.get(text)!;
  }
}
