import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { SageMakerSourceArn } from './source-arn';
import { Arns } from '../../private/options/arns';
import { warn } from '../../private/options/errors';
import { BOOLEAN, checked, Kind, nonEmptyList } from '../../private/options/validators';
import { SOURCES } from '../sources';
import { SAGEMAKER } from '../workloads/statements';

/**
 * The resource types that stand in `aws:SourceArn` when SageMaker assumes the role for a workload, as far as
 * documented.
 */
const DOCUMENTED_TYPES = {
  trainingJob: ['training-job'],
  tuningJob: [],
  processingJob: ['processing-job'],
  // Of endpoints none is; a transform job has a form of its own.
  model: ['transform-job'],
  notebookInstance: [],
  autoMlJob: [],
  domain: [],
  image: ['image', 'image-version'],
} as const satisfies Record<string, readonly string[]>;

const SOURCE_ARN: Kind<SageMakerSourceArn> = {
  what: 'a SageMakerSourceArn, such as SageMakerSourceArn.trainingJobs()',
  is: value => value instanceof SageMakerSourceArn,
};

export type Workload = keyof typeof DOCUMENTED_TYPES;
export const WORKLOADS = Object.keys(DOCUMENTED_TYPES) as readonly Workload[];

export interface TrustOptions {
  readonly sourceArns?: readonly SageMakerSourceArn[];
  readonly sourceAccountCondition?: boolean;
}

/** Where the trust policy comes from, and how it departs from there. */
export const TRUST = {
  source: SOURCES.confusedDeputy,
  note: 'narrowed: the page lets SageMaker assume the role on behalf of any account',
};

/** SageMaker, on behalf of this account. */
export function executionTrust(
  scope: IConstruct,
  options: TrustOptions,
  workloads: readonly Workload[],
): iam.ServicePrincipal {
  const conditions: Record<string, Record<string, string | string[]>> = {};
  const { sourceAccountCondition = true } = options;
  if (checked(scope, 'sourceAccountCondition', sourceAccountCondition, BOOLEAN)) {
    conditions.StringEquals = { 'aws:SourceAccount': Arns.of(scope).account };
  }
  if (options.sourceArns) {
    nonEmptyList(scope, 'sourceArns', options.sourceArns, SOURCE_ARN, 'nobody could assume the role');
    warnOfWorkloadsLeftOut(scope, options.sourceArns, workloads);
    const arnsOfSources = options.sourceArns.map((sourceArn, index) =>
      sourceArn._render(scope, `sourceArns[${index}]`),
    );
    conditions.ArnLike = { 'aws:SourceArn': arnsOfSources };
  }
  return new iam.ServicePrincipal(SAGEMAKER, { conditions });
}

function warnOfWorkloadsLeftOut(
  scope: IConstruct,
  sourceArns: readonly SageMakerSourceArn[],
  workloads: readonly Workload[],
): void {
  const types = sourceArns.map(sourceArn => sourceArn._resourceType);
  if (types.includes('*') || types.includes(undefined)) {
    return;
  }
  for (const workload of workloads) {
    const documented: readonly string[] = DOCUMENTED_TYPES[workload];
    if (!documented.some(type => types.includes(type))) {
      warn(
        scope,
        `sourceArns:${workload}`,
        `'sourceArns' may keep SageMaker from assuming the role for '${workload}': ` +
          (documented.length > 0
            ? `add the form for ${documented.join(' or ')}, or SageMakerSourceArn.everything()`
            : 'no form narrower than SageMakerSourceArn.everything() is documented for it, add that one'),
      );
    }
  }
}
