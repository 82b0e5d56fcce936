import { Aws, Stack } from 'aws-cdk-lib';
import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { BeanstalkEc2Role, BeanstalkEc2RoleProps, BeanstalkServiceRole, ImageSource, PolicyPlacement } from '../../../src';
import { Fixtures } from '../../support/given';
import { sidsOf, synthesize, synthesizeRole } from '../../support/synthesize';

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
const WEB = { webTier: {} };

const ec2Role = (props: (given: Fixtures) => BeanstalkEc2RoleProps) =>
  synthesize(stack => new BeanstalkEc2Role(stack, 'Role', props(new Fixtures(stack))), ENV);

describe('the instance profile', () => {
  test('has the name of the role, as .ebextensions expect', () => {
    const { template } = ec2Role(() => ({ ...WEB, roleName: 'shop' }));
    const [profile] = Object.values(template.Resources!).filter(({ Type }) => Type === 'AWS::IAM::InstanceProfile');
    expect(profile.Properties).toMatchObject({ InstanceProfileName: { Ref: expect.stringMatching(/^Role/) as string } });
  });

  test('is the existing profile of an existing role', () => {
    const stack = new Stack();
    const existingInstanceProfile = iam.InstanceProfile.fromInstanceProfileName(stack, 'Profile', 'shop');
    const { instanceProfile, role } = new BeanstalkEc2Role(stack, 'Role', {
      ...WEB,
      existingRole: iam.Role.fromRoleName(stack, 'Existing', 'shop'),
      existingInstanceProfile,
    });
    expect(instanceProfile).toBe(existingInstanceProfile);
    expect(role.roleName).toBe('shop');
  });
});

describe('an environment', () => {
  const environment = (props: BeanstalkEc2RoleProps) => synthesize(stack => {
    const application = new elasticbeanstalk.CfnApplication(stack, 'Application');
    const instances = new BeanstalkEc2Role(stack, 'Instances', { ...props, applicationName: application.ref });
    const service = new BeanstalkServiceRole(stack, 'Service');
    new elasticbeanstalk.CfnEnvironment(stack, 'Environment', {
      applicationName: application.ref,
      optionSettings: [...instances.optionSettings(), ...service.optionSettings()],
    });
  }, ENV).template.Resources!.Environment.Properties!.OptionSettings;

  test('gets its instance profile and service role from the option settings', () => {
    expect(environment(WEB)).toEqual([
      {
        Namespace: 'aws:autoscaling:launchconfiguration',
        OptionName: 'IamInstanceProfile',
        Value: { Ref: expect.stringMatching(/^InstancesInstanceProfile/) },
      },
      {
        Namespace: 'aws:elasticbeanstalk:environment',
        OptionName: 'ServiceRole',
        Value: { 'Fn::GetAtt': [expect.stringMatching(/^ServiceRole/), 'Arn'] },
      },
      {
        Namespace: 'aws:elasticbeanstalk:managedactions',
        OptionName: 'ServiceRoleForManagedUpdates',
        Value: { 'Fn::GetAtt': [expect.stringMatching(/^ServiceRole/), 'Arn'] },
      },
    ]);
  });

  test('does not authorize health reports that the role cannot send', () => {
    expect(environment({ ...WEB, enhancedHealth: false })).toContainEqual({
      Namespace: 'aws:elasticbeanstalk:healthreporting:system',
      OptionName: 'EnhancedHealthAuthEnabled',
      Value: 'false',
    });
  });

  test('gets no role for managed updates if they are off', () => {
    const service = new BeanstalkServiceRole(new Stack(), 'Service', { managedUpdates: false });
    expect(service.optionSettings().map(({ optionName }) => optionName)).toEqual(['ServiceRole']);
  });

  test('is a circular dependency if the role refers to it', () => {
    expect(() => synthesize(stack => {
      const environmentName = new elasticbeanstalk.CfnEnvironment(stack, 'Environment', { applicationName: 'shop' });
      const instances = new BeanstalkEc2Role(stack, 'Instances', { ...WEB, environmentNames: [environmentName.ref] });
      environmentName.optionSettings = instances.optionSettings();
    })).toThrow("circular dependency: the permissions of this role refer to 'Stack/Environment'");
  });
});

describe('AWS managed policies', () => {
  const attached = (props: BeanstalkEc2RoleProps) =>
    (synthesizeRole(stack => new BeanstalkEc2Role(stack, 'Role', props), ENV).properties.ManagedPolicyArns as string[] | undefined)
      ?.map(arn => arn.split('policy/')[1]);
  const WEB_TIER = 'AWSElasticBeanstalkWebTier';
  const WORKER_TIER = 'AWSElasticBeanstalkWorkerTier';
  const DOCKER = 'AWSElasticBeanstalkMulticontainerDocker';

  test.each<[string, BeanstalkEc2RoleProps, string[]]>([
    ['a web tier', WEB, [WEB_TIER]],
    ['a worker tier', { workerTier: {} }, [WORKER_TIER]],
    ['all tiers', { ...WEB, workerTier: {}, ecsDocker: {} }, [WEB_TIER, WORKER_TIER, DOCKER]],
  ])('replace the statements of %s', (_, props, names) => {
    expect(attached({ ...props, awsManagedPolicies: true })).toEqual(names);
    expect(attached(props)).toBeUndefined();
  });

  test('come after those of the user, and keep the statements that they lack', () => {
    const { roles: [role] } = ec2Role(given => ({
      workerTier: { queueKey: given.key('jobs') },
      awsManagedPolicies: true,
      additionalManagedPolicies: [given.managedPolicy('audit')],
      sessionManager: {},
    }));
    expect((role.properties.ManagedPolicyArns as string[]).map(arn => arn.split('/').pop())).toEqual(['audit', WORKER_TIER]);
    expect(sidsOf(role.all)).toEqual(['WorkerTierQueueKey', 'SessionManagerOpenChannels', 'SessionManagerReport']);
  });

  test('are attached to an existing role of the app', () => {
    const { roles: [role] } = ec2Role(given => ({
      ...WEB, awsManagedPolicies: true, existingRole: given.newRole('existing', 'ec2.amazonaws.com'),
    }));
    expect(JSON.stringify(role.properties.ManagedPolicyArns)).toContain(WEB_TIER);
    expect(role.all).toEqual([]);
  });

  test('are two for the service role', () => {
    const { properties } = synthesizeRole(stack => new BeanstalkServiceRole(stack, 'Role'), ENV);
    expect((properties.ManagedPolicyArns as string[]).map(arn => arn.split('policy/')[1])).toEqual([
      'service-role/AWSElasticBeanstalkEnhancedHealth', 'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy',
    ]);
  });
});

describe('the execution role of containers', () => {
  const secrets = (given: Fixtures, executionRole: iam.IRole) => ({
    ...WEB,
    ecsDocker: { executionRole },
    environmentSecrets: { secrets: [given.encryptedSecret('database')], parameters: [given.parameter('license')] },
  });

  const images = (given: Fixtures, executionRole: iam.IRole) => ({
    ...WEB,
    ecsDocker: { executionRole },
    containerImages: { repositories: [ImageSource.repository(given.repository('shop'))] },
  });

  test('can read the secrets if it is in the app', () => {
    const { roles, warnings } = ec2Role(given => secrets(given, given.newRole('execution', 'ecs-tasks.amazonaws.com')));
    const own = roles.find(({ logicalId }) => logicalId.startsWith('Role'))!;
    const execution = roles.find(({ logicalId }) => !logicalId.startsWith('Role'))!;
    const ofSecrets = own.all.filter(({ Sid }) => Sid!.startsWith('EnvironmentSecrets'));
    expect(execution.all.map(({ Action, Resource }) => [Action, Resource]))
      .toEqual(ofSecrets.map(({ Action, Resource }) => [Action, Resource]));
    expect(warnings).toEqual([]);
  });

  test('can pull the images if it is in the app, because ECS pulls with it', () => {
    const { roles, warnings } = ec2Role(given => images(given, given.newRole('execution', 'ecs-tasks.amazonaws.com')));
    const execution = roles.find(({ logicalId }) => !logicalId.startsWith('Role'))!;
    expect(execution.all.map(({ Action, Resource }) => [Action, Resource])).toEqual([
      [['ecr:GetAuthorizationToken'], ['*']],
      [
        ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        [expect.stringMatching(/:repository\/shop$/)],
      ],
    ]);
    expect(warnings).toEqual([]);
  });

  test('gets no permissions without secrets and images', () => {
    const { roles } = ec2Role(given => ({
      ...WEB, ecsDocker: { executionRole: given.newRole('execution', 'ecs-tasks.amazonaws.com') },
    }));
    expect(roles.find(({ logicalId }) => !logicalId.startsWith('Role'))!.all).toEqual([]);
  });

  test('causes a warning if it is imported', () => {
    const { warnings, roles } = ec2Role(given => ({
      ...secrets(given, given.role('execution')), containerImages: images(given, given.role('execution')).containerImages,
    }));
    expect(warnings).toEqual([
      "allow it to read the 'environmentSecrets' where it is created",
      "allow it to pull the 'containerImages.repositories' where it is created",
    ].map(wayOut => expect.stringContaining(
      `'ecsDocker.executionRole' (Stack/Given-role-execution) can't be changed from here: ${wayOut}`,
    ) as string));
    expect(roles).toHaveLength(1);
  });

  test('causes a warning if it is missing and there are secrets', () => {
    const { warnings } = ec2Role(given => ({ ...secrets(given, given.role('execution')), ecsDocker: {} }));
    expect(warnings).toEqual([expect.stringContaining(
      "'environmentSecrets' with 'ecsDocker' require 'ecsDocker.executionRole', with which ECS reads them",
    )]);
  });
});

describe('parameters under a path', () => {
  const read = (props: (given: Fixtures) => BeanstalkEc2RoleProps['environmentSecrets']) =>
    ec2Role(given => ({ ...WEB, environmentSecrets: props(given) })).roles[0].all
      .find(({ Sid }) => Sid === 'EnvironmentSecretsReadParameters')!.Resource.map(arn => arn.split(':').pop());

  test('come after the listed parameters, without duplicates', () => {
    expect(read(given => ({
      anyParameterUnder: ['/shop/live/', '/shop/all/', '/shop/live/'], parameters: [given.parameter('license')],
    }))).toEqual(['parameter/license', 'parameter/shop/live/*', 'parameter/shop/all/*']);
  });

  test('can have a token in their path', () => {
    const { template } = synthesize(stack => new BeanstalkEc2Role(stack, 'Role', {
      ...WEB, environmentSecrets: { anyParameterUnder: [`/shop/${Aws.STACK_NAME}-live/`] },
    }), ENV);
    expect(JSON.stringify(template)).toContain(':parameter/shop/",{"Ref":"AWS::StackName"},"-live/*"');
  });

  test('can be read by the execution role', () => {
    const { roles } = ec2Role(given => ({
      ...WEB,
      ecsDocker: { executionRole: given.newRole('execution', 'ecs-tasks.amazonaws.com') },
      environmentSecrets: { anyParameterUnder: ['/shop/live/'] },
    }));
    expect(roles.find(({ logicalId }) => !logicalId.startsWith('Role'))!.all).toMatchObject([
      { Action: ['ssm:GetParameter', 'ssm:GetParameters'], Resource: [expect.stringMatching(/:parameter\/shop\/live\/\*$/)] },
    ]);
  });
});

test('a new parameter with a path in its name is one parameter', () => {
  const { roles: [role] } = ec2Role(({ stack }) => ({
    ...WEB,
    environmentSecrets: {
      parameters: ['/shop/license', 'license', undefined].map((parameterName, index) =>
        new ssm.StringParameter(stack, `License${index}`, { parameterName, stringValue: 'x' })),
    },
  }));
  expect(role.all.find(({ Sid }) => Sid === 'EnvironmentSecretsReadParameters')!.Resource).toHaveLength(3);
});

describe('keys', () => {
  test('from options and from encrypted resources are each granted once', () => {
    const { roles: [role] } = ec2Role(given => ({
      ...WEB,
      storage: { bucket: given.encryptedBucket('versions'), encryptionKey: given.newKey('versions-key') },
    }));
    expect(role.all.find(({ Sid }) => Sid === 'CommonStorageKey')!.Resource).toHaveLength(1);
  });

  test('of parameters are included', () => {
    const { roles: [role] } = ec2Role(given => ({ ...WEB, environmentSecrets: { parameters: [given.encryptedParameter('license')] } }));
    expect(sidsOf(role.all)).toContain('EnvironmentSecretsKey');
  });

  test('whose own policy refers to the role are a circular dependency, except with SEPARATE', () => {
    const build = (policyPlacement?: PolicyPlacement) => () => synthesize(stack => {
      const secret = new secretsmanager.Secret(stack, 'Secret', { encryptionKey: new kms.Key(stack, 'Key') });
      const role = new BeanstalkEc2Role(stack, 'Role', { ...WEB, environmentSecrets: { secrets: [secret] }, policyPlacement });
      secret.grantRead(role);
    }, ENV);
    expect(build()).toThrow('circular dependency');
    expect(build(PolicyPlacement.SEPARATE)).not.toThrow();
  });
});

describe('warnings', () => {
  test.each<[string, BeanstalkEc2RoleProps, string]>([
    ['resources of every region', { ...WEB, unrestrictedResources: true }, "'unrestrictedResources' grants buckets, logs, tables"],
    ['containers without a tier', { ecsDocker: {} }, "'ecsDocker' grants what containers need in addition to a tier"],
  ])('are given for %s', (_, props, message) => {
    expect(ec2Role(() => props).warnings).toEqual([expect.stringContaining(message)]);
  });

  test('are given for a subscription that GovCloud does not need', () => {
    const build = (region: string) => synthesize(
      stack => new BeanstalkEc2Role(stack, 'Role', { ...WEB, healthAnalysis: { firstModelUse: true } }), { env: { region } },
    ).warnings;
    expect(build('us-gov-west-1')).toEqual([expect.stringContaining("'healthAnalysis.firstModelUse' has no effect in GovCloud")]);
    expect(build('eu-central-1')).toEqual([]);
    expect(build(Aws.REGION)).toEqual([]);
  });

  test('are not given for containers with a tier, or with an existing role', () => {
    expect(ec2Role(() => ({ ...WEB, ecsDocker: {} })).warnings).toEqual([]);
    expect(ec2Role(given => ({ ecsDocker: {}, existingRole: given.newRole('existing', 'ec2.amazonaws.com') })).warnings).toEqual([]);
  });
});

test('is a grantee for further permissions', () => {
  const { roles: [role] } = synthesize(stack => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    bucket.grantRead(new BeanstalkEc2Role(stack, 'Role', WEB));
    bucket.grantPut(new BeanstalkServiceRole(stack, 'Service'));
  });
  expect(role.separate.flatMap(({ statements }) => statements)[0].Action).toContain('s3:GetObject*');
});
