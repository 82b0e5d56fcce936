import { globMatches } from '../support/globs';
import { Statement } from '../support/policies';

// The known ways to more permissions in an account, as they are published: each is a set of actions on any resource. A
// construct with all of them must say where that leads.

/** The actions of each way. In a list of alternatives one is enough. */
export const ESCALATIONS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'a new version of a policy': [['iam:CreatePolicyVersion']],
  'an older version of a policy': [['iam:SetDefaultPolicyVersion']],
  'a policy attached to a user': [['iam:AttachUserPolicy']],
  'a policy attached to a group': [['iam:AttachGroupPolicy']],
  'a policy attached to a role': [['iam:AttachRolePolicy']],
  'an inline policy of a user': [['iam:PutUserPolicy']],
  'an inline policy of a group': [['iam:PutGroupPolicy']],
  'an inline policy of a role': [['iam:PutRolePolicy']],
  'a membership in a group': [['iam:AddUserToGroup']],
  'an access key of another user': [['iam:CreateAccessKey']],
  'a new password of another user': [['iam:CreateLoginProfile', 'iam:UpdateLoginProfile']],
  'a device for the second factor of another user': [['iam:DeactivateMFADevice', 'iam:EnableMFADevice']],
  'a service-specific credential of another user': [['iam:CreateServiceSpecificCredential', 'iam:ResetServiceSpecificCredential']],
  'another trust policy': [['iam:UpdateAssumeRolePolicy']],
  'a removed boundary': [['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary']],
  'a wider boundary': [['iam:PutRolePermissionsBoundary', 'iam:PutUserPermissionsBoundary']],
  'a certificate for a role': [['rolesanywhere:CreateProfile', 'rolesanywhere:UpdateProfile']],
  'another identity provider': [['iam:UpdateSAMLProvider', 'iam:CreateSAMLProvider', 'iam:AddClientIDToOpenIDConnectProvider']],
  'roles that trust the account': [['sts:AssumeRole']],
  'an instance with a role': [['iam:PassRole'], ['ec2:RunInstances']],
  'another profile of a running instance': [['ec2:AssociateIamInstanceProfile', 'ec2:ReplaceIamInstanceProfileAssociation']],
  'other user data of a stopped instance': [['ec2:ModifyInstanceAttribute'], ['ec2:StartInstances']],
  'a shell on an instance': [['ssm:SendCommand', 'ssm:StartSession', 'ec2-instance-connect:SendSSHPublicKey', 'ec2-instance-connect:SendSerialConsoleSSHPublicKey']],
  'a group of instances with a role': [['autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup']],
  'another version of a launch template': [['ec2:CreateLaunchTemplateVersion']],
  'the default version of a launch template': [['ec2:ModifyLaunchTemplate']],
  'a fleet that launches with its own role': [['ec2:CreateFleet', 'ec2:RequestSpotFleet']],
  'a function with a role': [['iam:PassRole'], ['lambda:CreateFunction'], ['lambda:InvokeFunction', 'lambda:AddPermission', 'lambda:CreateEventSourceMapping']],
  'other code of a function': [['lambda:UpdateFunctionCode']],
  'other settings of a function': [['lambda:UpdateFunctionConfiguration']],
  'a stack with a role': [['iam:PassRole'], ['cloudformation:CreateStack', 'cloudformation:UpdateStack']],
  'a stack that has a role': [['cloudformation:UpdateStack', 'cloudformation:ExecuteChangeSet']],
  'a build with a role': [['iam:PassRole'], ['codebuild:CreateProject', 'codebuild:UpdateProject'], ['codebuild:StartBuild', 'codebuild:StartBuildBatch']],
  'another build of a project': [['codebuild:StartBuild', 'codebuild:StartBuildBatch']],
  'another project of builds': [['codebuild:UpdateProject']],
  'a container with a role': [['iam:PassRole'], ['ecs:RegisterTaskDefinition'], ['ecs:RunTask', 'ecs:StartTask', 'ecs:CreateService', 'ecs:UpdateService']],
  'a task of others': [['ecs:RunTask', 'ecs:StartTask']],
  'a shell in a container': [['ecs:ExecuteCommand']],
  'a host of containers': [['ecs:RegisterContainerInstance']],
  'a batch job with a role': [['iam:PassRole'], ['batch:RegisterJobDefinition'], ['batch:SubmitJob']],
  'a batch job of others': [['batch:SubmitJob']],
  'other hosts of batch jobs': [['batch:UpdateComputeEnvironment']],
  'a notebook with a role': [['iam:PassRole'], ['sagemaker:CreateNotebookInstance']],
  'the notebook of others': [['sagemaker:CreatePresignedNotebookInstanceUrl', 'sagemaker:CreatePresignedDomainUrl']],
  'a script in the notebook of others': [['sagemaker:UpdateNotebookInstance', 'sagemaker:UpdateNotebookInstanceLifecycleConfig']],
  'a job with a role': [['iam:PassRole'], ['sagemaker:CreateTrainingJob', 'sagemaker:CreateProcessingJob', 'sagemaker:CreateHyperParameterTuningJob', 'sagemaker:CreateAutoMLJob']],
  'a pipeline of others': [['sagemaker:StartPipelineExecution']],
  'a development endpoint with a role': [['iam:PassRole'], ['glue:CreateDevEndpoint', 'glue:CreateJob', 'glue:CreateSession']],
  'a pipeline of data with a role': [['iam:PassRole'], ['datapipeline:CreatePipeline']],
  'a state machine with a role': [['iam:PassRole'], ['states:CreateStateMachine', 'states:UpdateStateMachine']],
  'an environment with a role': [['iam:PassRole'], ['elasticbeanstalk:CreateEnvironment', 'apprunner:CreateService', 'amplify:CreateApp', 'appsync:CreateDataSource']],
  'an agent with a role': [['iam:PassRole'], ['bedrock:CreateAgent', 'bedrock-agentcore:CreateCodeInterpreter']],
  'an image with a role': [['iam:PassRole'], ['imagebuilder:CreateInfrastructureConfiguration']],
  'a rule that acts with a role': [['iam:PassRole'], ['events:PutTargets']],
  'the roles of an identity pool': [['cognito-identity:SetIdentityPoolRoles']],
  'access to a Kubernetes cluster': [['eks:CreateAccessEntry', 'eks:AssociateAccessPolicy', 'eks:UpdateClusterConfig']],
  'a grant on a key': [['kms:CreateGrant']],
  'another policy of a key': [['kms:PutKeyPolicy']],
  'another policy of a bucket': [['s3:PutBucketPolicy', 's3:PutBucketAcl']],
  'another policy of a repository': [['ecr:SetRepositoryPolicy']],
  'another image of a repository': [['ecr:PutImage']],
  'another policy of a secret': [['secretsmanager:PutResourcePolicy']],
  'an alarm that acts on instances': [['cloudwatch:PutMetricAlarm']],
};

/** The ways that the actions of statements open, whatever their resources and conditions are. */
export function escalationsOf(statements: readonly Statement[]): readonly string[] {
  const actions = statements.flatMap(({ Action }) => Action);
  const mayCall = (action: string) => actions.some(pattern => globMatches(pattern, action, true));
  return Object.entries(ESCALATIONS).filter(([, needed]) => needed.every(alternatives => alternatives.some(mayCall)))
    .map(([name]) => name);
}
