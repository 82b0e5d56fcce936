import { DeniedRow } from './denied';
import { UnusedRow } from './granted';

const subject = 'notebook';

/** Calls of the SDK that the role of a notebook denies. */
export const SAGEMAKER_SDK_DENIED: readonly DeniedRow[] = [
  {
    subject,
    actions: ['s3:ListAllMyBuckets'],
    because: 'the SDK looks for the date of its default bucket there; without it, it asks for the bucket itself',
  },
  {
    subject,
    actions: ['iam:SimulatePrincipalPolicy'],
    because: 'version 3 simulates its role before it starts work. Where it may not, it warns and goes on',
  },
  {
    subject,
    actions: ['iam:PassRole'],
    configurations: ['pipeline-schedule'],
    resources: ['arn:aws:iam::*:role/*'],
    because: 'the role passes itself to SageMaker only; Amazon EventBridge Scheduler starts a pipeline with a role that trusts it',
  },
  {
    subject,
    actions: ['scheduler:UpdateSchedule'],
    because: 'schedules are of another service, which the page of notebooks does not have',
  },
  {
    subject,
    actions: ['athena:GetQueryExecution', 'athena:StartQueryExecution'],
    because: 'queries of offline stores are of another service, which the page of notebooks does not have',
  },
  {
    subject,
    actions: ['sagemaker:Search'],
    configurations: ['features', 'registry'],
    because: 'only EXPERIMENTS has it, since a search finds resources of all types. Without it registering lists the groups instead',
  },
];

/** Actions that a notebook may call, and that neither the SDK calls nor a page prints. */
export const SAGEMAKER_SDK_UNUSED: Readonly<Record<string, readonly UnusedRow[]>> = {
  SageMakerExecutionRole: [
    {
      actions: ['fsx:DescribeFileSystems'],
      because: 'a notebook that mounts a file system of Amazon FSx looks it up: the SDK does not',
    },
    {
      actions: ['kms:GenerateDataKey'],
      because: 'Amazon S3 uses the key of a bucket for the notebook: no program calls it',
    },
    {
      actions: ['s3:AbortMultipartUpload'],
      because: 'the SDK calls it for a large file whose upload fails: none fails here',
    },
  ],
};
