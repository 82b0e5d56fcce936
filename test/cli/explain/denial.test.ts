import { denialIn, principalOf } from '../../../cli/explain/denial';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/Trainer/SageMaker';
const OBJECT = 'arn:aws:s3:::data/train/part-0';
const DENIED = `User: ${ROLE} is not authorized to perform: s3:GetObject on resource: "${OBJECT}"`;

const DECODED = {
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  failures: { items: [] },
  context: { principal: { id: 'AROA:SageMaker', arn: ROLE }, action: 's3:GetObject', resource: OBJECT, conditions: { items: [] } },
};
const REQUEST = { principal: ROLE, action: 's3:GetObject', resource: OBJECT, isExplicit: false };
const by = (policyType: string, isExplicit = true) => ({ ...REQUEST, policyType, isExplicit });

test.each([
  ['without a reason', DENIED, REQUEST],
  ['without quotes', DENIED.replace(/"/g, ''), REQUEST],
  ['with escaped quotes, as in JSON', DENIED.replace(/"/g, '\\"'), REQUEST],
  ['over several lines', DENIED.replace(/ /g, '\n  '), REQUEST],
  ['as the command line prints it', `An error occurred (AccessDenied) when calling the GetObject operation: ${DENIED}`, REQUEST],
  ['as SDKs print it', `${DENIED} (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 37158697)`, REQUEST],
  ['that no identity-based policy allows', `${DENIED} because no identity-based policy allows the s3:GetObject action`,
    by('identity-based policy', false)],
  ['that no resource-based policy allows', `${DENIED} because no resource-based policy allows the s3:GetObject action`,
    by('resource-based policy', false)],
  ['that no permissions boundary allows', `${DENIED} because no permissions boundary allows the s3:GetObject action`,
    by('permissions boundary', false)],
  ['that no session policy allows', `${DENIED} because no session policy allows the s3:GetObject action`,
    by('session policy', false)],
  ['that no endpoint allows', `${DENIED} because no VPC endpoint policy allows the s3:GetObject action`,
    by('VPC endpoint policy', false)],
  ['that no SCP allows', `${DENIED} because no service control policy allows the s3:GetObject action`,
    by('service control policy', false)],
  ['that an identity-based policy denies', `${DENIED} with an explicit deny in an identity-based policy`,
    by('identity-based policy')],
  ['that a boundary denies', `${DENIED} with an explicit deny in a permissions boundary`, by('permissions boundary')],
  ['that a session policy denies', `${DENIED} with an explicit deny in a session policy`, by('session policy')],
  ['that a resource-based policy denies', `${DENIED} with an explicit deny in a resource-based policy`,
    by('resource-based policy')],
  ['that an endpoint denies', `${DENIED} with an explicit deny in a VPC endpoint policy`, by('VPC endpoint policy')],
  ['that an SCP denies', `${DENIED} with an explicit deny in a service control policy`, by('service control policy')],
  ['that an RCP denies', `${DENIED} with an explicit deny in a resource control policy`, by('resource control policy')],
  ['that somebody denies', `${DENIED} with an explicit deny`, { ...REQUEST, isExplicit: true }],
  ['with the policy that denies',
    `${DENIED} with an explicit deny in a service control policy: arn:aws:organizations::999988887777:policy/o-1/service_control_policy/p-1`,
    { ...by('service control policy'), policy: 'arn:aws:organizations::999988887777:policy/o-1/service_control_policy/p-1' }],
  ['without a resource', `User: ${ROLE} is not authorized to perform: sagemaker:ListModels`,
    { principal: ROLE, action: 'sagemaker:ListModels', resource: undefined }],
  ['on every resource', `User: ${ROLE} is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action`,
    { action: 'ecr:GetAuthorizationToken', resource: '*', policyType: 'identity-based policy' }],
  ['of a user', 'User: arn:aws:iam::111122223333:user/team/ana is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/Trainer',
    { principal: 'arn:aws:iam::111122223333:user/team/ana', action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/Trainer' }],
  ['about a name', `User: ${ROLE} is not authorized to perform: iam:GetRole on resource: role Trainer`,
    { action: 'iam:GetRole', resource: 'role' }],
  ['of nobody', 'User: anonymous is not authorized to perform: es:ESHttpGet', { principal: 'anonymous', action: 'es:ESHttpGet' }],
  ['about a permission', `The role ${ROLE} does not have permission to perform: logs:CreateLogGroup on the resource ${OBJECT}.`,
    { principal: ROLE, action: 'logs:CreateLogGroup', resource: OBJECT }],
  ['of EC2', 'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. Encoded authorization failure message: pp6CfPzwjaqOeXXXXAbC-_x',
    { action: 'ec2:RunInstances', encoded: 'pp6CfPzwjaqOeXXXXAbC-_x' }],
  ['of EC2 with the request',
    `You are not authorized to perform this operation. User: ${ROLE} is not authorized to perform: ec2:CreateTags on resource: arn:aws:ec2:eu-central-1:111122223333:instance/* because no identity-based policy allows the ec2:CreateTags action. Encoded authorization failure message: pp6CfPzwjaqOeXXXX`,
    { action: 'ec2:CreateTags', resource: 'arn:aws:ec2:eu-central-1:111122223333:instance/*', policyType: 'identity-based policy', encoded: 'pp6CfPzwjaqOeXXXX' }],
  ['of S3', 'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    { action: 's3:ListBucket', otherActions: [], resource: undefined }],
  ['of S3 about two permissions', 'An error occurred (AccessDenied) when calling the CopyObject operation: Access Denied',
    { action: 's3:GetObject', otherActions: ['s3:PutObject'] }],
  ['of a call that no construct makes', 'An error occurred (AccessDenied) when calling the PaintBucket operation: Access Denied',
    { action: undefined }],
  ['of a service that can not assume a role',
    'Please ensure that the role "arn:aws:iam::111122223333:role/Trainer" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com".',
    { principal: 'arn:aws:iam::111122223333:role/Trainer', action: 'sts:AssumeRole', policyType: 'trust policy' }],
  ['with entities of HTML', DENIED.replace(/"/g, '&quot;'), REQUEST],
  ['that begins with a capital', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', { action: 'sts:AssumeRoleWithWebIdentity' }],
  ['without colons', `User ${ROLE} is not authorized to perform ecr:BatchGetImage on arn:aws:ecr:eu-central-1:111122223333:repository/x because no identity-based policy allows it`,
    { principal: ROLE, action: 'ecr:BatchGetImage', resource: 'arn:aws:ecr:eu-central-1:111122223333:repository/x', policyType: 'identity-based policy' }],
  ['of KMS about a ciphertext', `User: ${ROLE} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    { principal: ROLE, action: 'kms:Decrypt', resource: undefined, policyType: undefined, isExplicit: false }],
  ['that is decoded', JSON.stringify(DECODED), REQUEST],
  ['that is decoded, as the command line prints it', JSON.stringify({ DecodedMessage: JSON.stringify(DECODED) }), REQUEST],
  ['that is decoded, as a text of JSON', JSON.stringify(JSON.stringify(DECODED)), REQUEST],
  ['that is decoded, with a Deny', JSON.stringify({ ...DECODED, explicitDeny: true }), { ...REQUEST, isExplicit: true }],
  ['that is JSON with a message', JSON.stringify({ Message: DENIED }), REQUEST],
  ['that is a list', JSON.stringify([DENIED]), REQUEST],
  ['that says nothing', 'Access Denied', { action: undefined, resource: undefined, principal: undefined, isExplicit: false }],
  ['that is an action', ' s3:GetBucketAcl\n', { action: 's3:GetBucketAcl', resource: undefined }],
])('reads a message %s', (_, message, denial) => {
  expect(denialIn(message)).toMatchObject(denial);
});

test.each([
  [ROLE, { partition: 'aws', account: '111122223333', name: 'Trainer', isRole: true }],
  ['arn:aws-cn:iam::111122223333:role/team/Trainer', { partition: 'aws-cn', name: 'Trainer', isRole: true }],
  ['arn:aws:iam::111122223333:user/team/ana', { name: 'ana', isRole: false }],
  ['arn:aws:iam::111122223333:root', undefined],
  ['anonymous', undefined],
  [undefined, undefined],
])('the principal %s is %j', (arn, principal) => {
  expect(principalOf(arn)).toEqual(principal && expect.objectContaining(principal));
});
