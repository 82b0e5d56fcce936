/**
 * The workload that a role needs if its user starts the work of a part of the API, and passes this role to it: by the
 * name of the part, with what fails without the workload.
 */
export const PASSED_WORK: Readonly<Record<string, { readonly workload: string; readonly otherwise: string }>> = {
  FeatureStore: { workload: 'featureStore', otherwise: 'feature groups with an offline store' },
};
