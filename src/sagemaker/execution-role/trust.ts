import * as iam from 'aws-cdk-lib/aws-iam';
import { SageMakerExecutionRoleProps, WorkloadName } from './props';
import { SageMakerSourceArn } from './source-arn';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { inEachRegion } from '../../private/options/regions';
import { instanceOf } from '../../private/options/validators';
import { SOURCES } from '../sources';
import { SAGEMAKER } from '../workloads/statements';
import { Needs } from '../workloads/workload';

const SOURCE_ARN = instanceOf(SageMakerSourceArn, 'SageMakerSourceArn', 'SageMakerSourceArn.trainingJobs()');

/** The source of the trust policy, and how it differs from it. */
export const TRUST = {
  source: SOURCES.confusedDeputy,
  note: 'narrowed: the page allows SageMaker to assume the role on behalf of any account',
};

/** The properties that change the trust policy, as far as they are set. */
export function trustOptions(read: OptionReader<SageMakerExecutionRoleProps>): readonly string[] {
  return (['sourceArns', 'sourceAccountCondition', 'sourceIdentity'] as const).filter(option => read.has(option));
}

/** SageMaker, on behalf of this account. */
export function executionTrust(
  read: OptionReader<SageMakerExecutionRoleProps>, workloads: ReadonlyMap<WorkloadName, Needs>,
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
        read.scope, sourceArns.flatMap((sourceArn, index) => sourceArn._bind(read.scope, `sourceArns[${index}]`)))],
    };
  }
  return read.flag('sourceIdentity', false)
    ? new NamingService(SAGEMAKER, { conditions }) : new iam.ServicePrincipal(SAGEMAKER, { conditions });
}

/** It may also set the source identity, in the same statement: the template must not depend on feature flags. */
class NamingService extends iam.ServicePrincipal {
  public override addToAssumeRolePolicy(document: iam.PolicyDocument): void {
    document.addStatements(new iam.PolicyStatement({
      actions: [this.assumeRoleAction, 'sts:SetSourceIdentity'],
      principals: [this],
    }));
  }
}

function warnOfExcludedWorkloads(
  read: OptionReader<SageMakerExecutionRoleProps>,
  sourceArns: readonly SageMakerSourceArn[],
  workloads: ReadonlyMap<WorkloadName, Needs>,
): void {
  const types = sourceArns.map(sourceArn => sourceArn._resourceType);
  if (types.includes('*') || types.includes(undefined)) {
    return;
  }
  for (const [workload, { sourceArnTypes }] of workloads) {
    if (!sourceArnTypes.some(type => types.includes(type))) {
      read.warn(
        `sourceArns:${workload}`,
        `'sourceArns' may keep SageMaker from assuming the role for '${workload}': ` +
          (types.includes('pipeline') ? besidesPipeline(sourceArnTypes) : formsOf(sourceArnTypes)),
      );
    }
  }
}

/** What a form excludes, although the workload's options allow it. */
const EXCLUDED: Readonly<Record<string, string>> = { 'transform-job': " (it can't serve endpoints then)" };

function listed(types: readonly string[]): string {
  return types.map(type => type + (EXCLUDED[type] ?? '')).join(' or ');
}

function formsOf(types: readonly string[]): string {
  return types.length > 0
    ? `add the form for ${listed(types)}, or SageMakerSourceArn.everything()`
    : 'no form narrower than SageMakerSourceArn.everything() is documented for it. Add that one';
}

/** AWS recommends the form of the pipeline: the wide form would undo it. */
function besidesPipeline(types: readonly string[]): string {
  const otherRole = "own, without 'sourceArns'";
  return types.length > 0
    ? `add the form for ${listed(types)}, or give it a role of its ${otherRole}`
    : `no narrow form is documented for it. Give it a role of its ${otherRole}`;
}
