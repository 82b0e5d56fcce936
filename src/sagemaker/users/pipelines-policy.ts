import { named, onCreation, ONLY_TAGGED, onTagged } from './conditions';
import { PIPELINE_CREATION } from './creations';
import { tagOnCreation } from './jobs-policy';
import { PipelinesAccess, RegistryAccess, UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

const source = SOURCES.authorization;

/** Starting and watching pipelines, and on request changing them and answering their callback steps. */
export function pipelinesPolicy(
  arns: Arns, { names, edit, callbacks }: PipelinesAccess, access: UserAccess,
): Statements {
  const pipelines = named(arns, 'pipeline', names);
  const executions = named(arns, 'pipeline', names, '/execution/*');
  return [
    {
      sid: 'PipelinesUse',
      source,
      note: ONLY_TAGGED,
      actions: [
        ...(edit ? ['sagemaker:DeletePipeline'] : []),
        'sagemaker:DescribePipeline',
        'sagemaker:ListPipelineExecutions',
        'sagemaker:ListPipelineVersions',
        'sagemaker:ListTags',
        'sagemaker:StartPipelineExecution',
        ...(edit ? ['sagemaker:UpdatePipeline', 'sagemaker:UpdatePipelineVersion'] : []),
      ],
      resources: pipelines,
      conditions: onTagged(access),
    },
    {
      sid: 'PipelinesUseExecutions',
      source,
      actions: [
        'sagemaker:DescribePipelineDefinitionForExecution',
        'sagemaker:DescribePipelineExecution',
        'sagemaker:ListPipelineExecutionSteps',
        'sagemaker:ListPipelineParametersForExecution',
        'sagemaker:RetryPipelineExecution',
        'sagemaker:StopPipelineExecution',
        'sagemaker:UpdatePipelineExecution',
      ],
      resources: executions,
    },
    ...whenPresent(callbacks, () => ({
      sid: 'PipelinesAnswerCallbacks',
      source,
      actions: [
        'sagemaker:SendPipelineExecutionStepFailure',
        'sagemaker:SendPipelineExecutionStepSuccess',
      ],
      resources: executions,
    })),
    ...whenPresent(edit, () => [
      {
        sid: 'PipelinesCreate',
        source,
        note: 'narrowed: only with the tags of the users, if they have any',
        actions: [PIPELINE_CREATION],
        resources: pipelines,
        conditions: onCreation(PIPELINE_CREATION, access),
      },
      tagOnCreation('Pipelines', [PIPELINE_CREATION], pipelines),
    ]),
    {
      sid: 'PipelinesList',
      source,
      actions: ['sagemaker:ListPipelines'],
      resources: ANY,
    },
  ];
}

/** Packages wait for approval: neither their status nor their stage is set by who registers them. */
const WAITING = {
  Null: { 'sagemaker:ModelLifeCycle:Stage': 'true' },
  StringEqualsIfExists: { 'sagemaker:ModelApprovalStatus': 'PendingManualApproval' },
};

const REGISTRATIONS = ['sagemaker:CreateModelPackage', 'sagemaker:CreateModelPackageGroup'];

/** Reading the packages of groups, and on request registering and approving them. */
export function registryPolicy(arns: Arns, { groups, register, approve }: RegistryAccess): Statements {
  const packages = named(arns, 'model-package', groups, '/*');
  const all = [...named(arns, 'model-package-group', groups), ...packages];
  return [
    {
      sid: 'ModelRegistryRead',
      source,
      actions: [
        'sagemaker:AccessModelPackage',
        'sagemaker:BatchDescribeModelPackage',
        'sagemaker:DescribeModelPackage',
        'sagemaker:DescribeModelPackageGroup',
        'sagemaker:ListModelPackages',
        'sagemaker:ListTags',
      ],
      resources: all,
    },
    {
      sid: 'ModelRegistryList',
      source,
      actions: ['sagemaker:ListModelPackageGroups'],
      resources: ANY,
    },
    ...whenPresent(register, () => [
      {
        sid: 'ModelRegistryCreateGroups',
        source,
        actions: ['sagemaker:CreateModelPackageGroup'],
        resources: named(arns, 'model-package-group', groups),
      },
      {
        sid: 'ModelRegistryRegister',
        source,
        note: 'narrowed: who registers a package does not approve it',
        actions: ['sagemaker:CreateModelPackage'],
        resources: packages,
        conditions: approve ? undefined : WAITING,
      },
      tagOnCreation('ModelRegistry', REGISTRATIONS, all),
    ]),
    ...whenPresent(approve, () => ({
      sid: 'ModelRegistryApprove',
      source,
      actions: ['sagemaker:UpdateModelPackage'],
      resources: packages,
    })),
  ];
}
