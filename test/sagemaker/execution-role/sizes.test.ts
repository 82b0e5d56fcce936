import { PolicyPlacement, SageMakerExecutionRole } from '../../../src';
import { Environment, ENVIRONMENTS, fold, Json, JsonObject } from '../../support/fold';
import { Fixtures } from '../../support/given';
import { synthesize } from '../../support/synthesize';
import { DEFAULTS, Workload, WORKLOADS } from '../grid/defaults';
import { EVERYTHING } from '../grid/everything';

/** Whether the permissions fit inside the role, with the required options of each workload, and with all of them. */
type Inline = 'fits' | 'fits with required options' | 'too long';

/** The roles that people make. */
const ROLES: readonly (readonly [role: string, inline: Inline, workloads: readonly Workload[]])[] = [
  ['a training team', 'fits with required options', ['trainingJob', 'tuningJob', 'processingJob']],
  ['endpoints', 'fits', ['model']],
  ['a notebook that trains and deploys', 'fits with required options', ['notebookInstance', 'trainingJob', 'model']],
  ['a pipeline and its steps', 'fits with required options', ['pipeline', 'processingJob', 'trainingJob', 'model']],
  ['Studio with jobs and endpoints', 'too long', ['domain', 'studio', 'processingJob', 'trainingJob', 'model']],
  ['a HyperPod cluster', 'fits', ['hyperPodCluster']],
  ['features and an MLflow server', 'fits', ['featureStore', 'mlflow']],
  ['all workloads', 'too long', WORKLOADS],
];

const QUOTAS = { inline: 10_240, managed: 6_144, attached: 25 };

interface Sizes {
  /** The policies inside the role and attached by name: IAM counts them together. */
  readonly inline: number;
  readonly managed: readonly number[];
}

function sizes(
  workloads: readonly Workload[], extras: boolean, policyPlacement: PolicyPlacement, environment: Environment,
): Sizes {
  const { template } = synthesize(stack => {
    const given = new Fixtures(stack);
    const options = workloads.map(workload =>
      [workload, { ...DEFAULTS[workload](given), ...(extras ? EVERYTHING[workload](given) : {}) }]);
    new SageMakerExecutionRole(stack, 'Role', { ...Object.fromEntries(options), policyPlacement });
  });
  const documents = Object.values(fold(template, environment).Resources).flatMap(({ Type, Properties = {} }) =>
    (Type === 'AWS::IAM::Role' ? (Properties.Policies ?? []) as JsonObject[] : [Properties])
      .filter(({ PolicyDocument }) => PolicyDocument !== undefined)
      .map(({ PolicyDocument }) => ({ isManaged: Type === 'AWS::IAM::ManagedPolicy', length: characters(PolicyDocument) })));
  return {
    inline: documents.filter(({ isManaged }) => !isManaged).reduce((sum, { length }) => sum + length, 0),
    managed: documents.filter(({ isManaged }) => isManaged).map(({ length }) => length),
  };
}

/** Templates hold no white space in documents. */
function characters(document: Json): number {
  return JSON.stringify(document).length;
}

describe.each(ENVIRONMENTS)('in $partition', environment => {
  test.each(ROLES)('the managed policies of a role for %s are within the quotas', (_role, _inline, workloads) => {
    const { inline, managed } = sizes(workloads, true, PolicyPlacement.MANAGED, environment);
    expect(inline).toBeLessThanOrEqual(QUOTAS.inline);
    expect(managed.filter(length => length > QUOTAS.managed)).toEqual([]);
    expect(managed.length).toBeLessThanOrEqual(QUOTAS.attached);
  });

  describe.each([PolicyPlacement.INLINE, PolicyPlacement.SEPARATE])('as %s', placement => {
    test.each(ROLES)('a role for %s: %s', (_role, inline, workloads) => {
      const fits = (extras: boolean) => {
        expect(sizes(workloads, extras, placement, environment).inline).toBeLessThanOrEqual(QUOTAS.inline);
      };
      const isTooLong = (extras: boolean) => {
        expect(() => sizes(workloads, extras, placement, environment)).toThrow(
          /take \d{5} to \d{5} characters, IAM allows 10240.*PolicyPlacement\.MANAGED/s);
      };
      (inline === 'too long' ? isTooLong : fits)(false);
      (inline === 'fits' ? fits : isTooLong)(true);
    });
  });
});
