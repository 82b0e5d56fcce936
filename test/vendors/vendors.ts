import { Vendor } from './askers';
import { DeniedRow } from './denied';
import { EB_CLI } from './eb-cli';
import { EB_CLI_DENIED, EB_CLI_UNUSED } from './eb-cli-rows';
import { Subjects, UnusedRow } from './granted';
import { PARALLELCLUSTER2 } from './parallelcluster2';
import { PARALLELCLUSTER2_DENIED, PARALLELCLUSTER2_UNUSED } from './parallelcluster2-rows';
import { PARALLELCLUSTER3 } from './parallelcluster3';
import { PARALLELCLUSTER3_DENIED, PARALLELCLUSTER3_ROLES_NARROWER } from './parallelcluster3-denied';
import { PARALLELCLUSTER3_UNUSED } from './parallelcluster3-unused';
import { OurRole } from './roles';
import { SAGEMAKER_SDK } from './sagemaker-sdk';
import { SAGEMAKER_SDK_ROLES } from './sagemaker-sdk-roles';
import { SAGEMAKER_SDK_DENIED, SAGEMAKER_SDK_UNUSED } from './sagemaker-sdk-rows';
import { Row } from '../support/row';

/** A vendor's programs, our constructs for them, and the differences with their reasons. */
export interface ComparedVendor extends Vendor {
  /** The folder of its platform. */
  readonly folder: string;
  /** Requests of its programs and templates that ours deny. */
  readonly denied: readonly DeniedRow[];
  /** What the roles of its templates grant and ours don't. */
  readonly narrower: readonly DeniedRow[];
  /** By construct. */
  readonly unused: Readonly<Record<string, readonly UnusedRow[]>>;
  readonly subjects: Subjects;
  /** Ours for the roles that its programs make by themselves, by the name that they have for them. */
  readonly ownRoles?: Readonly<Record<string, OurRole>>;
  /** The rows of the grid with options for what the programs do. Without it all. */
  readonly isJudged?: (row: Row) => boolean;
}

export const VENDORS: readonly ComparedVendor[] = [
  {
    ...PARALLELCLUSTER3,
    folder: 'parallelcluster3',
    denied: PARALLELCLUSTER3_DENIED,
    narrower: PARALLELCLUSTER3_ROLES_NARROWER,
    unused: PARALLELCLUSTER3_UNUSED,
    subjects: {
      ParallelClusterUserPolicy: ['user'],
      ParallelClusterHeadNodeRole: ['head-node'],
      ParallelClusterComputeNodeRole: ['compute-node'],
      ParallelClusterLoginNodeRole: ['login-node'],
      ParallelClusterLambdaFunctionsRole: ['lambda-functions'],
      ParallelClusterImageBuilderRole: ['image-builder'],
      ParallelClusterImageCleanupRole: ['image-cleanup'],
    },
  },
  {
    ...PARALLELCLUSTER2,
    folder: 'parallelcluster2',
    denied: PARALLELCLUSTER2_DENIED,
    narrower: [],
    unused: PARALLELCLUSTER2_UNUSED,
    subjects: {
      ParallelCluster2UserPolicy: ['user'],
      ParallelCluster2InstanceRole: ['instance'],
      ParallelCluster2LambdaRole: ['lambda'],
    },
  },
  {
    ...SAGEMAKER_SDK,
    folder: 'sagemaker',
    denied: SAGEMAKER_SDK_DENIED,
    narrower: [],
    unused: SAGEMAKER_SDK_UNUSED,
    subjects: { SageMakerExecutionRole: ['notebook'] },
    ownRoles: SAGEMAKER_SDK_ROLES,
    // The programs are what notebooks run. Jobs and endpoints use the role in other ways.
    isJudged: ({ name }) => name.startsWith('sagemaker/notebook-instance'),
  },
  {
    ...EB_CLI,
    folder: 'elastic-beanstalk',
    denied: EB_CLI_DENIED,
    narrower: [],
    unused: EB_CLI_UNUSED,
    subjects: { BeanstalkUserPolicy: ['user'] },
    // What Elastic Beanstalk calls with the permissions of the user is not recorded.
    isJudged: ({ name }) => /^elastic-beanstalk\/user(?:-logs|-deployment-by-.*|-management-by-.*)?$/.test(name),
  },
];
