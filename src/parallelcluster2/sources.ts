import { Source } from '../private/statements/documented-statement';

const GUIDE = 'https://docs.aws.amazon.com/parallelcluster/latest/ug';
const TEMPLATES = 'https://github.com/aws/aws-parallelcluster/tree/v2.11.9/cloudformation';

const guidePage = (anchor: string, section: string, appliesTo: string): Source => ({
  url: `${GUIDE}/iam.html#${anchor}`,
  section,
  asOf: '2023-01-13',
  appliesTo,
});

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
  sessionManager: {
    url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCloud9SSMInstanceProfile.html',
    section: 'AWSCloud9SSMInstanceProfile v1',
    asOf: '2020-05-14',
    appliesTo: 'instances that Session Manager connects to',
  },
  validators: {
    url: 'https://github.com/aws/aws-parallelcluster/blob/v2.11.9/cli/src/pcluster/config/validators.py',
    section: 'the checks of a configuration',
    asOf: '2022-12',
    appliesTo: 'what the CLI looks up before it creates or updates a cluster',
  },
  handlers: {
    url: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
    section: 'handlers: the permissions in the schemas of the resource types of a cluster',
    asOf: '2026-11',
    appliesTo: 'what CloudFormation calls with the permissions of the user',
  },
  templates: {
    url: TEMPLATES,
    section: 'aws-parallelcluster.cfn.json, batch-substack.cfn.json and compute-fleet-hit-substack.cfn.yaml',
    asOf: '2022-12',
    appliesTo: 'what the stacks of a cluster make, and how they name it',
  },
} satisfies Record<string, Source>;
