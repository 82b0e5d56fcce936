import { Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { UNLIMITED_POLICIES } from './unlimited-policies';
import { warn } from '../../private/options/errors';
import { resourceOf } from '../../private/options/things/resources';
import { escapesFrom } from '../../private/statements/escapes';

const OF_AWS = /:iam::aws:policy\/(.+)$/;

/** Policies with a check: several constructs may use one boundary. */
const CHECKED = new WeakSet<object>();

/**
 * Warns if a boundary does not limit the roles that have it. A policy of AWS is known by its name, one of the app by
 * its document when the app is synthesized; nothing is known of other imports.
 *
 * @param arn the ARN of the boundary
 */
export function checkBoundary(scope: Construct, boundary: iam.IManagedPolicyRef, arn: string): void {
  const [, name] = OF_AWS.exec(arn) ?? [];
  if (name !== undefined) {
    if (UNLIMITED_POLICIES.includes(name)) {
      warnOfEscape(scope, `the AWS managed policy ${name}`, 'change, pass or assume every role of the account');
    }
    return;
  }
  const resource = resourceOf(boundary) as iam.CfnManagedPolicy | undefined;
  if (!resource || CHECKED.has(resource)) {
    return;
  }
  CHECKED.add(resource);
  scope.node.addValidation({
    validate: () => {
      const escapes = escapesFrom(documentOf(resource));
      if (escapes.length > 0) {
        warnOfEscape(scope, `the policy '${boundary.node.path}'`, `call ${escapes.join(', ')} on everything`);
      }
      return [];
    },
  });
}

function warnOfEscape(scope: Construct, what: string, reach: string): void {
  warn(
    scope,
    'unlimitedBoundary',
    `${what} does not limit the roles that have it as their boundary: they may ${reach}. Anyone who can create roles ` +
      'within it can get every permission, which is equivalent to an administrator. Leave these actions out, or name ' +
      'the resources',
  );
}

/** The document with its tokens: those of an L1 may be hidden in one. */
function documentOf({ policyDocument }: iam.CfnManagedPolicy): unknown {
  const document: unknown = policyDocument instanceof iam.PolicyDocument ? policyDocument.toJSON() : policyDocument;
  return Token.isUnresolved(document) ? undefined : document;
}
