import { Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  arn, BACKUP, bucket, BUCKET, ENV, FINISH_UPLOADS, KEY, key, NO_OTHER_KEY, NO_OTHER_UPLOADS, OBJECT, OTHER_ACCOUNT,
  REGION, roleArn, USE_KEY, ACCOUNT,
} from './fixtures';
import { HopsworksEksServiceAccountRole, HopsworksEksServiceAccountRoleProps } from '../../../src';
import { Statement } from '../../support/policies';
import { RequestRow, RequestTable } from '../../support/request-table';
import { synthesize, synthesizeRole } from '../../support/synthesize';

const ISSUER = `oidc.eks.${REGION}.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE`;
const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/${ISSUER}`;
const PODS = 'pods.eks.amazonaws.com';
const CLUSTER = arn('eks', 'cluster/features');

const HOPSWORKS = { kubernetesNamespace: 'hopsworks', name: 'hopsworks-sa' };
const oidcProvider = (stack: Stack) => (stack.node.tryFindChild('Provider') as iam.IOpenIdConnectProvider | undefined)
  ?? iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'Provider', PROVIDER);
const podIdentityCluster = (stack: Stack) =>
  eks.Cluster.fromClusterAttributes(stack, 'EksCluster', { clusterName: 'features' });

type Props = (stack: Stack) => Partial<HopsworksEksServiceAccountRoleProps>;

const role = (props: Props) => synthesizeRole(stack => new HopsworksEksServiceAccountRole(stack, 'Pods', {
  serviceAccount: { ...HOPSWORKS, oidcProvider: oidcProvider(stack) }, ...props(stack),
}), ENV);
const byPodIdentity: Props = stack => ({
  serviceAccount: { ...HOPSWORKS, podIdentityCluster: podIdentityCluster(stack) },
});

/** The trust policy, with principals in place of resources. */
const trust = (props: Props) => (): readonly Statement[] => trustIn(role(props).trust);
const trustIn = (statements: readonly Statement[]) => statements.map(statement => ({
  ...statement, Resource: Object.values(statement.Principal ?? {}).flat().map(String),
}));

const imported = (stack: Stack) => ({
  assumableRoles: [
    iam.Role.fromRoleName(stack, 'Here', 'features'),
    iam.Role.fromRoleArn(stack, 'There', roleArn('sales', OTHER_ACCOUNT)),
  ],
});

const ASSUME: readonly RequestRow[] = [
  ['assume a role of the account', 'sts:AssumeRole', roleArn('features')],
  ['assume a role of another account', 'sts:AssumeRole', roleArn('sales', OTHER_ACCOUNT)],
];
const ASSUME_NO_OTHER: readonly RequestRow[] = [
  ['assume another role', 'sts:AssumeRole', roleArn('administrator')],
  ['assume a role whose name starts the same', 'sts:AssumeRole', roleArn('features-admin')],
  ['assume a role of that name elsewhere', 'sts:AssumeRole', roleArn('features', OTHER_ACCOUNT)],
  ['name the source of its session', 'sts:SetSourceIdentity', roleArn('features')],
];

/** The tags of the session of the pod, and a request that passes some on. */
const OF_POD = {
  'eks-cluster-arn': CLUSTER,
  'eks-cluster-name': 'features',
  'kubernetes-namespace': 'hopsworks',
  'kubernetes-pod-name': 'hopsworks-0',
  'kubernetes-pod-uid': '11111111-2222-4333-8444-555555555555',
  'kubernetes-service-account': 'hopsworks-sa',
};
const withTags = (tags: Readonly<Record<string, string>>) => ({
  ...Object.fromEntries(Object.entries(tags).map(([tag, value]) => [`aws:RequestTag/${tag}`, value])),
  'aws:TagKeys': Object.keys(tags),
});
const TAGS = withTags(OF_POD);

/** What no session may do with tags, also one by a token, which has none. */
const FORGE_TAGS: readonly RequestRow[] = [
  ['add a tag of its own', 'sts:TagSession', roleArn('features'), withTags({ ...OF_POD, team: 'sales' })],
  ['add a tag with a similar name', 'sts:TagSession', roleArn('features'), withTags({ 'kubernetes-team': 'sales' })],
  ['name another environment of clusters', 'sts:TagSession', roleArn('features'), withTags({ 'eks-cluster-environment': 'live' })],
  ...['eks-cluster-arn', 'eks-cluster-name', 'kubernetes-namespace', 'kubernetes-service-account'].map((tag): RequestRow =>
    [`pretend another ${tag}`, 'sts:TagSession', roleArn('features'), withTags({ ...OF_POD, [tag]: 'other' })]),
  ['pretend a namespace alone', 'sts:TagSession', roleArn('features'), withTags({ 'kubernetes-namespace': 'sales' })],
];

const withClaims = (account: string, audience = 'sts.amazonaws.com', issuer = ISSUER) =>
  ({ [`${issuer}:aud`]: audience, [`${issuer}:sub`]: `system:serviceaccount:${account}` });
const withRequestTags = (namespace = 'hopsworks', account = 'hopsworks-sa', cluster = CLUSTER) => ({
  'aws:RequestTag/eks-cluster-arn': cluster,
  'aws:RequestTag/kubernetes-namespace': namespace,
  'aws:RequestTag/kubernetes-service-account': account,
});

const USE_BACKUPS: readonly RequestRow[] = [
  ['read, write and delete a backup', ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], BACKUP],
  ['abort a failed upload', 's3:AbortMultipartUpload', BACKUP],
  ['find backups', 's3:ListBucket', BUCKET],
  ...FINISH_UPLOADS,
];
const NO_OTHER_DATA: readonly RequestRow[] = [
  ...NO_OTHER_UPLOADS,
  ['read data outside of the prefix', 's3:GetObject', OBJECT],
  ['delete an object of a similar prefix', 's3:DeleteObject', `${BUCKET}/k8s_backup_2/a`],
  ['delete an old version of a backup', 's3:DeleteObjectVersion', BACKUP],
  ['list another bucket', 's3:ListBucket', 'arn:aws:s3:::other'],
  ['stop the versioning of the bucket', 's3:PutBucketVersioning', BUCKET],
];

export const SERVICE_ACCOUNT_TABLES: readonly RequestTable[] = [
  {
    name: 'the service account of Hopsworks, by its token',
    statements: () => role(imported).all,
    allowed: ASSUME,
    denied: [...ASSUME_NO_OTHER, ['tag its sessions', 'sts:TagSession', roleArn('features')]],
  },
  {
    name: 'the service account of Hopsworks, by EKS Pod Identity',
    statements: () => role(stack => ({ ...byPodIdentity(stack), ...imported(stack) })).all,
    allowed: [
      ...ASSUME,
      ['pass the tags of its session on', 'sts:TagSession', roleArn('features'), TAGS],
      ['pass them to another account', 'sts:TagSession', roleArn('sales', OTHER_ACCOUNT), TAGS],
      ['assume a role if its session has no tags', 'sts:TagSession', roleArn('features')],
    ],
    denied: [
      ...ASSUME_NO_OTHER,
      ...FORGE_TAGS,
      ['pass tags to another role', 'sts:TagSession', roleArn('administrator'), TAGS],
    ],
  },
  {
    name: 'the service account of Hopsworks, by its token or by EKS Pod Identity',
    statements: () => role(stack => ({
      serviceAccount: {
        ...HOPSWORKS, oidcProvider: oidcProvider(stack), podIdentityCluster: podIdentityCluster(stack),
      },
      ...imported(stack),
    })).all,
    allowed: [
      ...ASSUME,
      ['pass the tags of its session on', 'sts:TagSession', roleArn('features'), TAGS],
      ['pass them to another account', 'sts:TagSession', roleArn('sales', OTHER_ACCOUNT), TAGS],
      ['assume a role if its session has no tags', 'sts:TagSession', roleArn('features')],
    ],
    denied: FORGE_TAGS,
  },
  {
    name: 'the service account of Velero',
    statements: () => role(stack => ({ velero: { bucket: bucket(stack), encryptionKey: key(stack) } })).all,
    allowed: [...USE_BACKUPS, ...USE_KEY],
    denied: [
      ...NO_OTHER_DATA,
      ...NO_OTHER_KEY,
      ['encrypt by itself', 'kms:Encrypt', KEY],
    ],
  },
  {
    name: 'the service account of Velero, with another prefix',
    statements: () => role(stack => ({ velero: { bucket: bucket(stack), prefix: 'backups/k8s' } })).all,
    allowed: USE_BACKUPS.map(([what, action, resource]) =>
      [what, action, resource.replace('k8s_backup', 'backups/k8s')] as const),
    denied: [
      ['use the prefix of the guide', 's3:PutObject', BACKUP],
      ['delete what is above the prefix', 's3:DeleteObject', `${BUCKET}/backups/a`],
    ],
  },
  {
    name: 'a principal that assumes the role of a service account by its token',
    statements: trust(() => ({})),
    isTrust: true,
    allowed: [['be the service account', 'sts:AssumeRoleWithWebIdentity', PROVIDER, withClaims('hopsworks:hopsworks-sa')]],
    denied: [
      ['be another service account', 'sts:AssumeRoleWithWebIdentity', PROVIDER, withClaims('hopsworks:default')],
      ['be one whose name starts the same', 'sts:AssumeRoleWithWebIdentity', PROVIDER, withClaims('hopsworks:hopsworks-sa-2')],
      ['be one of that name in another namespace', 'sts:AssumeRoleWithWebIdentity', PROVIDER, withClaims('demo:hopsworks-sa')],
      ['use a token for another audience', 'sts:AssumeRoleWithWebIdentity', PROVIDER,
        withClaims('hopsworks:hopsworks-sa', 'vault')],
      ['use a token without claims', 'sts:AssumeRoleWithWebIdentity', PROVIDER],
      ['be one of another cluster', 'sts:AssumeRoleWithWebIdentity', PROVIDER.replace('EXAMPLED', 'OTHER'),
        withClaims('hopsworks:hopsworks-sa')],
      ['be a node', 'sts:AssumeRoleWithWebIdentity', 'ec2.amazonaws.com', withClaims('hopsworks:hopsworks-sa')],
    ],
  },
  {
    name: 'a principal that assumes the role of a service account by EKS Pod Identity',
    statements: trust(byPodIdentity),
    isTrust: true,
    allowed: [['be EKS Pod Identity for the service account', ['sts:AssumeRole', 'sts:TagSession'], PODS, withRequestTags()]],
    denied: [
      ['act for another service account', 'sts:AssumeRole', PODS, withRequestTags('hopsworks', 'default')],
      ['act for one in another namespace', 'sts:AssumeRole', PODS, withRequestTags('demo')],
      ['act for one of another cluster', 'sts:AssumeRole', PODS, withRequestTags(undefined, undefined, arn('eks', 'cluster/other'))],
      ['act for one of another account', 'sts:AssumeRole', PODS,
        withRequestTags(undefined, undefined, arn('eks', 'cluster/features', OTHER_ACCOUNT))],
      ['act for anybody, without tags', 'sts:AssumeRole', PODS],
      ['be another service of EKS', 'sts:AssumeRole', 'eks.amazonaws.com', withRequestTags()],
    ],
  },
  {
    name: 'a caller with grantPass() of the role of a service account',
    statements: callerStatements,
    allowed: [['associate the role', 'iam:PassRole', roleArn('hopsworks'), { 'iam:PassedToService': PODS }]],
    denied: [
      ['give it to an instance', 'iam:PassRole', roleArn('hopsworks'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['associate another role', 'iam:PassRole', roleArn('other'), { 'iam:PassedToService': PODS }],
    ],
  },
];

/** The permissions of a caller after grantPass(); the role is called `hopsworks`. */
function callerStatements(): readonly Statement[] {
  const { roles } = synthesize(stack => {
    const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
    new HopsworksEksServiceAccountRole(stack, 'Pods', byPodIdentity(stack)).grantPass(caller);
  }, ENV);
  const [caller, pods] = ['Caller', 'Pods'].map(id => roles.find(({ logicalId }) => logicalId.startsWith(id))!);
  const named = (resource: string) => resource.replace(pods.logicalId.toLowerCase(), 'hopsworks');
  return caller.all.map(statement => ({ ...statement, Resource: statement.Resource.map(named) }));
}
