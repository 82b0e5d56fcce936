import { App, CfnCondition, CfnJson, Fn, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as deployment from 'aws-cdk-lib/aws-s3-deployment';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import * as custom from 'aws-cdk-lib/custom-resources';
import { Subject } from '../../../cli/review/model';
import { review } from '../../../cli/review/review';
import { Assemblies } from '../support/assemblies';
import { leftOut } from '../support/left-out';

// Apps without a construct of this library.

const assemblies = new Assemblies();
afterAll(() => assemblies.remove());

function functionOf(stack: Stack, id = 'Function'): lambda.Function {
  return new lambda.Function(stack, id, {
    runtime: lambda.Runtime.NODEJS_LATEST, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = () => {}'),
  });
}

function roleOf(stack: Stack, id = 'Role'): iam.Role {
  return new iam.Role(stack, id, { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
}

const APPS: Readonly<Record<string, (app: App) => void>> = {
  'a Lambda function with grants': app => {
    const stack = new Stack(app, 'App');
    const handler = functionOf(stack);
    new s3.Bucket(stack, 'Bucket', { encryption: s3.BucketEncryption.KMS }).grantReadWrite(handler);
    new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }).grantReadWriteData(handler);
    new sqs.Queue(stack, 'Queue').grantConsumeMessages(handler);
    new sns.Topic(stack, 'Topic').grantPublish(handler);
    new secretsmanager.Secret(stack, 'Secret').grantRead(handler);
    new kms.Key(stack, 'Key').grantEncryptDecrypt(handler);
  },
  'a pipeline': app => {
    const stack = new Stack(app, 'App', { env: { account: '111122223333', region: 'eu-west-1' } });
    const [source, built] = [new codepipeline.Artifact(), new codepipeline.Artifact()];
    const bucket = new s3.Bucket(stack, 'Source');
    new codepipeline.Pipeline(stack, 'Pipeline', {
      stages: [
        { stageName: 'Source', actions: [new actions.S3SourceAction({ actionName: 'Source', bucket, bucketKey: 'source.zip', output: source })] },
        {
          stageName: 'Build',
          actions: [new actions.CodeBuildAction({
            actionName: 'Build', input: source, outputs: [built], project: new codebuild.PipelineProject(stack, 'Project'),
          })],
        },
        {
          stageName: 'Deploy',
          actions: [new actions.CloudFormationCreateUpdateStackAction({
            actionName: 'Deploy', stackName: 'Other', adminPermissions: true, templatePath: built.atPath('template.yaml'),
          })],
        },
      ],
    });
  },
  'custom resources': app => {
    const stack = new Stack(app, 'App');
    new custom.AwsCustomResource(stack, 'Call', {
      onCreate: { service: 'S3', action: 'listBuckets', physicalResourceId: custom.PhysicalResourceId.of('x') },
      policy: custom.AwsCustomResourcePolicy.fromSdkCalls({ resources: custom.AwsCustomResourcePolicy.ANY_RESOURCE }),
    });
    new custom.Provider(stack, 'Provider', { onEventHandler: functionOf(stack), isCompleteHandler: functionOf(stack, 'Complete') });
  },
  'a deployment to a bucket': app => {
    const stack = new Stack(app, 'App');
    new deployment.BucketDeployment(stack, 'Deployment', {
      sources: [deployment.Source.data('index.html', 'hello')], destinationBucket: new s3.Bucket(stack, 'Site'),
    });
  },
  'an EKS cluster with a service account, in nested stacks': app => {
    const stack = new Stack(app, 'App');
    const cluster = new eks.Cluster(stack, 'Cluster', {
      version: eks.KubernetesVersion.V1_31,
      kubectlLayer: lambda.LayerVersion.fromLayerVersionArn(stack, 'Layer', 'arn:aws:lambda:eu-west-1:111122223333:layer:kubectl:1'),
    });
    const account = cluster.addServiceAccount('Account', { name: 'reader', namespace: 'default' });
    new s3.Bucket(stack, 'Bucket').grantRead(account);
  },
  'an ECS service': app => {
    const stack = new Stack(app, 'App');
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('web', {
      image: ecs.ContainerImage.fromRegistry('nginx'),
      logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web' }),
      secrets: { TOKEN: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Secret')) },
    });
    new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, enableExecuteCommand: true });
  },
  'a state machine': app => {
    const stack = new Stack(app, 'App');
    const call = new tasks.LambdaInvoke(stack, 'Call', { lambdaFunction: functionOf(stack) });
    const start = new tasks.CodeBuildStartBuild(stack, 'Start', {
      project: new codebuild.Project(stack, 'Project', { buildSpec: codebuild.BuildSpec.fromObject({ version: '0.2' }) }),
      integrationPattern: stepfunctions.IntegrationPattern.RUN_JOB,
    });
    new stepfunctions.StateMachine(stack, 'Machine', {
      definitionBody: stepfunctions.DefinitionBody.fromChainable(call.next(start)), tracingEnabled: true,
    });
  },
  'nested stacks': app => {
    const stack = new Stack(app, 'App');
    const nested = new NestedStack(stack, 'Inner');
    const bucket = new s3.Bucket(stack, 'Outside');
    bucket.grantRead(roleOf(nested));
    new s3.Bucket(new NestedStack(nested, 'Innermost'), 'Inside').grantRead(roleOf(stack));
  },
  'stages and exports': app => {
    for (const id of ['Test', 'Live']) {
      const stage = new Stage(app, id, { env: { account: '111122223333', region: id === 'Test' ? 'eu-west-1' : 'eu-west-2' } });
      const bucket = new s3.Bucket(new Stack(stage, 'Data', { stackName: 'Data' }), 'Bucket');
      bucket.grantRead(roleOf(new Stack(stage, 'Service', { stackName: 'Service' })));
    }
  },
  'roles with conditions, boundaries and imported policies': app => {
    const stack = new Stack(app, 'App');
    const other = new Stack(app, 'Other');
    const policy = new iam.ManagedPolicy(other, 'Boundary', {
      statements: [new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })],
    });
    const isLive = new CfnCondition(stack, 'IsLive', { expression: Fn.conditionEquals(Fn.ref('AWS::Region'), 'eu-west-1') });
    const role = new iam.Role(stack, 'Role', {
      assumedBy: new iam.CompositePrincipal(
        new iam.AccountPrincipal('444455556666').withConditions({ StringEquals: { 'sts:ExternalId': 'abc' } }),
        new iam.WebIdentityPrincipal('cognito-identity.amazonaws.com', {
          StringEquals: new CfnJson(stack, 'Audience', { value: { 'cognito-identity.amazonaws.com:aud': 'pool' } }),
        }),
      ),
      permissionsBoundary: policy,
      managedPolicies: [
        policy, iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess'),
        iam.ManagedPolicy.fromManagedPolicyName(stack, 'Own', 'TeamPolicy'),
      ],
    });
    (role.node.defaultChild as iam.CfnRole).cfnOptions.condition = isLive;
    const shared = new iam.Policy(stack, 'Shared', { statements: [new iam.PolicyStatement({ notActions: ['iam:*'], notResources: ['*'] })] });
    [role, roleOf(stack, 'Second'), iam.Role.fromRoleName(stack, 'Imported', 'ByName')].forEach(holder => shared.attachToRole(holder));
  },
  'users and groups': app => {
    const stack = new Stack(app, 'App');
    const group = new iam.Group(stack, 'Admins', { managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')] });
    const user = new iam.User(stack, 'Alice', { userName: 'alice', groups: [group] });
    user.addToPolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['iam:*'], resources: ['*'] }));
    iam.User.fromUserName(stack, 'Bob', 'bob').addToGroup(group);
  },
};

const named = new Map<string, string>();
function directoryOf(name: string): string {
  const directory = named.get(name) ?? assemblies.synthesized(APPS[name]);
  named.set(name, directory);
  return directory;
}

test.each(Object.keys(APPS))('shows every statement, policy and boundary of %s', name => {
  const directory = directoryOf(name);
  const found = review(directory);
  expect(found.subjects.length).toBeGreaterThan(0);
  expect(leftOut(directory, found)).toEqual([]);
});

test.each(Object.keys(APPS))('makes sentences of the statements of %s', name => {
  const words = review(directoryOf(name)).subjects.flatMap(({ trust, statements }) => [...trust, ...statements])
    .map(statement => statement.words);
  expect(words.filter(text => !/^(?:[A-Z*]|[a-z-]+\.amazonaws)[^\n]+\S$/.test(text) || /undefined|\[object| {2}|Can't be read/.test(text))).toEqual([]);
});

function subjectAt(name: string, id: string): Subject {
  return review(directoryOf(name)).subjects.find(subject => subject.id === id)!;
}

test.each([
  ['nested stacks', 'App/Inner/Role', 'List and read the bucket App/Outside and its objects'],
  ['nested stacks', 'App/Role', 'List and read the bucket App/Inner/Innermost/Inside and its objects'],
  ['stages and exports', 'Test/Service/Role', 'List and read the bucket Test/Data/Bucket and its objects'],
  ['stages and exports', 'Live/Service/Role', 'List and read the bucket Live/Data/Bucket and its objects'],
])('names resources of other stacks: %s, %s', (name, id, words) => {
  expect(subjectAt(name, id).statements.map(statement => statement.words)).toEqual([words]);
});

test('names policies of other stacks, with the subject that has their statements', () => {
  const { attached, boundary, onlyIf, trust } = subjectAt('roles with conditions, boundaries and imported policies', 'App/Role');
  expect(attached.map(({ name, owner, subject }) => [name, owner, subject])).toEqual([
    ['Boundary', 'app', 'Other/Boundary'],
    ['ReadOnlyAccess', 'aws', undefined],
    ['TeamPolicy', 'account', undefined],
  ]);
  expect(boundary).toEqual({ policy: 'Other/Boundary', subject: 'Other/Boundary' });
  expect(onlyIf).toBe('IsLive');
  expect(trust.map(({ words }) => words)).toEqual([
    'Principals in account 444455556666 whose policies allow it may assume this role, if the external ID is abc',
    'Identities of cognito-identity.amazonaws.com may assume this role, if cognito-identity.amazonaws.com:aud is pool',
  ]);
});

test('a policy says who has it, where a principal is not in the app', () => {
  const { kind, attachedTo, statements } = subjectAt('roles with conditions, boundaries and imported policies', 'App/Shared');
  expect([kind, attachedTo]).toEqual(['policy', ['App/Role', 'App/Second', 'ByName']]);
  expect(statements.map(({ words }) => words)).toEqual(['Do anything but iam:* with no resource']);
});

test('users have groups', () => {
  const { groups, statements } = subjectAt('users and groups', 'App/Alice');
  expect(groups).toEqual(['App/Admins']);
  expect(statements.map(({ words }) => words)).toEqual(['Never do anything in IAM']);
});
