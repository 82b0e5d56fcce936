import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import {
  BeanstalkEksApplicationRole, BeanstalkEksClusterRole, BeanstalkEksImageBuildRole, BeanstalkEksNodeRole,
  BeanstalkEksObservabilityRole,
} from '../../../src';
import { EKS_SOURCES } from '../../../src/elastic-beanstalk/sources';
import { AWS } from '../../support/fold';
import { loadDocuments } from '../documents';
import { Deviations, DocumentedPlatform } from '../platform';
import { roleOf } from './role';

const WORKSPACE = `arn:aws:aps:${AWS.region}:${AWS.account}:workspace/ws-11111111-2222-4333-8444-555555555555`;

/** The option sets that the documents are compared with. */
const OPTION_SETS = {
  'cluster role': stack => new BeanstalkEksClusterRole(stack, 'Role'),
  'cluster role without the condition on the account': stack =>
    new BeanstalkEksClusterRole(stack, 'Role', { sourceAccountCondition: false }),
  'node role': stack => new BeanstalkEksNodeRole(stack, 'Role'),
  'observability role with a workspace': stack => new BeanstalkEksObservabilityRole(stack, 'Role', {
    prometheus: { workspaces: [{ workspaceRef: { workspaceArn: WORKSPACE } } as never] },
  }),
  'image build role': stack => new BeanstalkEksImageBuildRole(stack, 'Role'),
  'image build role without the condition on the account': stack =>
    new BeanstalkEksImageBuildRole(stack, 'Role', { sourceAccountCondition: false }),
  'application role': stack => new BeanstalkEksApplicationRole(stack, 'Role'),
  'application role of one environment': stack =>
    new BeanstalkEksApplicationRole(stack, 'Role', { environmentNames: ['shop-live'] }),
} satisfies Record<string, (stack: Stack) => Construct>;

const onEach = (resources: readonly string[], ...actions: readonly string[]) =>
  actions.flatMap(action => resources.map(resource => `${action} ${resource}`));

const LOGS_BUCKETS = 'arn:${Partition}:s3:::elasticbeanstalk-logs-*';
const WORKSPACES = 'arn:${Partition}:aps:*:*:workspace/*';

const SESSIONS = (service: string) => onEach([service], 'sts:AssumeRole', 'sts:TagSession');

const NOT_NEEDED: Deviations['dropped'] = [{
  kind: 'invalid ARN',
  because: 'these actions are on buckets, not on objects',
  pairs: onEach([`${LOGS_BUCKETS}/*`], 's3:CreateBucket', 's3:ListBucket'),
}, {
  kind: 'unused',
  because: 'the setting metrics-endpoint names a workspace that exists. With aps:TagResource on every workspace, the ' +
    'role could give any of them the tag that the other grants require',
  pairs: ['aps:CreateWorkspace', 'aps:TagResource', ...onEach([WORKSPACES], 'aps:DeleteWorkspace', 'aps:Describe*')],
}];

/** All differences between the roles and the documents. */
const DEVIATIONS: Record<string, Record<string, Deviations>> = {
  'elastic-beanstalk/eks-cluster-trust': {
    'cluster role': { narrowed: { Trust: SESSIONS('eks.amazonaws.com') } },
    'cluster role without the condition on the account': {},
  },
  'elastic-beanstalk/eks-node-trust': { 'node role': {} },
  'elastic-beanstalk/eks-pods-trust': {
    'observability role with a workspace': { narrowed: { Trust: SESSIONS('pods.eks.amazonaws.com') } },
    'application role': { narrowed: { Trust: SESSIONS('pods.eks.amazonaws.com') } },
    'application role of one environment': { narrowed: { Trust: SESSIONS('pods.eks.amazonaws.com') } },
  },
  'elastic-beanstalk/eks-build-trust': {
    'image build role': { narrowed: { Trust: onEach(['codebuild.amazonaws.com'], 'sts:AssumeRole') } },
    'image build role without the condition on the account': {},
  },
  'elastic-beanstalk/eks-observability': {
    'observability role with a workspace': {
      narrowed: {
        S3LogsUseBucket: onEach([LOGS_BUCKETS], 's3:CreateBucket', 's3:ListBucket'),
        S3LogsPutObjects: onEach([LOGS_BUCKETS, `${LOGS_BUCKETS}/*`], 's3:PutObject'),
        PrometheusWriteMetrics: onEach([WORKSPACES], 'aps:RemoteWrite'),
      },
      dropped: NOT_NEEDED,
    },
  },
  'elastic-beanstalk/eks-image-build': {
    'image build role': {
      narrowed: {
        SourcesRead: onEach(['arn:${Partition}:s3:::*/*'], 's3:GetObject', 's3:GetObjectVersion'),
        ImagesPush: onEach(['arn:${Partition}:ecr:*:*:repository/elasticbeanstalk-*'],
          'ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage', 'ecr:PutImage',
          'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'),
        BuildLogsWrite: onEach(['arn:${Partition}:logs:*:*:log-group:/aws/codebuild/elasticbeanstalk-*'],
          'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'),
      },
    },
  },
};

const NOTES: Readonly<Record<string, string>> = {
  'eks.amazonaws.com': 'narrowed: only on behalf of this account, as Amazon EKS recommends',
  'pods.eks.amazonaws.com': 'narrowed: only pods on clusters of Elastic Beanstalk in this account and region, and of the named environments',
  'codebuild.amazonaws.com': 'narrowed: only on behalf of this account, as AWS CodeBuild recommends',
};

/** The guide of Beanstalk Cluster, and AWS's managed policies for it. */
export const BEANSTALK_EKS: DocumentedPlatform = {
  name: 'elastic-beanstalk-eks',
  documents: loadDocuments('elastic-beanstalk/eks'),
  printedActions: 29,
  names: { Partition: 'aws', Account: AWS.account },
  optionSets: Object.fromEntries(
    Object.entries(OPTION_SETS).map(([name, build]) =>
      [name, once(() => roleOf(build, { source: EKS_SOURCES.eksRoles, notes: NOTES }))]),
  ),
  deviations: DEVIATIONS,
  sources: EKS_SOURCES,
};

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => made ??= make();
}
