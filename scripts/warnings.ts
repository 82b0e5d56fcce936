import { table } from './tables';

/** A warning of the library. */
export interface Warning {
  /** Without the prefix `cdk-platform-iam:`. `WORD` stands for a part that differs. */
  readonly id: string;
  readonly means: string;
  readonly advice: string;
}

/** All warnings, by the guide that lists them. `test/warnings.test.ts` compares the ids with the sources. */
export const WARNINGS: Readonly<Record<string, readonly Warning[]>> = {
  'common': [
    {
      id: 'otherAccount',
      means: 'a bucket, key, queue, topic, secret, parameter, repository or file system is in another account',
      advice: 'allow the role in the policy of that resource, or in a resource share; see [Regions and accounts](#regions-and-accounts)',
    },
    {
      id: 'otherRegion:REGION',
      means: 'a stack of another Region refers to the role',
      advice: 'name that Region in `regions` if the platform works there',
    },
    {
      id: 'unknownKey:RESOURCE',
      means: 'the encryption key of an L1 is an alias or a parameter',
      advice: 'name the key in an option for keys',
    },
    {
      id: 'existingRoleAccount',
      means: "the existing role's account is known, but the stack's is not, so the library can't check that they match",
      advice: 'give the stack an `env`',
    },
    {
      id: 'awsPolicies:OPTION',
      means: "the role is imported, so the CDK can't attach AWS's managed policies to it",
      advice: 'attach them where the role is created, or set the option to `false`',
    },
    {
      id: 'statementOverride:SID',
      means: 'the app changes or leaves out a documented statement',
      advice: 'review the change, and acknowledge the warning',
    },
    {
      id: 'policySize',
      means: 'names generated during deployment may push the inline policies over the size limit',
      advice: 'give the resources short names, or use `PolicyPlacement.MANAGED`',
    },
    {
      id: 'policySize:POLICY',
      means: 'the same for one managed policy',
      advice: 'give the resources short names, or list fewer of them',
    },
    {
      id: 'trustSize',
      means: 'names generated during deployment may push the trust policy over its size limit',
      advice: 'list fewer principals',
    },
    {
      id: 'trustQuota',
      means: 'the trust policy has more than 2,048 characters, the default quota of an account',
      advice: 'raise the quota "Role trust policy length", or list fewer principals',
    },
    {
      id: 'attachedPolicies',
      means: 'the role has more than 10 attached managed policies, the default quota of an account',
      advice: 'raise the quota "Managed policies attached to an IAM role", or attach fewer',
    },
    {
      id: 'attachedPolicies:WHO',
      means: 'the same for a user, group or role that policies are attached to',
      advice: 'raise the quota, or use two groups',
    },
  ],
  'elastic-beanstalk': [
    {
      id: 'unrestrictedBeanstalkResources',
      means: 'the role covers resources of every Region and account',
      advice: 'remove `unrestrictedResources`, and set the options that narrow the scope',
    },
    {
      id: 'awsManagedBeanstalkPolicies',
      means: "AWS's managed policies cover resources of every Region and account, models of Amazon Bedrock, and AWS Marketplace",
      advice: 'remove `awsManagedPolicies`, and set the options of the role',
    },
    {
      id: 'redundantHealthAnalysis',
      means: "AWS's managed policies already grant what `healthAnalysis` does",
      advice: 'remove one of them',
    },
    {
      id: 'healthAnalysisPartition',
      means: 'Amazon Bedrock is not available in the partition, so `healthAnalysis` has no effect',
      advice: 'remove it',
    },
    {
      id: 'publicRegistryPartition',
      means: 'Amazon ECR Public is not available in the partition, so `publicRegistryLogin` has no effect',
      advice: 'remove it',
    },
    {
      id: 'firstModelUse',
      means: 'the model of GovCloud needs no subscription, so `firstModelUse` has no effect',
      advice: 'remove it',
    },
    {
      id: 'ecsDockerAlone',
      means: 'a new role has `ecsDocker` without a tier',
      advice: 'add `webTier` or `workerTier`',
    },
    {
      id: 'secretsWithoutExecutionRole',
      means: 'with ECS, environment variables need an execution role to hold secrets',
      advice: 'set `ecsDocker.executionRole` to the role in `Dockerrun.aws.json`',
    },
    {
      id: 'executionRoleSecrets',
      means: 'the execution role is imported, so it gets no permission to read the secrets',
      advice: 'allow it to read them where it is created',
    },
    {
      id: 'executionRoleImages',
      means: 'the execution role is imported, so it gets no permission to pull the images',
      advice: 'allow it to pull them where it is created',
    },
    {
      id: 'missingPolicies',
      means: "a new cluster or node role has neither AWS's managed policies nor others",
      advice: 'leave `awsManagedPolicies` out, or attach others with `additionalManagedPolicies`',
    },
    {
      id: 'clusterPartition',
      means: 'no environments on Amazon EKS are known in the Region',
      advice: 'create the role in a commercial Region, or check that AWS offers them there by now',
    },
    {
      id: 'codeOfAllEnvironments',
      means: 'users write the code of all environments in the bucket of Elastic Beanstalk',
      advice: 'set `storage.environmentIds`, or use operations roles',
    },
  ],
  'hopsworks': [
    {
      id: 'vendorRegistry',
      means: "the vendor's registry is known in the commercial Regions only",
      advice: 'set the account of its images in `containerRegistry.vendorAccountId`',
    },
    {
      id: 'assumableRoles',
      means: "the trust policies of some of these roles can't be changed from here",
      advice: 'add the role to them as a principal; roles in other stacks of the app need a `roleName` of this role',
    },
    {
      id: 'registryLogin',
      means: 'no policy of the role lets nodes log in to registries',
      advice: 'add `AmazonEC2ContainerRegistryPullOnly` to `additionalManagedPolicies`',
    },
    {
      id: 'clusterProvider',
      means: "the service account's OpenID Connect provider is not one of Amazon EKS",
      advice: 'pass the provider of the cluster; for a self-managed cluster, acknowledge the warning',
    },
  ],
  'parallelcluster2': [
    {
      id: 'createRoles',
      means: 'users who create clusters that create roles are equivalent to administrators of the account',
      advice: 'set `createRoles: false`, `instanceRoles` and `lambdaRoles`',
    },
    {
      id: 'unrestrictedAccess',
      means: 'permissions that the guide grants on all resources are granted on all',
      advice: 'leave `unrestrictedAccess` out',
    },
    {
      id: 'batchStack',
      means: "the head node of AWS Batch can't submit jobs yet",
      advice: 'set `batchStack` to the outputs of the Batch stack once the cluster exists',
    },
  ],
  'parallelcluster3-roles': [
    {
      id: 'clusterName',
      means: "a cluster's name is known only at deployment, and ParallelCluster makes the name of a folder in Amazon S3 from it",
      advice: 'deploy a name in lower case, with at most 46 characters',
    },
  ],
  'parallelcluster3-user': [
    {
      id: 'clusterName',
      means: "a cluster's name is known only at deployment, and ParallelCluster makes the name of a folder in Amazon S3 from it",
      advice: 'deploy a name in lower case, with at most 46 characters',
    },
    {
      id: 'privilegedIamAccess',
      means: 'users can create roles with any permissions, which is equivalent to an administrator',
      advice: 'use `ParallelClusterIamAccess.withinBoundary()` or `restricted()`',
    },
    {
      id: 'unlimitedBoundary',
      means: 'a boundary lets its roles change, pass or assume every role, so it limits nothing',
      advice: 'leave these actions out of the boundary, or name their resources',
    },
  ],
  'sagemaker': [
    {
      id: 'unrestrictedSageMakerApi',
      means: 'a notebook can call SageMaker actions with a wildcard on all resources',
      advice: 'list the parts of the API in `apiAccess`',
    },
    {
      id: 'actsAsOthers',
      means: 'a part of the API opens notebooks, apps or clusters of others, or changes what they run',
      advice: 'leave these parts out, or grant the actions on named resources in `additionalStatements`',
    },
    {
      id: 'passedWork:WORKLOAD',
      means: 'a notebook passes the role to work of a part of the API, and the role lacks the workload',
      advice: 'set the workload, or pass another role that has it',
    },
    {
      id: 'sourceArns:WORKLOAD',
      means: 'the source ARNs may keep SageMaker from assuming the role for the workload',
      advice: 'add the form that the message names, or leave `sourceArns` out',
    },
    {
      id: 'guessedRolePath',
      means: "the role's name and path are not what the SageMaker Python SDK v2 expects",
      advice: 'set the path that the message names, or choose another name',
    },
    {
      id: 'requirementsOfPipelines',
      means: "`requirements` don't hold for the steps of pipelines, whose jobs the pipeline's role creates",
      advice: 'leave `pipelineAccess.edit` out, or review pipelines',
    },
  ],
};

export function warningsTable(warnings: readonly Warning[]): string {
  return table(['Id', 'Meaning', 'What to do'], warnings.map(({ id, means, advice }) => [`\`${id}\``, means, advice]));
}
