import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import {
  ParallelClusterPermissionsBoundary, ParallelClusterPermissionsBoundaryProps, ParallelClusterUserPolicy,
  ParallelClusterUserPolicyProps,
} from '../../../src';
import { AWS } from '../../support/fold';
import { policiesOf, Statement } from '../../support/policies';
import { RequestRow } from '../../support/request-table';
import { synthesize } from '../../support/synthesize';

// The resources of users' requests, and resources of others.

export const { account: ACCOUNT, region: REGION } = AWS;
export const OTHER_ACCOUNT = '444455556666';
export const OTHER_REGION = 'us-east-1';

export const arn = (service: string, resource: string, account = ACCOUNT, region = REGION) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
export const iamArn = (resource: string, account = ACCOUNT) => `arn:aws:iam::${account}:${resource}`;
export const awsPolicy = (name: string) => `arn:aws:iam::aws:policy/${name}`;
export const bucket = (name: string) => `arn:aws:s3:::${name}`;
export const object = (name: string, key: string) => `arn:aws:s3:::${name}/${key}`;
export const logGroup = (name: string, account = ACCOUNT) => arn('logs', `log-group:${name}`, account);
export const stackArn = (name: string, account = ACCOUNT) =>
  arn('cloudformation', `stack/${name}/11111111-2222-4333-8444-555555555555`, account);
export const keyArn = (id: string) => arn('kms', `key/${id}-0000-4000-8000-000000000000`);

export const OTHER_OWNER = { 'aws:ResourceAccount': OTHER_ACCOUNT };
export const TAGGED_AS_CLUSTER = { 'aws:RequestTag/parallelcluster:cluster-name': 'hpc' };
export const OF_A_CLUSTER = { 'aws:ResourceTag/parallelcluster:cluster-name': 'hpc' };
export const OF_AN_IMAGE = { 'aws:ResourceTag/parallelcluster:image_id': 'alinux' };
export const FOR_AWS = { 'kms:GrantIsForAWSResource': 'true' };
export const passedTo = (service: string) => ({ 'iam:PassedToService': service });
export const linkedTo = (service: string) => ({ 'iam:AWSServiceName': service });

export const CLUSTER_BUCKET = 'parallelcluster-0123456789abcdef-v1-do-not-delete';
export const CLUSTER_LOGS = '/aws/parallelcluster/hpc-202601010000';
export const IMAGE_LOGS = '/aws/imagebuilder/ParallelClusterImage-alinux';

export const ROLE = iamArn('role/parallelcluster/hpc/hpc-RoleHeadNode-1');
export const FUNCTION_ROLE = iamArn('role/parallelcluster/hpc/hpc-CleanupResourcesRole-1');
export const CUSTOM_ROLE = iamArn('role/hpc/head-node');
export const BOUNDARY = iamArn('policy/hpc-boundary');
export const BOUND = { 'iam:PermissionsBoundary': BOUNDARY };

/** Resources in the account of the stack, such as a file system and a secret, by name. */
export class Estate {
  constructor(public readonly stack: Stack) {}

  public bucket(name: string): s3.IBucket {
    const bucketArn = bucket(name);
    return s3.Bucket.fromBucketAttributes(this.stack, name, { bucketArn, encryptionKey: this.key(name, '44444444') });
  }

  public key(name: string, id: string): kms.IKey {
    return kms.Key.fromKeyArn(this.stack, `${name}-key`, keyArn(id));
  }

  public secret(name: string): secretsmanager.ISecret {
    return secretsmanager.Secret.fromSecretAttributes(this.stack, name, {
      secretCompleteArn: arn('secretsmanager', `secret:${name}-a1b2c3`),
      encryptionKey: this.key(name, '55555555'),
    });
  }

  public efs(): efs.IFileSystem {
    return efs.FileSystem.fromFileSystemAttributes(this.stack, 'Home', {
      fileSystemId: 'fs-0123456789abcdef0',
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(this.stack, 'HomeGroup', 'sg-0123456789abcdef0'),
    });
  }
}

/** Users who create clusters. */
export function userStatements(props: (estate: Estate) => ParallelClusterUserPolicyProps) {
  return otherStatements(estate => ({ createClusters: {}, ...props(estate) }));
}

/** Users who create no clusters, unless the options say so. */
export function otherStatements(props: (estate: Estate) => ParallelClusterUserPolicyProps) {
  return () => statementsOf(stack => new ParallelClusterUserPolicy(stack, 'User', props(new Estate(stack))));
}

export function boundaryStatements(props: (estate: Estate) => ParallelClusterPermissionsBoundaryProps) {
  return () =>
    statementsOf(stack => new ParallelClusterPermissionsBoundary(stack, 'Boundary', props(new Estate(stack))));
}

function statementsOf(build: (stack: Stack) => void): readonly Statement[] {
  const { template } = synthesize(build, { env: { account: ACCOUNT, region: REGION } });
  return policiesOf(template).flatMap(({ statements }) => statements);
}

/** Adds the context of every request in one place to the rows. */
export function within(context: { readonly [key: string]: string }, rows: readonly RequestRow[]): RequestRow[] {
  return rows.map(([what, action, resource, other]) => [what, action, resource, { ...other, ...context }]);
}
