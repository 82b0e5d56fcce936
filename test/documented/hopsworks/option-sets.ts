import { Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  HopsworksEksNodeRoleProps, HopsworksEksServiceAccountRoleProps, HopsworksInstanceProfileProps,
  HopsworksRepositoryCreation, ImageSource,
} from '../../../src';

// The option sets that the documents are compared with. Their names match the placeholders on the pages.

export const PROFILES = {
  'instance profile with everything': stack => ({
    bucket: bucket(stack),
    encryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-central-1:111122223333:key/cluster-key'),
    objectAcl: true,
    containerRegistry: {
      accountId: '444455556666',
      clusterId: 'my-cluster',
      repositoryCreation: HopsworksRepositoryCreation.IN_CLUSTER,
    },
    cloudWatch: { logGroupPrefixes: ['my-logs'], metricNamespaces: ['my-metrics'] },
    eks: { clusterName: 'my-eks-cluster' },
    assumableRoles: [
      'arn:aws:iam::123456789011:role/test-role',
      'arn:aws:iam::123456789012:role/s3-role',
      'arn:aws:iam::123456789012:role/dev-s3-role',
      'arn:aws:iam::123456789012:role/redshift',
    ].map(arn => role(stack, arn)),
  }),
  'instance profile without scopes': stack => ({
    bucket: bucket(stack),
    containerRegistry: { accountId: '444455556666' },
    cloudWatch: {},
  }),
} satisfies Record<string, (stack: Stack) => HopsworksInstanceProfileProps>;

export const NODES = {
  'nodes on EKS': stack => ({
    bucket: bucket(stack),
    projectImages: [
      ImageSource.uri('444455556666.dkr.ecr.eu-central-1.amazonaws.com/my-namespace/hopsworks-base:5.2'),
    ],
  }),
  'nodes on EKS with Velero': stack => ({
    bucket: bucket(stack), projectImages: [ImageSource.anyRepository()], velero: {},
  }),
} satisfies Record<string, (stack: Stack) => HopsworksEksNodeRoleProps>;

const SERVICE_ACCOUNT = { kubernetesNamespace: 'my-namespace', name: 'my-service-account' };

export const SERVICE_ACCOUNTS = {
  'service account of Hopsworks by its token': stack => ({
    serviceAccount: {
      ...SERVICE_ACCOUNT,
      oidcProvider: iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'Provider',
        'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE'),
    },
    assumableRoles: [
      'arn:aws:iam::123456789011:role/my-role',
      'arn:aws:iam::123456789012:role/s3-role',
      'arn:aws:iam::123456789012:role/dev-s3-role',
      'arn:aws:iam::123456789012:role/redshift',
    ].map(arn => role(stack, arn)),
  }),
  'service account of Velero by EKS Pod Identity': stack => ({
    serviceAccount: {
      ...SERVICE_ACCOUNT,
      podIdentityCluster: eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'my-eks-cluster' }),
    },
    velero: { bucket: bucket(stack) },
  }),
} satisfies Record<string, (stack: Stack) => HopsworksEksServiceAccountRoleProps>;

function role(stack: Stack, arn: string): iam.IRole {
  return iam.Role.fromRoleArn(stack, arn.split('/')[1], arn);
}

function bucket(stack: Stack): s3.IBucket {
  return s3.Bucket.fromBucketName(stack, 'Bucket', 'my-bucket');
}
