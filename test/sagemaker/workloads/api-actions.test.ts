import { Aws, Token } from 'aws-cdk-lib';
import { SageMakerApiAccess, SageMakerApiActions, SageMakerExecutionRole } from '../../../src';
import { synthesizeRole } from '../../support/synthesize';

const roleWith = (actions: SageMakerApiActions, name = 'Own') =>
  synthesizeRole(stack => new SageMakerExecutionRole(stack, 'Role', {
    notebookInstance: { apiAccess: [SageMakerApiAccess.of(name, actions)] },
  }), { env: { account: '111122223333', region: 'eu-central-1' } });
const statementOf = (actions: SageMakerApiActions) =>
  roleWith(actions).all.find(({ Sid }) => Sid === 'NotebookInstanceCallOwn');

describe('further parts of the API', () => {
  test.each<[string, SageMakerApiActions, string[]]>([
    ['all resources of a type', { actions: ['sagemaker:StopLabelingJob'], resourceTypes: ['labeling-job'] },
      ['arn:aws:sagemaker:eu-central-1:111122223333:labeling-job/*']],
    ['resources by name', { actions: ['sagemaker:DescribeHub'], resourceTypes: ['hub'], resourceNames: ['churn', 'team-*'] },
      ['churn', 'team-*'].map(name => `arn:aws:sagemaker:eu-central-1:111122223333:hub/${name}`)],
    [
      'the public hub',
      { actions: ['sagemaker:DescribeHubContent'], resourceTypes: ['hub', 'hub-content'], account: 'aws' },
      ['hub', 'hub-content'].map(type => `arn:aws:sagemaker:eu-central-1:aws:${type}/*`),
    ],
    ['types whose ARNs have other forms', { actions: ['sagemaker:SendHeartbeat'], resourceTypes: ['device'] },
      ['arn:aws:sagemaker:eu-central-1:111122223333:device-fleet/*/device/*']],
    ['MLflow', { actions: ['sagemaker-mlflow:*'], resourceTypes: ['mlflow-tracking-server'], resourceNames: ['churn'] },
      ['arn:aws:sagemaker:eu-central-1:111122223333:mlflow-tracking-server/churn']],
    ['tags', { actions: ['sagemaker:AddTags'], resourceTypes: ['labeling-job'] },
      ['arn:aws:sagemaker:eu-central-1:111122223333:labeling-job/*']],
  ])('are granted on %s', (_, actions, resources) => {
    expect(statementOf(actions)).toMatchObject({ Action: actions.actions, Resource: resources });
  });

  test('are granted under conditions', () => {
    const conditions = { StringEquals: { 'aws:ResourceTag/team': ['churn', 'fraud'] } };
    expect(statementOf({ actions: ['sagemaker:StopLabelingJob'], resourceTypes: ['labeling-job'], conditions }))
      .toMatchObject({ Condition: conditions });
  });

  test('are granted on all resources for actions without resource-level permissions', () => {
    expect(statementOf({ actions: ['sagemaker:ListWorkteams'] })).toMatchObject({ Resource: ['*'] });
  });

  const LABELING = { actions: ['sagemaker:CreateLabelingJob'], resourceTypes: ['labeling-job'] };
  const CONDITIONS = "'notebookInstance.apiAccess[0].conditions' must be conditions without policy variables";

  test.each<[string, SageMakerApiActions, string]>([
    ['no actions', { actions: [] }, "'notebookInstance.apiAccess[0].actions' must not be empty: list what is granted, got []"],
    ['an action of another service', { actions: ['s3:GetObject'] },
      "'notebookInstance.apiAccess[0].actions[0]' must be an action of SageMaker, such as 'sagemaker:CreateLabelingJob', " +
        "got \"s3:GetObject\": actions of other services go into 'additionalStatements'"],
    ['an action that does not exist', { actions: ['sagemaker:CreateSpaces'], resourceTypes: ['space'] },
      "'notebookInstance.apiAccess[0].actions' has 'sagemaker:CreateSpaces', which is no action of SageMaker: did you mean " +
        "'sagemaker:CreateSpace'?"],
    ['an action in another spelling', { actions: ['sagemaker:createlabelingjob'], resourceTypes: ['labeling-job'] },
      "did you mean 'sagemaker:CreateLabelingJob'?"],
    ['an action that is perhaps newer', { actions: ['sagemaker:CreateDream'], resourceTypes: ['space'] },
      "if it is newer than this library, use 'additionalStatements'"],
    ['no types for an action on resources', { actions: ['sagemaker:CreateLabelingJob'] },
      "'notebookInstance.apiAccess[0].actions' has 'sagemaker:CreateLabelingJob', which is granted on resources: set " +
        "'notebookInstance.apiAccess[0].resourceTypes', here to 'labeling-job'"],
    ['no types for a wildcard', { actions: ['sagemaker:*'] }, 'or others, or use SageMakerApiAccess.UNRESTRICTED'],
    ['a type that the action does not support', { actions: ['sagemaker:CreateLabelingJob'], resourceTypes: ['space'] },
      "which does not support 'space': it supports 'labeling-job'"],
    ['a type for an action without resources', { actions: ['sagemaker:ListWorkteams'], resourceTypes: ['workteam'] },
      "which does not support 'workteam': it has no resource-level permissions, and goes into a part of its own"],
    ['a type that no action supports', { ...LABELING, resourceTypes: ['labeling-job', 'space'] },
      "'notebookInstance.apiAccess[0].resourceTypes' has 'space', which none of the actions supports: leave it out"],
    ['a misspelt type', { ...LABELING, resourceTypes: ['labelling-job'] },
      "'notebookInstance.apiAccess[0].resourceTypes[0]' must be a type of resources of SageMaker, such as 'labeling-job', " +
        "got \"labelling-job\": did you mean 'labeling-job'?"],
    ['names without types', { actions: ['sagemaker:ListWorkteams'], resourceNames: ['churn'] },
      "'notebookInstance.apiAccess[0].resourceTypes' must be set: names and accounts are those of resources of some type"],
    ['an ARN in place of a name', { ...LABELING, resourceNames: ['arn:aws:sagemaker:::labeling-job/churn'] },
      "'notebookInstance.apiAccess[0].resourceNames[0]' must be a name"],
    ['a policy variable in a name', { ...LABELING, resourceNames: ['${aws:username}'] },
      "'notebookInstance.apiAccess[0].resourceNames[0]' must be a name"],
    ['an account that can\'t be one', { ...LABELING, account: 'amazon' },
      "'notebookInstance.apiAccess[0].account' must be 12 digits, or 'aws', got \"amazon\""],
    ['an operator that does not exist', { ...LABELING, conditions: { StringIs: { 'aws:ResourceTag/team': ['churn'] } } }, CONDITIONS],
    ['a condition without keys', { ...LABELING, conditions: { StringEquals: {} } }, CONDITIONS],
    ['a condition without values', { ...LABELING, conditions: { StringEquals: { 'aws:ResourceTag/team': [] } } }, CONDITIONS],
    ['a policy variable in a condition',
      { ...LABELING, conditions: { StringEquals: { 'aws:ResourceTag/team': ['${aws:PrincipalTag/team}'] } } }, CONDITIONS],
    ['no conditions', { ...LABELING, conditions: {} }, CONDITIONS],
    ['a misspelt option', { ...LABELING, resourceName: ['churn'] } as SageMakerApiActions,
      "unknown option 'notebookInstance.apiAccess[0].resourceName', did you mean 'notebookInstance.apiAccess[0].resourceNames'?"],
    ['a list in place of options', ['sagemaker:CreateLabelingJob'] as never,
      "the actions of SageMakerApiAccess.of() in 'notebookInstance.apiAccess[0]' must be an object of options"],
    ['a token in place of a list', { ...LABELING, actions: Token.asList({ Ref: 'Actions' }) },
      "'notebookInstance.apiAccess[0].actions' must be a list whose elements are known at synthesis"],
    ['a token in an action', { ...LABELING, actions: [`sagemaker:${Aws.STACK_NAME}`] },
      "'notebookInstance.apiAccess[0].actions[0]' must be an action of SageMaker"],
  ])('reject %s', (_, actions, message) => {
    expect(() => roleWith(actions)).toThrow(message);
  });

  test('reject a name that can\'t be part of a Sid', () => {
    expect(() => roleWith(LABELING, 'a b')).toThrow(
      "Stack/Role: the name of SageMakerApiAccess.of() in 'notebookInstance.apiAccess[0]' must be a name of letters and digits");
  });
});
