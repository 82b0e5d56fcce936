import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import {
  PolicyPlacement, SageMakerApiAccess, SageMakerExecutionRole, SageMakerExecutionRoleProps, SageMakerSourceArn,
  StatementOverride,
} from '../../../src';
import { ENVIRONMENTS } from '../../support/fold';
import { rolesOf } from '../../support/policies';
import { synthesize } from '../../support/synthesize';

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
type Props = (stack: Stack) => SageMakerExecutionRoleProps;
const build = (props: Props) => synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props(stack)), ENV);

test.each<[string, Props, string]>([
  [
    'an empty list of domains',
    () => ({ studio: { domains: [] } }),
    "'studio.domains' must not be empty: leave it out instead, got []",
  ],
  [
    'the ID of a domain in place of the domain',
    () => ({ studio: { domains: ['d-lab' as never] } }),
    "'studio.domains[0]' must be a domain of SageMaker, got \"d-lab\": pass sagemaker.CfnDomain.fromDomainId(scope, id, DOMAIN_ID)",
  ],
  [
    'all domains as a domain',
    stack => ({ studio: { domains: [sagemaker.CfnDomain.fromDomainId(stack, 'D', 'd-*')] } }),
    "'studio.domains[0]' must be a domain of SageMaker, without wildcards and policy variables, got 'd-*': list each one",
  ],
  [
    'the name of a domain',
    stack => ({ studio: { domains: [sagemaker.CfnDomain.fromDomainId(stack, 'D', 'Churn')] } }),
    "'studio.domains[0]' must be a domain of SageMaker, got 'Churn': it must have the form d-ID",
  ],
  [
    'a source identity on an existing role',
    stack => ({
      studio: {},
      sourceIdentity: true,
      existingRole: iam.Role.fromRoleName(stack, 'E', 'x'),
    }),
    "'sourceIdentity' cannot be combined with 'existingRole' (Stack/E): change its trust policy where the role is created",
  ],
  [
    'a policy variable in a documented statement with another variable',
    () => ({
      studio: {},
      statementOverrides: {
        StudioOpenOwnProfile: StatementOverride.replace({
          resources: ['arn:aws:sagemaker:*:*:user-profile/${sagemaker:DomainId}/${aws:username}'],
        }),
      },
    }),
    'statement "StudioOpenOwnProfile" must not contain a policy variable',
  ],
])('rejects %s', (_what, props, message) => {
  expect(() => build(props)).toThrow(/^Stack\/Role: /);
  expect(() => build(props)).toThrow(message);
});

describe('a domain that has the role of its users', () => {
  const template = (policyPlacement: PolicyPlacement) => {
    const stack = new Stack(new App(), 'Stack', ENV);
    const settings = { executionRole: 'replaced below' };
    const domain = new sagemaker.CfnDomain(stack, 'Domain', {
      domainName: 'churn', authMode: 'IAM', defaultUserSettings: settings,
    });
    const studio = new SageMakerExecutionRole(stack, 'Role', {
      studio: { apiAccess: [], domains: [domain], passItself: false }, policyPlacement,
    });
    domain.defaultUserSettings = { executionRole: studio.role.roleArn };
    return App.of(stack)!.node.root as App;
  };

  test.each(Object.values(PolicyPlacement))('is no circular dependency with %s', policyPlacement => {
    expect(() => template(policyPlacement).synth()).not.toThrow();
  });
});

test('the variables of the source are literal text in each partition', () => {
  const { template } = synthesize(stack => new SageMakerExecutionRole(stack, 'Role', { studio: { apiAccess: [] } }));
  for (const environment of ENVIRONMENTS) {
    const [role] = rolesOf(template, environment);
    const { Condition } = role.all.find(({ Sid }) => Sid === 'StudioRunPrivateApps')!;
    expect(Condition!.ArnLike).toEqual({
      'sagemaker:OwnerUserProfileArn': `arn:${environment.partition}:sagemaker:${environment.region}:${environment.account}:` +
        'user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}',
    });
  }
});

test('links to Studio are limited to a network', () => {
  const { roles } = build(() => ({
    studio: { apiAccess: [] },
    statementOverrides: {
      StudioOpenOwnProfile: StatementOverride.narrow({ conditions: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } }),
    },
  }));
  expect(roles[0].all.find(({ Sid }) => Sid === 'StudioOpenOwnProfile')).toEqual(expect.objectContaining({
    Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } },
    Resource: ['arn:aws:sagemaker:eu-central-1:111122223333:user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}'],
  }));
});

test('the warnings of wide parts of the API name Studio', () => {
  const { warnings } = build(() => ({
    studio: {
      apiAccess: [
        SageMakerApiAccess.UNRESTRICTED,
        SageMakerApiAccess.of('Spaces', { actions: ['sagemaker:UpdateSpace'], resourceTypes: ['space'] }),
      ],
    },
  }));
  expect(warnings).toEqual([
    expect.stringMatching(/'studio.apiAccess' is unrestricted: .*, Studio can change all work/),
    expect.stringMatching(/'studio.apiAccess' grants sagemaker:UpdateSpace: Studio can open/),
  ]);
});

test.each(['domain', 'studio'] as const)('%s has no source ARN but everything()', workload => {
  const warningsWith = (sourceArn: SageMakerSourceArn) =>
    build(() => ({ [workload]: {}, sourceArns: [sourceArn] })).warnings;
  expect(warningsWith(SageMakerSourceArn.everything())).toEqual([]);
  expect(warningsWith(SageMakerSourceArn.trainingJobs())).toEqual([
    expect.stringContaining(`for '${workload}': no form narrower than SageMakerSourceArn.everything() is documented`),
  ]);
});

test('a source identity is set under the conditions of the trust policy', () => {
  const { roles } = build(() => ({
    studio: {},
    sourceIdentity: true,
    sourceArns: [SageMakerSourceArn.everything()],
    additionalPrincipals: [new iam.ServicePrincipal('codebuild.amazonaws.com')],
  }));
  const conditions = {
    StringEquals: { 'aws:SourceAccount': '111122223333' },
    ArnLike: { 'aws:SourceArn': ['arn:aws:sagemaker:eu-central-1:111122223333:*'] },
  };
  expect(roles[0].trust.map(({ Action, Principal, Condition }) => [Action, Principal, Condition])).toEqual([
    [['sts:AssumeRole', 'sts:SetSourceIdentity'], { Service: 'sagemaker.amazonaws.com' }, conditions],
    [['sts:AssumeRole'], { Service: 'codebuild.amazonaws.com' }, undefined],
  ]);
});
