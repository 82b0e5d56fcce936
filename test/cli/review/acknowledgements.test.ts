import { Annotations, App, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { acknowledgedOn, withReasons } from '../../../cli/review/acknowledgements';
import { Review, WideKind } from '../../../cli/review/model';
import { review } from '../../../cli/review/review';
import { Assemblies } from '../support/assemblies';

const assemblies = new Assemblies();
afterAll(() => assemblies.remove());

function reviewOf(build: (stack: Stack, role: iam.Role, app: App) => void): Review {
  return review(assemblies.synthesized(app => {
    const stack = new Stack(app, 'App');
    build(stack, new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }), app);
  }));
}

test('shows what the app acknowledged on a role and around it', () => {
  const { subjects: [{ acknowledged }] } = reviewOf((stack, role) => {
    Validations.of(stack).acknowledge({ id: 'Rule-1', reason: 'in the whole stack' });
    Validations.of(role).acknowledge({ id: 'Rule-2', reason: 'of the role' });
    role.node.defaultChild!.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, { 'AwsSolutions-IAM5[Resource::*]': 'documented' });
    Validations.of(new iam.Group(stack, 'Other')).acknowledge({ id: 'Rule-3', reason: 'elsewhere' });
  });
  expect(acknowledged).toEqual([
    { id: 'AwsSolutions-IAM5[Resource::*]', reason: 'documented' },
    { id: 'Rule-2', reason: 'of the role' },
    { id: 'Rule-1', reason: 'in the whole stack' },
  ]);
});

test.each<[object, readonly object[]]>([
  [{ cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-IAM4', reason: 'fine' }] } }, [{ id: 'AwsSolutions-IAM4', reason: 'fine' }]],
  [{ cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-IAM5', reason: 'fine', applies_to: ['Resource::*', { regex: '/^Action::s3/' }] }] } }, [
    { id: 'AwsSolutions-IAM5[Resource::*]', reason: 'fine' }, { id: 'AwsSolutions-IAM5[/^Action::s3/]', reason: 'fine' },
  ]],
  [{ cdk_nag: { rules_to_suppress: [{ id: 'A', reason: Buffer.from('größer').toString('base64'), is_reason_encoded: true }] } }, [{ id: 'A', reason: 'größer' }]],
  [{ cfn_nag: { rules_to_suppress: [{ id: 'W11', reason: 'fine' }, { id: 'W11', reason: 'fine' }, { id: 'W12' }] } }, [{ id: 'W11', reason: 'fine' }, { id: 'W12', reason: '""' }]],
  [{ cdk_nag: 'x', cfn_nag: { rules_to_suppress: 1 } }, [{ id: '""', reason: '""' }]],
  [{}, []],
])('reads the metadata %j of a resource', (metadata, expected) => {
  expect(acknowledgedOn([{ logicalId: 'Role', type: 'AWS::IAM::Role', properties: {}, metadata: metadata as never }], new Map())).toEqual(expected);
});

test('warns of what nobody acknowledged, once, with the line of the app', () => {
  const { warnings } = reviewOf((stack, role) => {
    Annotations.of(role).addWarningV2('cdk-platform-iam:open', 'look at it');
    Annotations.of(role).addWarningV2('cdk-platform-iam:open', 'look at it');
    Annotations.of(stack).addWarningV2('cdk-platform-iam:fine', 'no need');
    Annotations.of(stack).acknowledgeWarning('cdk-platform-iam:fine', 'we know');
    Annotations.of(stack).addWarningV2('other:x', 'of others');
    Annotations.of(stack).addInfo('of others');
  });
  expect(warnings).toEqual([{
    path: 'App/Role',
    template: 'App.template.json',
    createdAt: expect.stringMatching(/acknowledgements\.test\.ts:\d+:\d+$/),
    level: 'warning',
    id: 'cdk-platform-iam:open',
    message: 'look at it',
  }]);
});

test.each<[WideKind, string, string, boolean]>([
  ['every resource', '*', 'AwsSolutions-IAM5[Resource::*]', false],
  ['every resource', '*', 'AwsSolutions-IAM5', false],
  ['many actions', 's3:Get*', 'AwsSolutions-IAM5[Action::s3:Get*]', false],
  ['every resource', 'arn:${AWS::Partition}:s3:::*', 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::*]', false],
  ['every resource', '*', 'AwsSolutions-IAM5[Resource::arn:*]', true],
  ['every action', '*', 'AwsSolutions-IAM5[Resource::*]', true],
  ['every resource', '*', 'AwsSolutions-IAM5[Action::*]', true],
  ['every resource', '*', 'AwsSolutions-IAM4', true],
  ['every principal', '*', 'AwsSolutions-IAM5', true],
  ['all but some', 'NotAction iam:*', 'AwsSolutions-IAM5', true],
])('%s %s, with the finding %s acknowledged: open is %s', (kind, text, id, isOpen) => {
  expect(withReasons([{ kind, text, isOpen: true }], [{ id, reason: 'needed' }]))
    .toEqual([{ kind, text, isOpen, ...(!isOpen && { acknowledged: 'needed' }) }]);
});

test.each<[string, object, readonly string[]]>([
  ['without evidence', { id: 'AwsSolutions-IAM5', reason: 'needed' }, ['One s3:*', 'One *']],
  ['with evidence', { id: 'AwsSolutions-IAM5', reason: 'needed', applies_to: ['Action::s3:*'] }, ['One s3:*']],
])('a suppression on a policy, %s, is about statements of this policy only', (_, suppressed, expected) => {
  const policy = (PolicyName: string, Metadata?: object) => ({
    Type: 'AWS::IAM::Policy',
    Properties: { PolicyName, Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } } },
    Metadata,
  });
  const { subjects: [{ statements }] } = review(assemblies.ofTemplate({
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: {} },
      One: policy('One', { cdk_nag: { rules_to_suppress: [suppressed] } }),
      Two: policy('Two'),
    },
  }));
  expect(statements.flatMap(({ policy: name, wide }) => wide.filter(({ isOpen }) => !isOpen).map(({ text }) => `${name} ${text}`)))
    .toEqual(expected);
});
