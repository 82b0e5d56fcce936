import { Stack } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ROLE_DEVIATIONS } from './roles-deviations';
import {
  ParallelClusterComputeNodeRole, ParallelClusterHeadNodeRole, ParallelClusterImageBuilderRole,
  ParallelClusterImageCleanupRole, ParallelClusterLambdaFunctionsRole, ParallelClusterVersion, S3Location,
} from '../../../src';
import { ROLE_SOURCES } from '../../../src/parallelcluster3/sources';
import { AWS } from '../../support/fold';
import { RolePolicies } from '../../support/policies';
import { synthesizeRole } from '../../support/synthesize';
import { loadDocuments } from '../documents';
import { roleOptionSets } from '../option-sets';
import { DocumentedPlatform, OptionSet } from '../platform';

const { V3_2, V3_15 } = ParallelClusterVersion;
const secrets = (stack: Stack) => ({
  directoryPassword: secretsmanager.Secret.fromSecretNameV2(stack, 'Directory', 'directory'),
});

/** The option sets that the documents are compared with. */
export const ROLE_OPTION_SETS = {
  'head node with Slurm': stack => new ParallelClusterHeadNodeRole(stack, 'Role', { slurm: {}, secrets: secrets(stack) }),
  'head node with Slurm 3.2': stack =>
    new ParallelClusterHeadNodeRole(stack, 'Role', { slurm: {}, secrets: secrets(stack), version: V3_2 }),
  'head node of one cluster with Slurm': stack =>
    new ParallelClusterHeadNodeRole(stack, 'Role', { slurm: {}, secrets: secrets(stack), clusterName: 'hpc' }),
  'head node with AWS Batch': stack =>
    new ParallelClusterHeadNodeRole(stack, 'Role', { awsBatch: {}, secrets: secrets(stack), version: V3_15 }),
  'compute node': stack => new ParallelClusterComputeNodeRole(stack, 'Role'),
  'compute node of 3.2': stack => new ParallelClusterComputeNodeRole(stack, 'Role', { version: V3_2 }),
  'Lambda functions': stack => new ParallelClusterLambdaFunctionsRole(stack, 'Role', { slurm: {} }),
  'image builder': stack => new ParallelClusterImageBuilderRole(stack, 'Role', {
    scripts: { locations: [S3Location.uri('s3://scripts/install.sh')] },
  }),
  'image cleanup': stack => new ParallelClusterImageCleanupRole(stack, 'Role'),
} satisfies Record<string, (stack: Stack) => Construct>;

export type RoleOptionSetName = keyof typeof ROLE_OPTION_SETS;

const OPTION_SETS = roleOptionSets(ROLE_OPTION_SETS, (_stack, role: Construct) => role);

/** The statements of the role in its template, each with its source and note. */
export function roleStatements(name: RoleOptionSetName): OptionSet {
  return OPTION_SETS[name]();
}

export function roleWith(build: (stack: Stack) => Construct): RolePolicies {
  return synthesizeRole(build, { env: { region: AWS.region, account: AWS.account } });
}

export const PARALLELCLUSTER3_ROLES: DocumentedPlatform = {
  name: 'parallelcluster3-roles',
  documents: loadDocuments('parallelcluster3').filter(({ id }) => !id.startsWith('parallelcluster3/user-')),
  printedActions: 80,
  names: { Partition: 'aws', Region: AWS.region, Account: AWS.account, SecretName: 'directory-a1b2c3' },
  optionSets: OPTION_SETS,
  deviations: ROLE_DEVIATIONS,
  sources: ROLE_SOURCES,
};
