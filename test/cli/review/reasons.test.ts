import { reasonOf } from '../../../cli/review/reasons';
import { StackNames } from '../../../cli/statements/stack-names';
import { statementsIn } from '../../../cli/statements/statement';

const NAMES = new StackNames({ name: 'App', template: '', sections: {}, metadata: new Map(), unread: [], resources: [] });

const INPUTS = { Sid: 'TrainingJobReadInputs', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' };
const TERMINATE = {
  Sid: 'ClusterTerminateInstances',
  Action: 'ec2:TerminateInstances',
  Resource: '*',
  Condition: { Null: { 'aws:ResourceTag/parallelcluster:cluster-name': 'false' } },
};
const FLEETS = { Sid: 'BoundaryOnAll', Action: ['ec2:CreateFleet', 'ec2:Describe*'], Resource: '*' };

test.each<[string, string, object, boolean]>([
  ['the documented statement', 'SageMakerExecutionRole', INPUTS, true],
  ['actions in another case', 'SageMakerExecutionRole', { ...INPUTS, Action: 'S3:getObject' }, true],
  ['the loud form of an option', 'SageMakerExecutionRole', { ...INPUTS, Resource: 'arn:aws:s3:::*/*' }, true],
  ['every action', 'SageMakerExecutionRole', { ...INPUTS, Action: '*', Resource: '*' }, false],
  ['one more action', 'SageMakerExecutionRole', { ...INPUTS, Action: ['s3:GetObject', 's3:PutObject'] }, false],
  ['a pattern of actions', 'SageMakerExecutionRole', { ...INPUTS, Action: 's3:Get*' }, false],
  ['every resource in place of some', 'SageMakerExecutionRole', { ...INPUTS, Resource: '*' }, false],
  ['all actions but some', 'SageMakerExecutionRole', { Sid: INPUTS.Sid, NotAction: 's3:GetObject', Resource: 'x' }, false],
  ['all resources but some', 'SageMakerExecutionRole', { Sid: INPUTS.Sid, Action: 's3:GetObject', NotResource: 'x' }, false],
  ['a Deny', 'SageMakerExecutionRole', { ...INPUTS, Effect: 'Deny' }, false],
  ['another Sid', 'SageMakerExecutionRole', { ...INPUTS, Sid: 'Mine' }, false],
  ['no Sid', 'SageMakerExecutionRole', { ...INPUTS, Sid: undefined }, false],
  ['fewer actions, and actions of some versions', 'ParallelClusterPermissionsBoundary', FLEETS, true],
  ['a condition that options bring', 'ParallelClusterPermissionsBoundary', {
    ...FLEETS, Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
  }, true],
  ['the documented condition', 'ParallelClusterUserPolicy', TERMINATE, true],
  ['one more condition', 'ParallelClusterUserPolicy', { ...TERMINATE, Condition: { ...TERMINATE.Condition, Bool: { 'aws:SecureTransport': 'true' } } }, true],
  ['no condition', 'ParallelClusterUserPolicy', { ...TERMINATE, Condition: undefined }, false],
  ['requirements that the app left out', 'SageMakerUserPolicy', { Sid: 'JobsStart', Action: 'sagemaker:CreateTrainingJob', Resource: 'arn:aws:sagemaker:*:*:training-job/*' }, true],
])('%s of %s is documented: %#', (_, construct, statement, isDocumented) => {
  const [plain] = statementsIn({ Statement: { Effect: 'Allow', ...statement } } as never, NAMES);
  expect(reasonOf(construct, plain) !== undefined).toBe(isDocumented);
});
