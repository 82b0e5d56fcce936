import * as iam from 'aws-cdk-lib/aws-iam';
import { SageMakerExecutionRoleProps, WorkloadName, WORKLOADS } from './props';
import { SageMakerSourceArn } from './source-arn';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { inEachRegion } from '../../private/options/regions';
import { instanceOf } from '../../private/options/validators';
import { SOURCES } from '../sources';
import { SAGEMAKER } from '../workloads/statements';

const SOURCE_ARN = instanceOf(SageMakerSourceArn, 'SageMakerSourceArn', 'SageMakerSourceArn.trainingJobs()');

/** The source of the trust policy, and how it differs from it. */
export const TRUST = {
  source: SOURCES.confusedDeputy,
  note: 'narrowed: the page allows SageMaker to assume the role on behalf of any account',
};

/** The properties that change the trust policy, as far as they are set. */
export function trustOptions(read: OptionReader<SageMakerExecutionRoleProps>): readonly string[] {
  return (['sourceArns', 'sourceAccountCondition'] as const).filter(option => read.has(option));
}

/** SageMaker, on behalf of this account. */
export function executionTrust(
  read: OptionReader<SageMakerExecutionRoleProps>, workloads: Iterable<WorkloadName>,
): iam.ServicePrincipal {
  const conditions: Record<string, Record<string, string | string[]>> = {};
  if (read.flag('sourceAccountCondition', true)) {
    conditions.StringEquals = { 'aws:SourceAccount': Arns.of(read.scope).account };
  }
  const sourceArns = read.list('sourceArns', SOURCE_ARN);
  if (sourceArns.length > 0) {
    warnOfExcludedWorkloads(read, sourceArns, workloads);
    conditions.ArnLike = {
      'aws:SourceArn': [...inEachRegion(
        read.scope, sourceArns.map((sourceArn, index) => sourceArn._bind(read.scope, `sourceArns[${index}]`)))],
    };
  }
  return new iam.ServicePrincipal(SAGEMAKER, { conditions });
}

function warnOfExcludedWorkloads(
  read: OptionReader<SageMakerExecutionRoleProps>,
  sourceArns: readonly SageMakerSourceArn[],
  workloads: Iterable<WorkloadName>,
): void {
  const types = sourceArns.map(sourceArn => sourceArn._resourceType);
  if (types.includes('*') || types.includes(undefined)) {
    return;
  }
  for (const workload of workloads) {
    const documented = WORKLOADS[workload].sourceArnTypes;
    if (!documented.some(type => types.includes(type))) {
      read.warn(
        `sourceArns:${workload}`,
        `'sourceArns' may keep SageMaker from assuming the role for '${workload}': ` +
          (documented.length > 0
            ? `add the form for ${documented.join(' or ')}, or SageMakerSourceArn.everything()`
            : 'no form narrower than SageMakerSourceArn.everything() is documented for it. Add that one'),
      );
    }
  }
}
