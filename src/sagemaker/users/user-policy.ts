import { Construct } from 'constructs';
import { commonPolicy } from './common-policy';
import { deployPolicy, invocationPolicy, useDeploymentPolicy } from './deployment-policy';
import { startJobsPolicy, useJobsPolicy } from './jobs-policy';
import { pipelinesPolicy, registryPolicy } from './pipelines-policy';
import { SageMakerUserPolicyProps } from './props';
import { readUserAccess, UserAccess, USERS } from './read';
import { notebooksPolicy, studioPolicy } from './workspaces-policy';
import { Arns } from '../../private/options/arns';
import { PolicyConstruct } from '../../private/roles/policy-construct';
import { byRegionalProps } from '../../private/roles/regional-props';
import { PolicyFeature, whenPresent } from '../../private/statements/documented-statement';
import { apiFeatures } from '../workloads/api/calls';

/**
 * Grants what the callers of SageMaker need: people, functions, builds and workflows that start jobs, deploy models,
 * run pipelines or open notebooks. Customer-managed policies to attach to users, groups and roles.
 *
 * Say what they do: `jobs`, `deployment`, `invocation`, `pipelineAccess`, `modelRegistry`, `studio`, `notebooks`.
 * What runs then has a role of its own, a `SageMakerExecutionRole`, which they pass.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html
 */
export class SageMakerUserPolicy extends PolicyConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.SageMakerUserPolicy';

  constructor(scope: Construct, id: string, props: SageMakerUserPolicyProps) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      const access = readUserAccess(read);
      return {
        features: userFeatures(Arns.of(self), access),
        wayOut: 'list fewer names, roles, subnets and keys, or create one construct for each team',
      };
    }));
  }
}

function userFeatures(arns: Arns, access: UserAccess): readonly PolicyFeature[] {
  const { jobs, deployment, invocation, pipelineAccess, modelRegistry, studio, notebooks } = access;
  return [
    { name: 'Common', statements: commonPolicy(arns, access) },
    { name: 'Jobs', statements: whenPresent(jobs, used => startJobsPolicy(arns, used, access)) },
    { name: 'JobsUse', statements: whenPresent(jobs, used => useJobsPolicy(arns, used, access)) },
    { name: 'Deployment', statements: whenPresent(deployment, used => deployPolicy(arns, used, access)) },
    { name: 'DeploymentUse', statements: whenPresent(deployment, used => useDeploymentPolicy(arns, used, access)) },
    {
      name: 'Pipelines',
      statements: [
        ...whenPresent(pipelineAccess, used => pipelinesPolicy(arns, used, access)),
        ...whenPresent(modelRegistry, used => registryPolicy(arns, used)),
      ],
    },
    {
      name: 'Use',
      statements: [
        ...whenPresent(invocation, endpoints => invocationPolicy(arns, endpoints)),
        ...whenPresent(studio, used => studioPolicy(arns, used)),
        ...whenPresent(notebooks, used => notebooksPolicy(arns, used)),
      ],
    },
    ...apiFeatures(arns, USERS, access.api),
  ];
}
