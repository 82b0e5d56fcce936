import * as fc from 'fast-check';
import {
  PolicyPlacement, SageMakerExecutionRole, SageMakerExecutionRoleProps, SageMakerHyperPodKarpenterRole,
  SageMakerHyperPodKarpenterRoleProps, SageMakerSourceArn,
} from '../../src';
import {
  both, codeOf, flag, key, listOf, maker, Maker, oneOf, options, OptionsMaker, values,
} from '../support/arbitraries';
import { Workload, WORKLOADS } from './grid/defaults';
import { inline, Workloads, workloads } from './workload-arbitraries';
import { newRole, rolesOf } from '../support/role-arbitraries';
import { SUBJECT } from '../support/row';

/** With every option, these fill an inline policy: they are together with others in managed policies only. */
const LARGE: readonly Workload[] = ['notebookInstance', 'studio', 'pipeline', 'trainingJob', 'tuningJob', 'processingJob'];

/** With more workloads, a role could exceed the number of managed policies. */
const MANY = 9;

const someWorkloads = (maxLength: number): fc.Arbitrary<OptionsMaker<Workloads>> => {
  const from = maxLength < MANY ? { ...workloads, ...inline } : workloads;
  return fc.subarray(WORKLOADS as Workload[], { minLength: 1, maxLength }).map(alone(maxLength)).chain(names =>
    options<Workloads>(Object.fromEntries(names.map(name => [name, from[name]])) as typeof workloads, ...names));
};

function alone(maxLength: number): (names: Workload[]) => Workload[] {
  return names => {
    const large = names.filter(name => LARGE.includes(name));
    return maxLength < MANY && large.length > 0 ? [large[0]] : names;
  };
}

/** Options of the trust policy, which an existing role rejects. */
const trust = options<Pick<SageMakerExecutionRoleProps, 'sourceArns' | 'sourceAccountCondition' | 'sourceIdentity'>>({
  sourceArns: listOf(oneOf({
    'trainingJobs()': () => SageMakerSourceArn.trainingJobs(),
    'pipeline("nightly")': () => SageMakerSourceArn.pipeline('nightly'),
    'everything()': () => SageMakerSourceArn.everything(),
  })),
  sourceAccountCondition: flag,
  sourceIdentity: flag,
});
const check = options<Pick<SageMakerExecutionRoleProps, 'sdkRoleCheck'>>({ sdkRoleCheck: flag });

const roles = rolesOf('sagemaker.amazonaws.com');

/** The properties of a role. More than two workloads may exceed the size of inline policies. */
const props: fc.Arbitrary<Maker<SageMakerExecutionRoleProps>> = fc.oneof(
  both(both(someWorkloads(2), check), both(trust, roles.made)),
  both(both(someWorkloads(2), check),
    both(trust, options({ ...newRole, policyPlacement: values(PolicyPlacement.INLINE) }, 'policyPlacement'))),
  both(both(someWorkloads(2), check), fc.oneof(roles.existing, roles.imported)),
  {
    weight: 4,
    arbitrary: both(both(someWorkloads(MANY), check),
      both(trust, options({ ...newRole, policyPlacement: values(PolicyPlacement.MANAGED) }, 'policyPlacement'))),
  },
);

/** Builds a role with random options, under the id `SUBJECT`. */
export const randomExecutionRole: fc.Arbitrary<Maker<SageMakerExecutionRole>> = props.map(made =>
  maker(`new SageMakerExecutionRole(${codeOf(made)})`, given => new SageMakerExecutionRole(given.stack, SUBJECT, made(given))));

type Karpenter = SageMakerHyperPodKarpenterRoleProps;

const karpenterRoles = rolesOf('hyperpod.sagemaker.amazonaws.com');
const keysOfNodes = options<Pick<Karpenter, 'volumeKeys'>>({ volumeKeys: listOf(key) });

const karpenter: fc.Arbitrary<Maker<Karpenter>> = fc.oneof(
  both(keysOfNodes, both(options<Pick<Karpenter, 'sourceAccountCondition'>>({ sourceAccountCondition: flag }), karpenterRoles.made)),
  both(keysOfNodes, fc.oneof(karpenterRoles.existing, karpenterRoles.imported)),
);

export const randomKarpenterRole: fc.Arbitrary<Maker<SageMakerHyperPodKarpenterRole>> = karpenter.map(made =>
  maker(`new SageMakerHyperPodKarpenterRole(${codeOf(made)})`,
    given => new SageMakerHyperPodKarpenterRole(given.stack, SUBJECT, made(given))));
