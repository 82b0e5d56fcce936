import { Source } from '../private/statements/documented-statement';
import { commit, managedPolicy, page, release } from '../private/statements/sources';

const GUIDE = 'https://docs.aws.amazon.com/parallelcluster/latest/ug';

/** The last release. */
const last = release('aws-parallelcluster', '2.11.9', '2022-12-02');

const guidePage = (anchor: string, section: string, appliesTo: string): Source =>
  page(`${GUIDE}/iam.html#${anchor}`, section, '2023-01-13', appliesTo);

/** Where the permissions come from. The newest text wins over an older one. */
export const SOURCES = {
  instance: guidePage('parallelclusterinstancepolicy', 'ParallelClusterInstancePolicy using SGE, Slurm, or Torque',
    'ec2_iam_role of clusters with SGE, Slurm or Torque'),
  instanceBatch: guidePage('parallelclusterinstancepolicy-batch', 'ParallelClusterInstancePolicy using awsbatch',
    'ec2_iam_role of clusters with AWS Batch'),
  user: guidePage('parallelclusteruserpolicy', 'ParallelClusterUserPolicy using Slurm, and using SGE or Torque',
    'who creates clusters with SGE, Slurm or Torque'),
  userBatch: guidePage('parallelclusteruserpolicy-batch', 'ParallelClusterUserPolicy using awsbatch',
    'who creates clusters with AWS Batch'),
  minimalUser: guidePage('parallelclusteruserpolicy-minimal-user', 'ParallelClusterUserPolicy for users',
    'pcluster dcv, instances, list, ssh, start, status, stop and version'),
  lambda: guidePage('parallelcluster-lambda-policy', 'ParallelClusterLambdaPolicy using SGE, Slurm, or Torque',
    'iam_lambda_role of clusters with SGE, Slurm or Torque, since 2.10.1'),
  lambdaBatch: guidePage('parallelcluster-lambda-policy-batch', 'ParallelClusterLambdaPolicy using awsbatch',
    'iam_lambda_role of clusters with AWS Batch, since 2.10.1'),
  sessionManager: managedPolicy('AWSCloud9SSMInstanceProfile', 'v1', '2020-05-14',
    'instances that Session Manager connects to'),
  validators: last('pcluster/config/validators.py', 'the checks of a configuration',
    'what the CLI looks up before it creates or updates a cluster'),
  handlers: release('cfn-lint', '1.58.0', '2026-10-20')('cfnlint/data/schemas/resources',
    'the permissions of handlers, in the schemas of the resource types',
    'what CloudFormation calls with the permissions of the user'),
  templates: commit('https://github.com/aws/aws-parallelcluster/tree/v2.11.9/cloudformation',
    'aws-parallelcluster.cfn.json, batch-substack.cfn.json and compute-fleet-hit-substack.cfn.yaml', '2022-12-02',
    'what the stacks of a cluster make, and how they name it'),
} satisfies Record<string, Source>;
