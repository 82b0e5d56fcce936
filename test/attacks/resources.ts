import { AWS } from '../support/fold';
import { keyId } from '../support/given';

// What attackers want: resources of others in the account.

export const { account: ACCOUNT, region: REGION } = AWS;

export const arn = (service: string, resource: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
export const iamArn = (resource: string) => `arn:aws:iam::${ACCOUNT}:${resource}`;
export const s3Arn = (name: string) => `arn:aws:s3:::${name}`;
export const stackArn = (name: string) => arn('cloudformation', `stack/${name}/11111111-2222-4333-8444-555555555555`);
export const keyArn = (id: string) => arn('kms', `key/${id}-0000-4000-8000-000000000000`);
/** The key that the fixtures import by a name. */
export const keyOf = (name: string) => arn('kms', `key/${keyId(name)}`);
export const passedTo = (service: string) => ({ 'iam:PassedToService': service });
export const OF_ANOTHER_ACCOUNT = { 'aws:ResourceAccount': '999988887777' };
export const FOR_AWS = { 'kms:GrantIsForAWSResource': 'true' };

export const ADMIN = iamArn('role/admin');
export const INSTANCE = arn('ec2', 'instance/i-0fedcba9876543210');
export const VOLUME = arn('ec2', 'volume/vol-0fedcba9876543210');
export const LAUNCH_TEMPLATE = arn('ec2', 'launch-template/lt-0fedcba9876543210');
export const SECURITY_GROUP = arn('ec2', 'security-group/sg-0fedcba9876543210');
export const INTERFACE = arn('ec2', 'network-interface/eni-0fedcba9876543210');
export const FILE_SYSTEM = arn('elasticfilesystem', 'file-system/fs-0fedcba9876543210');
export const HOSTED_ZONE = 'arn:aws:route53:::hostedzone/Z0FEDCBA98765';
export const PARAMETER = arn('ssm', 'parameter/payments/password');
export const FUNCTION = arn('lambda', 'function:payments');
export const group = (name: string) => arn('autoscaling', `autoScalingGroup:11111111-2222-4333-8444-555555555555:autoScalingGroupName/${name}`);

/** A request for a group: of a numbered version, of the newest one, with a launch configuration. */
export const OF_A_VERSION = { 'autoscaling:LaunchTemplateVersionSpecified': 'true' };
export const OF_THE_NEWEST = { 'autoscaling:LaunchTemplateVersionSpecified': 'false' };
export const OF_A_CONFIGURATION = { 'autoscaling:LaunchConfigurationName': 'admin' };
