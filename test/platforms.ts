import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { Attacked } from './attacks/attack';
import { BEANSTALK_ATTACKED } from './attacks/elastic-beanstalk';
import { HOPSWORKS_ATTACKED } from './attacks/hopsworks';
import { PARALLELCLUSTER2_ATTACKED } from './attacks/parallelcluster2';
import { PARALLELCLUSTER3_ATTACKED } from './attacks/parallelcluster3';
import { SAGEMAKER_ATTACKED } from './attacks/sagemaker';
import { BEANSTALK_EKS } from './documented/elastic-beanstalk/eks-platform';
import { BEANSTALK } from './documented/elastic-beanstalk/platform';
import { HOPSWORKS } from './documented/hopsworks/platform';
import { PARALLEL_CLUSTER_2 } from './documented/parallelcluster2/platform';
import { PARALLELCLUSTER3_ROLES } from './documented/parallelcluster3/roles-platform';
import { PARALLELCLUSTER3_USER } from './documented/parallelcluster3/users-platform';
import { DocumentedPlatform } from './documented/platform';
import { SAGEMAKER_AWS_POLICIES } from './documented/sagemaker/aws-policies';
import { NOT_IN_PARTS } from './documented/sagemaker/left-out';
import { SAGEMAKER } from './documented/sagemaker/platform';
import { randomEc2Role, randomServiceRole } from './elastic-beanstalk/arbitraries';
import {
  randomApplicationRole, randomClusterRole, randomImageBuildRole, randomNodeRole, randomObservabilityRole,
} from './elastic-beanstalk/eks-arbitraries';
import { BEANSTALK_ROWS } from './elastic-beanstalk/grid';
import { randomBeanstalkUser } from './elastic-beanstalk/user-arbitraries';
import { randomEksNodeRole, randomEksServiceAccountRole, randomInstanceProfile } from './hopsworks/arbitraries';
import { HOPSWORKS_ROWS } from './hopsworks/grid';
import {
  randomParallelCluster2InstanceRole, randomParallelCluster2LambdaRole, randomParallelCluster2UserPolicy,
} from './parallelcluster2/arbitraries';
import { PARALLEL_CLUSTER_2_ROWS } from './parallelcluster2/grid';
import { RANDOM_ROLES } from './parallelcluster3/arbitraries/roles';
import { randomBoundary, randomUserPolicy } from './parallelcluster3/arbitraries/users';
import { PARALLELCLUSTER3_ROLE_ROWS } from './parallelcluster3/grid/roles';
import { USER_ROWS } from './parallelcluster3/grid/users';
import {
  EKS_CLUSTER_TABLES, EKS_IMAGE_BUILD_TABLES, EKS_NODE_TABLES as BEANSTALK_NODE_TABLES,
  EKS_OBSERVABILITY_TABLES,
} from './requests/elastic-beanstalk/eks';
import { EKS_APPLICATION_TABLES } from './requests/elastic-beanstalk/eks-applications';
import { ADDITION_TABLES } from './requests/elastic-beanstalk/extras';
import { SERVICE_TABLES, TRUST_TABLES } from './requests/elastic-beanstalk/service';
import { TIER_TABLES } from './requests/elastic-beanstalk/tiers';
import { BEANSTALK_USER_TABLES } from './requests/elastic-beanstalk/users';
import { EKS_NODE_TABLES } from './requests/hopsworks/eks-nodes';
import { SERVICE_ACCOUNT_TABLES } from './requests/hopsworks/eks-service-accounts';
import { INSTANCE_PROFILE_TABLES } from './requests/hopsworks/instance-profile';
import { INSTANCE_TRUST_TABLES, LAMBDA_TRUST_TABLES } from './requests/parallelcluster2/around-the-roles';
import { INSTANCE_TABLES } from './requests/parallelcluster2/instance';
import { LAMBDA_TABLES } from './requests/parallelcluster2/lambda';
import { USER_TABLES } from './requests/parallelcluster2/user';
import {
  IMAGE_BUILDER_TABLES, IMAGE_CLEANUP_TABLES, LAMBDA_FUNCTIONS_TABLES,
} from './requests/parallelcluster3/roles-functions';
import { HEAD_NODE_TABLES } from './requests/parallelcluster3/roles-head-node';
import { COMPUTE_NODE_TABLES, LOGIN_NODE_TABLES, SLURMDBD_TABLES } from './requests/parallelcluster3/roles-nodes';
import { BOUNDARY_TABLES } from './requests/parallelcluster3/users-boundary';
import { CLUSTER_TABLES } from './requests/parallelcluster3/users-cluster';
import { FEATURE_TABLES } from './requests/parallelcluster3/users-features';
import { IMAGE_TABLES } from './requests/parallelcluster3/users-images';
import { USE_TABLES } from './requests/parallelcluster3/users-use';
import { AROUND_THE_ROLE } from './requests/sagemaker/around-the-role';
import { KARPENTER_TABLES } from './requests/sagemaker/hyper-pod';
import { SAGEMAKER_USER_TABLES } from './requests/sagemaker/users';
import { WORKLOAD_TABLES } from './requests/sagemaker/workloads';
import { randomExecutionRole, randomKarpenterRole } from './sagemaker/arbitraries';
import { SAGEMAKER_ROWS } from './sagemaker/grid';
import { randomSageMakerUser } from './sagemaker/user-arbitraries';
import { ComparedPolicies } from './support/aws-policies';
import { Maker } from './support/given';
import { RequestTable } from './support/request-table';
import { Row } from './support/row';

/** A construct as the tests use it. */
export interface TestedConstruct {
  /** The construct with random options, which include each option and each compatible pair of options. */
  readonly random: fc.Arbitrary<Maker<Construct>>;
  /** Requests that its statements must allow, and near misses. */
  readonly requests: readonly RequestTable[];
}

export interface Platform {
  /** The folder name in `src`, `test`, `test/documented` and `test/requests`. */
  readonly folder: string;
  /** The prefix of its type names. */
  readonly prefix: string;
  /** By class name. */
  readonly constructs: Readonly<Record<string, TestedConstruct>>;
  /** The grid: a default of each construct, which has a golden file, and each option. */
  readonly rows: readonly Row[];
  /** What attackers make of its constructs. */
  readonly attacked: Attacked;
  /** The vendor's documents, and how the library deviates from them. */
  readonly documented: readonly DocumentedPlatform[];
  /** AWS managed policies with which the options are compared. */
  readonly awsPolicies?: ComparedPolicies;
  /** Actions that vendor pages grant by a wildcard, and no option has, by what they are for. */
  readonly leftOut?: Readonly<Record<string, readonly string[]>>;
  /** Sources that no statement uses, by name, with the reason. */
  readonly unusedSources?: Readonly<Record<string, string>>;
}

const TRUST_POLICY = 'it is the source of a trust policy, which is no list of statements';

/**
 * Every platform with its constructs. The laws, grids, tables and judges read this list. `test/api.test.ts` fails if a
 * folder, construct or option of the package is missing here, and says what to add.
 */
export const PLATFORMS: readonly Platform[] = [
  {
    folder: 'elastic-beanstalk',
    prefix: 'Beanstalk',
    constructs: {
      BeanstalkEc2Role: { random: randomEc2Role, requests: [...TIER_TABLES, ...ADDITION_TABLES, ...TRUST_TABLES] },
      BeanstalkServiceRole: { random: randomServiceRole, requests: SERVICE_TABLES },
      BeanstalkEksClusterRole: { random: randomClusterRole, requests: EKS_CLUSTER_TABLES },
      BeanstalkEksNodeRole: { random: randomNodeRole, requests: BEANSTALK_NODE_TABLES },
      BeanstalkEksObservabilityRole: { random: randomObservabilityRole, requests: EKS_OBSERVABILITY_TABLES },
      BeanstalkEksImageBuildRole: { random: randomImageBuildRole, requests: EKS_IMAGE_BUILD_TABLES },
      BeanstalkEksApplicationRole: { random: randomApplicationRole, requests: EKS_APPLICATION_TABLES },
      BeanstalkUserPolicy: { random: randomBeanstalkUser, requests: BEANSTALK_USER_TABLES },
    },
    rows: BEANSTALK_ROWS,
    attacked: BEANSTALK_ATTACKED,
    documented: [BEANSTALK, BEANSTALK_EKS],
    unusedSources: {
      instanceProfile: TRUST_POLICY,
      serviceRole: TRUST_POLICY,
      eksRoles: TRUST_POLICY,
      eksClusterTrust: TRUST_POLICY,
      eksPodTrust: TRUST_POLICY,
      eksBuildTrust: TRUST_POLICY,
    },
  },
  {
    folder: 'hopsworks',
    prefix: 'Hopsworks',
    constructs: {
      HopsworksEksNodeRole: { random: randomEksNodeRole, requests: EKS_NODE_TABLES },
      HopsworksEksServiceAccountRole: { random: randomEksServiceAccountRole, requests: SERVICE_ACCOUNT_TABLES },
      HopsworksInstanceProfile: { random: randomInstanceProfile, requests: INSTANCE_PROFILE_TABLES },
    },
    rows: HOPSWORKS_ROWS,
    attacked: HOPSWORKS_ATTACKED,
    documented: [HOPSWORKS],
    unusedSources: { podIdentity: TRUST_POLICY },
  },
  {
    folder: 'parallelcluster2',
    prefix: 'ParallelCluster2',
    constructs: {
      ParallelCluster2InstanceRole: {
        random: randomParallelCluster2InstanceRole,
        requests: [...INSTANCE_TABLES, ...INSTANCE_TRUST_TABLES],
      },
      ParallelCluster2LambdaRole: {
        random: randomParallelCluster2LambdaRole,
        requests: [...LAMBDA_TABLES, ...LAMBDA_TRUST_TABLES],
      },
      ParallelCluster2UserPolicy: { random: randomParallelCluster2UserPolicy, requests: USER_TABLES },
    },
    rows: PARALLEL_CLUSTER_2_ROWS,
    attacked: PARALLELCLUSTER2_ATTACKED,
    documented: [PARALLEL_CLUSTER_2],
  },
  {
    folder: 'parallelcluster3',
    prefix: 'ParallelCluster',
    constructs: {
      ParallelClusterHeadNodeRole: { random: RANDOM_ROLES.headNode, requests: HEAD_NODE_TABLES },
      ParallelClusterComputeNodeRole: { random: RANDOM_ROLES.computeNode, requests: COMPUTE_NODE_TABLES },
      ParallelClusterLoginNodeRole: { random: RANDOM_ROLES.loginNode, requests: LOGIN_NODE_TABLES },
      ParallelClusterLambdaFunctionsRole: { random: RANDOM_ROLES.lambdaFunctions, requests: LAMBDA_FUNCTIONS_TABLES },
      ParallelClusterImageBuilderRole: { random: RANDOM_ROLES.imageBuilder, requests: IMAGE_BUILDER_TABLES },
      ParallelClusterImageCleanupRole: { random: RANDOM_ROLES.imageCleanup, requests: IMAGE_CLEANUP_TABLES },
      ParallelClusterSlurmdbdRole: { random: RANDOM_ROLES.slurmdbd, requests: SLURMDBD_TABLES },
      ParallelClusterPermissionsBoundary: { random: randomBoundary, requests: BOUNDARY_TABLES },
      ParallelClusterUserPolicy: {
        random: randomUserPolicy,
        requests: [...CLUSTER_TABLES, ...FEATURE_TABLES, ...IMAGE_TABLES, ...USE_TABLES],
      },
    },
    rows: [...USER_ROWS, ...PARALLELCLUSTER3_ROLE_ROWS],
    attacked: PARALLELCLUSTER3_ATTACKED,
    documented: [PARALLELCLUSTER3_ROLES, PARALLELCLUSTER3_USER],
  },
  {
    folder: 'sagemaker',
    prefix: 'SageMaker',
    constructs: {
      SageMakerExecutionRole: {
        random: randomExecutionRole, requests: [...Object.values(WORKLOAD_TABLES).flat(), ...AROUND_THE_ROLE],
      },
      SageMakerUserPolicy: { random: randomSageMakerUser, requests: SAGEMAKER_USER_TABLES },
      SageMakerHyperPodKarpenterRole: { random: randomKarpenterRole, requests: KARPENTER_TABLES },
    },
    rows: SAGEMAKER_ROWS,
    attacked: SAGEMAKER_ATTACKED,
    documented: [SAGEMAKER],
    awsPolicies: SAGEMAKER_AWS_POLICIES,
    leftOut: NOT_IN_PARTS,
    unusedSources: { sourceIdentity: TRUST_POLICY, confusedDeputy: TRUST_POLICY },
  },
];

export function platformIn(folder: string): Platform {
  const platform = PLATFORMS.find(other => other.folder === folder);
  if (!platform) {
    throw new Error(`test/platforms.ts has no platform in the folder '${folder}'`);
  }
  return platform;
}
