import { Stack } from 'aws-cdk-lib';
import { AWS } from '../../support/fold';
import { policiesOf, Statement } from '../../support/policies';
import { RequestRow } from '../../support/request-table';
import { synthesize } from '../../support/synthesize';

// The resources of the requests. The cluster is called `team`, another one `lab`.

export const { account: ACCOUNT, region: REGION } = AWS;
export const OTHER_ACCOUNT = '444455556666';
export const ENV = { env: { account: ACCOUNT, region: REGION } };

export const arn = (service: string, resource: string, account = ACCOUNT, region = REGION) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
export const iamArn = (resource: string) => `arn:aws:iam::${ACCOUNT}:${resource}`;
export const role = (name: string) => iamArn(`role/${name}`);
export const s3 = (path: string) => `arn:aws:s3:::${path}`;
export const key = (id: string) => arn('kms', `key/${id}`);
export const stack = (name: string) => arn('cloudformation', `stack/${name}/0a1b2c3d-0000-4000-8000-000000000000`);
export const group = (name: string) =>
  arn('autoscaling', `autoScalingGroup:0a1b2c3d:autoScalingGroupName/${name}`);
export const logGroup = (name: string) => arn('logs', `log-group:${name}`);
export const logStream = (name: string) => `${logGroup(name)}:log-stream:head.system-messages`;
export const ec2 = (resource: string, account = ACCOUNT, region = REGION) => arn('ec2', resource, account, region);
export const INSTANCE = ec2('instance/i-0123456789abcdef0');
export const VOLUME = ec2('volume/vol-0123456789abcdef0');
export const INTERFACE = ec2('network-interface/eni-0123456789abcdef0');
export const ZONE = 'arn:aws:route53:::hostedzone/Z0123456789ABC';

export const to = (service: string) => ({ 'iam:PassedToService': service });
export const TO_EC2 = to('ec2.amazonaws.com');
export const taggedFor = (cluster: string) => ({ 'ec2:ResourceTag/Application': cluster });
/** The name of a bucket does not tell its account. */
export const OF_ANOTHER_ACCOUNT = { 'aws:ResourceAccount': OTHER_ACCOUNT };

/** What an Auto Scaling group launches, in requests that create or change it. */
export const A_VERSION = { 'autoscaling:LaunchTemplateVersionSpecified': 'true' };
export const ANY_VERSION = { 'autoscaling:LaunchTemplateVersionSpecified': 'false' };
export const A_CONFIGURATION = { 'autoscaling:LaunchConfigurationName': 'web' };

/** The calls for encrypted images and volumes, without the grant. */
export const USE_KEY = [
  'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo',
];
export const VIA_EC2 = { 'kms:ViaService': 'ec2.eu-central-1.amazonaws.com' };
export const FOR_AWS = { 'kms:GrantIsForAWSResource': 'true' };

export const TEAM = 'parallelcluster-team';
export const NESTED = `${TEAM}-ComputeFleetSubstack-1A2B3C`;
export const LAB = 'parallelcluster-lab';

/** The folder of a cluster's artifacts: its name is the stack name and 16 random characters. */
export const FOLDER = `${TEAM}-0a1b2c3d4e5f6a7b`;
export const FOLDER_OF_LAB = `${LAB}-0a1b2c3d4e5f6a7b`;
export const FOLDER_OF_TEAM_2 = `${TEAM}-2-0a1b2c3d4e5f6a7b`;

/** A bucket that the CLI creates. */
export const BUCKET = 'parallelcluster-9f8e7d6c5b4a3210';

/** The permissions of all policies in the template. */
export function permissionsOf(build: (stack: Stack) => void) {
  return (): readonly Statement[] =>
    policiesOf(synthesize(build, ENV).template).flatMap(({ statements }) => statements);
}

/** A row with several actions of one service. */
export const all = (
  what: string, service: string, names: readonly string[], resource = '*', context: RequestRow[3] = undefined,
): RequestRow => [what, names.map(name => `${service}:${name}`), resource, context];
