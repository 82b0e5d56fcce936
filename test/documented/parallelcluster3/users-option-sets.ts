import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import {
  ParallelClusterIamAccess, ParallelClusterUserPolicyProps, ParallelClusterVersion, S3Location,
} from '../../../src';

// The option sets that the documents are compared with.

export type Options = (stack: Stack) => ParallelClusterUserPolicyProps;

export const CUSTOM_ROLE = 'arn:aws:iam::111122223333:role/custom/head-node';
export const BOUNDARY = 'arn:aws:iam::111122223333:policy/boundary';

const everything = (stack: Stack, loginNodes: boolean): ParallelClusterUserPolicyProps => ({
  createClusters: {
    fsxForLustre: { dataRepositories: [S3Location.bucket(s3.Bucket.fromBucketName(stack, 'Data', 'data'))] },
    loginNodes,
  },
  imageBuild: true,
  logRetrieval: {},
  iamAccess: ParallelClusterIamAccess.privileged(),
  secrets: { passwords: [secretsmanager.Secret.fromSecretNameV2(stack, 'Password', 'directory-password')] },
});

export const OPTION_SETS = {
  'version 3.2 with everything': stack => ({
    ...everything(stack, false), awsBatch: {}, version: ParallelClusterVersion.V3_2,
  }),
  'version 3.15 with everything': stack => ({
    ...everything(stack, true), awsBatch: {}, version: ParallelClusterVersion.V3_15,
  }),
  'ready-made roles': stack => ({
    createClusters: {},
    iamAccess: ParallelClusterIamAccess.restricted([iam.Role.fromRoleArn(stack, 'Role', CUSTOM_ROLE)]),
  }),
  'within a boundary': stack => ({
    createClusters: {},
    iamAccess: ParallelClusterIamAccess.withinBoundary(
      iam.ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', BOUNDARY)),
  }),
} satisfies Record<string, Options>;

export type OptionSetName = keyof typeof OPTION_SETS;
