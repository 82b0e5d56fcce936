import { App, Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { cdk } from './project';
import { CLASSES, IMPORTS } from '../../../../cli/check/construct/imports';
import { bindThing, Thing } from '../../../../src/private/options/things/thing';
import * as things from '../../../../src/private/options/things/things';
import { STUDIO_DOMAIN } from '../../../../src/sagemaker/workloads/things/things';

const PLACE = { account: '111122223333', region: 'eu-central-1' };
const stack = () => new Stack(new App({ analyticsReporting: false }), 'Check', { env: PLACE });
const here = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:111122223333:${resource}`;

const ROWS: readonly (readonly [type: string, text: string, thing: Thing<never> | undefined, arn: string])[] = ([
  ['aws_batch.IComputeEnvironmentRef', here('batch', 'compute-environment/a'), things.COMPUTE_ENVIRONMENT],
  ['aws_batch.IJobDefinitionRef', here('batch', 'job-definition/a:1'), things.JOB_DEFINITION],
  ['aws_batch.IJobQueueRef', here('batch', 'job-queue/a'), things.JOB_QUEUE],
  ['aws_cloudwatch.IAlarmRef', here('cloudwatch', 'alarm:a'), things.ALARM],
  ['aws_cloudwatch.IAlarmRef', 'a', things.ALARM, here('cloudwatch', 'alarm:a')],
  ['aws_codecommit.IRepositoryRef', here('codecommit', 'a'), things.CODE_REPOSITORY],
  ['aws_codecommit.IRepositoryRef', 'a', things.CODE_REPOSITORY, here('codecommit', 'a')],
  ['aws_ec2.IKeyPairRef', 'a', things.KEY_PAIR, here('ec2', 'key-pair/a')],
  ['aws_ec2.ISecurityGroupRef', 'sg-0123456789abcdef0', things.SECURITY_GROUP],
  ['aws_ec2.ISubnetRef', 'subnet-0123456789abcdef0', things.SUBNET, 'arn:aws:ec2:eu-central-1:*:subnet/subnet-0123456789abcdef0'],
  ['aws_ec2.IVPCRef', 'vpc-0123456789abcdef0', things.VPC, here('ec2', 'vpc/vpc-0123456789abcdef0')],
  ['aws_ecr.IRepositoryRef', here('ecr', 'repository/team/a'), things.REPOSITORY],
  ['aws_ecr.IRepositoryRef', 'team/a', things.REPOSITORY, here('ecr', 'repository/team/a')],
  ['aws_efs.IFileSystemRef', here('elasticfilesystem', 'file-system/fs-0123456789abcdef0'), things.EFS_FILE_SYSTEM],
  ['aws_efs.IFileSystemRef', 'fs-0123456789abcdef0', things.EFS_FILE_SYSTEM, here('elasticfilesystem', 'file-system/fs-0123456789abcdef0')],
  ['aws_eks.IClusterRef', here('eks', 'cluster/a'), things.EKS_CLUSTER],
  ['aws_eks.IClusterRef', 'a', things.EKS_CLUSTER, here('eks', 'cluster/a')],
  ['aws_emr.IClusterRef', 'j-2AXXXXXXGAPLF', things.EMR_CLUSTER, here('elasticmapreduce', 'cluster/j-2AXXXXXXGAPLF')],
  ['aws_glue.IDatabaseRef', 'a', things.GLUE_DATABASE, here('glue', 'database/a')],
  ['aws_iam.IGroupRef', 'arn:aws:iam::111122223333:group/a', things.GROUP],
  ['aws_iam.IGroupRef', 'a', things.GROUP, 'arn:aws:iam::111122223333:group/a'],
  ['aws_iam.IInstanceProfileRef', 'arn:aws:iam::111122223333:instance-profile/a', things.INSTANCE_PROFILE],
  ['aws_iam.IInstanceProfileRef', 'a', things.INSTANCE_PROFILE, 'arn:aws:iam::111122223333:instance-profile/a'],
  ['aws_iam.IManagedPolicyRef', 'arn:aws:iam::aws:policy/ReadOnlyAccess', things.MANAGED_POLICY],
  ['aws_iam.IManagedPolicyRef', 'a', things.MANAGED_POLICY, 'arn:aws:iam::111122223333:policy/a'],
  ['aws_iam.IOIDCProviderRef', 'arn:aws:iam::111122223333:oidc-provider/oidc.example.com', things.OIDC_PROVIDER],
  ['aws_iam.IRoleRef', 'arn:aws:iam::111122223333:role/team/a', things.PASSABLE_ROLE],
  ['aws_iam.IRoleRef', 'a', things.PASSABLE_ROLE, 'arn:aws:iam::111122223333:role/a'],
  ['aws_iam.IUserRef', 'arn:aws:iam::111122223333:user/a', things.USER],
  ['aws_iam.IUserRef', 'a', things.USER, 'arn:aws:iam::111122223333:user/a'],
  ['aws_kms.IKeyRef', here('kms', 'key/01234567-89ab-cdef-0123-456789abcdef'), undefined],
  ['aws_lambda.IFunctionRef', here('lambda', 'function:a'), things.FUNCTION],
  ['aws_lambda.IFunctionRef', 'a', things.FUNCTION, here('lambda', 'function:a')],
  ['aws_route53.IHostedZoneRef', 'Z0123456789ABCDEF', things.HOSTED_ZONE, 'arn:aws:route53:::hostedzone/Z0123456789ABCDEF'],
  ['aws_s3.IBucketRef', 'arn:aws:s3:::a-bucket', things.BUCKET],
  ['aws_s3.IBucketRef', 'a-bucket', things.BUCKET, 'arn:aws:s3:::a-bucket'],
  ['aws_sagemaker.IDomainRef', 'd-0123456789ab', STUDIO_DOMAIN, here('sagemaker', 'domain/d-0123456789ab')],
  ['aws_secretsmanager.ISecretRef', here('secretsmanager', 'secret:a-AbCdEf'), things.SECRET],
  ['aws_secretsmanager.ISecretRef', here('secretsmanager', 'secret:a'), things.SECRET, here('secretsmanager', 'secret:a-??????')],
  ['aws_secretsmanager.ISecretRef', 'a', things.SECRET, here('secretsmanager', 'secret:a-??????')],
  ['aws_sns.ITopicRef', here('sns', 'a'), things.TOPIC],
  ['aws_sqs.IQueueRef', here('sqs', 'a'), things.QUEUE],
  ['aws_ssm.IParameterRef', here('ssm', 'parameter/a'), things.PARAMETER],
  ['aws_ssm.IParameterRef', '/a', things.PARAMETER, here('ssm', 'parameter/a')],
] as const).map(([type, text, thing, arn = text]) => [type, text, thing as Thing<never> | undefined, arn] as const);

test.each(ROWS)('as %s, %s is imported', (type, text, thing, arn) => {
  const scope = stack();
  const { form, fromText } = IMPORTS[type];
  const made = fromText(text, cdk, scope, 'Given');
  expect(form?.test(text) ?? true).toBe(true);
  expect(resolved(scope, thing ? bindThing(scope, 'it', made as never, thing).arn : (made as kms.IKey).keyArn)).toBe(arn);
});

function resolved(scope: Stack, arn: string): string {
  return JSON.stringify(scope.resolve(arn)).replace(/\{"Fn::Join":\["",\[(.*)\]\]\}/, (_, parts: string) =>
    (JSON.parse(`[${parts}]`) as (string | object)[]).map(part => (typeof part === 'string' ? part : 'aws')).join(''))
    .replaceAll('"', '');
}

test('every type of the table is tried', () => {
  expect([...new Set(ROWS.map(([type]) => type))].sort()).toEqual(Object.keys(IMPORTS).sort());
});

test.each<[string, string, (made: never) => unknown, unknown]>([
  ['aws-cdk-lib.Duration', 'PT4H', (made: Duration) => made.toHours(), 4],
  ['aws-cdk-lib.aws_iam.IPrincipal', 'ec2.amazonaws.com', (made: iam.ServicePrincipal) => made.service, 'ec2.amazonaws.com'],
  ['aws-cdk-lib.aws_iam.IPrincipal', '444455556666', (made: iam.AccountPrincipal) => made.accountId, '444455556666'],
  ['aws-cdk-lib.aws_iam.IPrincipal', 'arn:aws:iam::444455556666:role/a', (made: iam.ArnPrincipal) => made.arn, 'arn:aws:iam::444455556666:role/a'],
])('as %s, %s is made', (type, text, read, value) => {
  const { form, fromText } = CLASSES[type];
  expect([form!.test(text), form!.test(' '), read(fromText(text, cdk, stack(), 'Given') as never)]).toEqual([true, false, value]);
});
