import { ExpectedResult, IntegTest, Match } from '@aws-cdk/integ-tests-alpha';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';

/** An action and the ARN of a resource. */
export type Request = readonly [action: string, resource: string];

/** What IAM is asked after the deployment. */
export interface Expected {
  readonly role: iam.IRoleRef;
  /** Requests that the role can make. */
  readonly allowed?: readonly Request[];
  /** Near misses. */
  readonly denied: readonly Request[];
}

/** The stacks of this process. The tests ask of their templates what IAM is asked after the deployment. */
export const DEFINED = new Map<string, { readonly stack: Stack; readonly expected: Expected }>();

/**
 * Deploys a stack, asks IAM what the role can do, and deletes the stack. The policy simulator of IAM costs nothing, and
 * reads the policies as IAM stores them.
 */
export function integrationTest(construct: string, build: (stack: Stack) => Expected): void {
  const app = new App({ analyticsReporting: false, autoSynth: false, treeMetadata: false });
  const stack = new Stack(app, `Integ${construct}`);
  const expected = build(stack);
  const { role, allowed = [], denied } = expected;
  DEFINED.set(construct, { stack, expected });
  const test = new IntegTest(app, 'Test', { testCases: [stack] });
  const ask = ([action, resource]: Request, decision: string) => {
    const call = test.assertions.awsApiCall('IAM', 'simulatePrincipalPolicy', {
      PolicySourceArn: role.roleRef.roleArn, ActionNames: [action], ResourceArns: [resource],
    });
    call.expect(ExpectedResult.objectLike({
      EvaluationResults: Match.arrayWith([Match.objectLike({ EvalActionName: action, EvalDecision: decision })]),
    }));
    call.provider.addToRolePolicy({ Effect: 'Allow', Action: ['iam:SimulatePrincipalPolicy'], Resource: ['*'] });
  };
  allowed.forEach(request => ask(request, 'allowed'));
  denied.forEach(request => ask(request, 'implicitDeny'));
  app.synth();
}

/** A bucket that is deleted with the stack: tests put nothing into it. */
export function emptyBucket(stack: Stack, id: string): s3.Bucket {
  return new s3.Bucket(stack, id, { removalPolicy: RemovalPolicy.DESTROY });
}

/** A role of a person: IAM simulates policies of principals only. */
export function person(stack: Stack): iam.Role {
  return new iam.Role(stack, 'Person', { assumedBy: new iam.AccountRootPrincipal() });
}

/** An object of a bucket that no test names. */
export function otherObject({ partition }: Stack): string {
  return `arn:${partition}:s3:::a-bucket-of-others/object`;
}
