import { App, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Environment, fold } from './fold';
import { Statement, statementsOf } from './policies';
import { documentedFeaturesOf } from '../../src/private/statements/assembly';
import { THIS_ROLE } from '../../src/private/statements/documented-statement';

/** Builds constructs in stacks of one app, which takes longer than a stack, and reads their statements as deployed. */
export class Builder {
  private readonly app = new App({ analyticsReporting: false, treeMetadata: false });
  private readonly known = new Map<string, readonly Statement[]>();

  constructor(private readonly environment: Environment) {}

  /**
   * The documented statements of a construct. Equal statements are the same object.
   *
   * @param own the ARN of a role that names itself
   */
  public statementsOf(build: (stack: Stack) => Construct, own = THIS_ROLE): readonly Statement[] {
    const { account, region } = this.environment;
    const stack = new Stack(this.app, `Stack${this.app.node.children.length}`, { env: { account, region } });
    const documented = documentedFeaturesOf(build(stack)).flatMap(({ statements }) => statements);
    const json = stack.resolve(documented.map(({ sid, actions, resources, conditions }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource: resources.map(resource => resource === THIS_ROLE ? own : resource),
      Condition: conditions,
    })));
    const template = { Resources: { Policy: { Type: 'AWS::IAM::Policy', Properties: { Statement: json } } } };
    const statements = statementsOf(fold(template, this.environment).Resources.Policy.Properties!);
    const text = JSON.stringify(statements);
    this.known.set(text, this.known.get(text) ?? statements);
    return this.known.get(text)!;
  }
}
