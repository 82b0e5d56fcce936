import { App, Aspects, Fn, IAspect, Lazy, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';
import { BeanstalkEc2Role, CdkNagFindings, HopsworksEksNodeRole, ImageSource, S3Location, SageMakerExecutionRole } from '../../src';

// `npm run judge` has cdk-nag itself look at all constructs.

function acknowledged(build: (stack: Stack) => unknown, scope = (stack: Stack): IConstruct => stack) {
  const stack = new Stack(new App(), 'Stack');
  build(stack);
  CdkNagFindings.acknowledge(scope(stack));
  const template = Template.fromStack(stack);
  const ids = stack.node.findAll().flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.keys(data as object)).map(id => id.replace(/^annotation::/i, ''));
  return { template, ids };
}

const role = (stack: Stack) => new SageMakerExecutionRole(stack, 'Role', { trainingJob: { outputs: [S3Location.uri('s3://models/')] } });

test('acknowledges the text of each finding', () => {
  const { ids } = acknowledged(role);
  expect(ids).toContain('AwsSolutions-IAM5[Resource::*]');
  expect(ids).toContain('AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::models/*]');
});

test.each<[string, (stack: Stack) => s3.IBucketRef, string]>([
  ['an attribute', stack => new s3.CfnBucket(stack, 'Bucket'), '<Bucket.Arn>/*'],
  ['an import', stack => new s3.CfnBucket(new Stack(stack.node.root as App, 'Other'), 'Bucket'), 'Other:ExportsOutputFnGetAttBucketArn436138FE/*'],
  ['Fn.sub()', stack => s3.Bucket.fromBucketName(stack, 'Bucket', Fn.sub('data-${AWS::Region}')), 'arn:<AWS::Partition>:s3:::data-<AWS::Region>/*'],
  ['another function', stack => s3.Bucket.fromBucketName(stack, 'Bucket', Fn.select(0, Fn.getAzs())),
    'arn:<AWS::Partition>:s3:::{"Fn::Select":[0,{"Fn::GetAZs":""}]}/*'],
])('acknowledges a resource with %s as cdk-nag prints it', (_what, bucket, evidence) => {
  const { ids } = acknowledged(stack =>
    new SageMakerExecutionRole(stack, 'Role', { trainingJob: { outputs: [S3Location.bucket(bucket(stack))] } }));
  expect(ids).toContain(`AwsSolutions-IAM5[Resource::${evidence}]`);
});

test('acknowledges managed policies of AWS', () => {
  const { ids } = acknowledged(stack => new BeanstalkEc2Role(stack, 'Role', { webTier: {}, awsManagedPolicies: true }));
  expect(ids).toContain('AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AWSElasticBeanstalkWebTier]');
});

test.each<[string, (stack: Stack) => unknown]>([
  ['a role that the app wrote', stack => new iam.Role(stack, 'Role', {
    assumedBy: new iam.AccountRootPrincipal(),
    inlinePolicies: { All: new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })] }) },
  })],
  ['a construct without findings', stack => new HopsworksEksNodeRole(stack, 'Role', {
    bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'data'),
    awsManagedPolicies: false,
    projectImages: [ImageSource.uri('111122223333.dkr.ecr.eu-central-1.amazonaws.com/images:1')],
  }).node.tryRemoveChild('Role')],
])('acknowledges nothing of %s', (_what, build) => {
  expect(acknowledged(build).ids).toEqual([]);
});

test('acknowledges nothing of later grants and of additional statements', () => {
  const { ids } = acknowledged(stack => new SageMakerExecutionRole(stack, 'Role', {
    trainingJob: { outputs: [S3Location.uri('s3://models/')] },
    additionalStatements: [new iam.PolicyStatement({ sid: 'Own', actions: ['sns:*'], resources: ['arn:aws:s3:::secrets/*'] })],
  }).role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['iam:PutRolePolicy'], resources: ['*'] })));
  expect(ids.filter(id => id === 'AwsSolutions-IAM5[Resource::*]')).toHaveLength(1);
  expect(ids.filter(id => /sns|secrets/.test(id))).toEqual([]);
});

test.each<[string, (resource: iam.CfnRole) => void]>([
  ['policies', resource => { resource.policies = [{ policyName: 'P', policyDocument: Lazy.any({ produce: () => ({}) }) }]; }],
  ['managed policies', resource => { resource.managedPolicyArns = Fn.split(',', 'a,b'); }],
])('tolerates %s that other code has replaced', (_what, replace) => {
  expect(() => acknowledged(stack => replace(role(stack).node.defaultChild as iam.CfnRole))).not.toThrow();
});

describe('the metadata of cdk-nag 2', () => {
  class Pack implements IAspect {
    public readonly readPackName = 'AwsSolutions';
    public visit(): void {
      // Rules are not needed here.
    }
  }
  interface Metadata {
    readonly cdk_nag?: { readonly rules_to_suppress: readonly { readonly id: string }[] };
  }
  const suppressionsIn = (template: Template) => Object.values(template.findResources('AWS::IAM::Role'))
    .map(({ Metadata: metadata }) => (metadata as Metadata | undefined)?.cdk_nag?.rules_to_suppress);
  test('is added if the app uses it, beside other suppressions', () => {
    const { template } = acknowledged(stack => {
      Aspects.of(stack).add(new Pack());
      (role(stack).node.defaultChild as iam.CfnRole).addMetadata('cdk_nag', { rules_to_suppress: [{ id: 'Own', reason: 'known' }] });
    });
    const [suppressions] = suppressionsIn(template);
    expect(suppressions!.map(({ id }) => id)).toEqual(expect.arrayContaining(['Own', 'AwsSolutions-IAM5']));
  });

  test('has the text of the findings, so that it covers no statement of the app', () => {
    const { template } = acknowledged(stack => {
      Aspects.of(stack).add(new Pack());
      new SageMakerExecutionRole(stack, 'Role', {
        trainingJob: { outputs: [S3Location.uri('s3://models/')] },
        additionalStatements: [new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::secrets/*'] })],
      });
    });
    const text = JSON.stringify(suppressionsIn(template));
    expect(text).toContain('"Resource::arn:<AWS::Partition>:s3:::models/*"');
    expect(text).not.toMatch(/secrets|regex/);
  });

  test('is not added otherwise', () => {
    expect(suppressionsIn(acknowledged(role).template)).toEqual([undefined]);
  });
});

test('covers a subclass of the app', () => {
  class OwnRole extends SageMakerExecutionRole {}
  const { ids } = acknowledged(stack => new OwnRole(stack, 'Role', { trainingJob: { outputs: [S3Location.uri('s3://models/')] } }));
  expect(ids).not.toEqual([]);
});

test('rejects what is no construct', () => {
  expect(() => CdkNagFindings.acknowledge('app' as never)).toThrow('CdkNagFindings.acknowledge() takes a construct, such as the app, got "app"');
});
