import { Aws, CfnResource, IResolvable, Reference, Token, Tokenization } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { attributeLength, PATH, PSEUDO_PARAMETERS, ROLE_NAME, roleArn, UNKNOWN } from './attribute-lengths';
import { LengthRange, exact } from './length-range';

/** `Aws.REGION` and similar constants are shared tokens without a name: they are recognized by identity. */
const SHARED_TOKENS = new Map<IResolvable | undefined, LengthRange>(Object.entries({
  'AWS::AccountId': Aws.ACCOUNT_ID,
  'AWS::Partition': Aws.PARTITION,
  'AWS::Region': Aws.REGION,
  'AWS::StackName': Aws.STACK_NAME,
  'AWS::URLSuffix': Aws.URL_SUFFIX,
}).map(([name, token]) => [Tokenization.reverseString(token).firstToken, PSEUDO_PARAMETERS[name]]));

/** The length range of a property: exact if it is literal, or absent with a default of known length. */
function literal(value: string | undefined, unknown: LengthRange, whenAbsent?: number): LengthRange {
  if (value === undefined) {
    return whenAbsent === undefined ? unknown : exact(whenAbsent);
  }
  return Token.isUnresolved(value) ? unknown : exact(value.length);
}

/** The length range of a token that is known without resolving it. */
export function knownTokenLength(token: IResolvable): LengthRange | undefined {
  const shared = SHARED_TOKENS.get(token);
  if (shared || !Reference.isReference(token)) {
    return shared;
  }
  const { target, displayName } = token;
  if (target instanceof CfnRole && displayName === 'Arn') {
    return roleArn(literal(target.path, PATH, 1), literal(target.roleName, ROLE_NAME));
  }
  if (CfnResource.isCfnResource(target)) {
    return attributeLength(target.cfnResourceType, displayName);
  }
  return PSEUDO_PARAMETERS[displayName] ?? UNKNOWN;
}

export function tokenLength(token: IResolvable): LengthRange {
  return knownTokenLength(token) ?? UNKNOWN;
}
