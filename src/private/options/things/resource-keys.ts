import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { IConstruct } from 'constructs';
import { Arns } from '../arns';
import { warn } from '../errors';
import { isKeyArn, warnOfOtherKey } from './keys';
import { literalsOf, readable, TOKEN } from '../literals';

const KEY_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;

/** Keys of AWS, such as `alias/aws/s3`, let all principals of the account use them through their service. */
const OF_AWS = /(?:^|:)alias\/aws\//;

/**
 * The ARN of the key that a property of an L1 names, as a list of one; an empty list without a key.
 *
 * @param value a key ID, an ARN, an alias, or a token
 */
export function keyOfResource(
  scope: IConstruct, path: string, resource: CfnResource, value: unknown,
): readonly string[] {
  if (value === undefined || (typeof value === 'string' && OF_AWS.test(value))) {
    return [];
  }
  const arn = typeof value === 'string' ? arnOf(resource, value) : undefined;
  if (arn !== undefined) {
    warnOfOtherKey(scope, path, arn, resource.env.account);
    return [arn];
  }
  warn(
    scope,
    `unknownKey:${resource.node.path}`,
    `'${path}' is '${resource.node.path}', whose encryption key is not known, got ` +
      `${typeof value === 'string' ? `'${readable(value)}'` : 'a token'}: name the key in an option for keys, or use the ` +
      'key itself as the encryption key of the resource',
  );
  return [];
}

function arnOf(resource: CfnResource, value: string): string | undefined {
  const literals = literalsOf(value);
  if (literals !== TOKEN) {
    return isKeyArn(value) ? value : KEY_ID.test(literals) ? arnOfId(resource, value) : undefined;
  }
  const [token] = Tokenization.reverseString(value).tokens;
  return Reference.isReference(token) && CfnResource.isCfnResource(token.target)
    ? arnOfReference(value, token.target, token.displayName) : undefined;
}

function arnOfReference(value: string, target: CfnResource, attribute: string): string | undefined {
  switch (target.cfnResourceType) {
    case 'AWS::KMS::Key':
    case 'AWS::KMS::ReplicaKey':
      return attribute === 'Arn' ? value : target.getAtt('Arn').toString();
    case 'AWS::KMS::Alias':
      return arnOf(target, (target as kms.CfnAlias).targetKeyId);
    default:
      return undefined;
  }
}

function arnOfId(resource: CfnResource, id: string): string {
  return Arns.of(resource).regional('kms', `key/${id}`);
}
