import { Aws, Stack } from 'aws-cdk-lib';
import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { BeanstalkEc2Role, BeanstalkEc2RoleProps, BeanstalkServiceRole, ImageSource, PolicyPlacement } from '../../../src';
import { Given } from '../../support/given';
import { sidsOf, synthesize, synthesizeRole } from '../../support/synthesize';

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
const WEB = { webTier: true };

const ec2Role = (props: (given: Given) => BeanstalkEc2RoleProps) =>
  synthesize(stack => new BeanstalkEc2Role(stack, 'Role', props(new Given(stack))), ENV);

describe('the instance profile', () => {
  test('has the name of the role, as .ebextensions expect', () => {
    const { template } = ec2Role(() => ({ ...WEB, roleName: 'shop' }));
    const [profile] = Object.values(template.Resources!).filter(({ Type }) => Type === 'AWS::IAM::InstanceProfile');
    expect(profile.Properties).toMatchObject({ InstanceProfileName: { Ref: expect.stringMatching(/^Role/) as string } });
  });

  test('is the existing one of an existing role', () => {
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

  test('gets its profile and its service role by settings', () => {
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

  test('does not ask for a right to report health that the role lacks', () => {
    expect(environment({ ...WEB, enhancedHealth: false })).toContainEqual({
      Namespace: 'aws:elasticbeanstalk:healthreporting:system',
      OptionName: 'EnhancedHealthAuthEnabled',
      Value: 'false',
    });
  });

  test('without managed updates gets no role for them', () => {
    const service = new BeanstalkServiceRole(new Stack(), 'Service', { managedUpdates: false });
    expect(service.optionSettings().map(({ optionName }) => optionName)).toEqual(['ServiceRole']);
  });

  test('fails where the role names the environment that refers to it', () => {
    expect(() => synthesize(stack => {
      const environmentName = new elasticbeanstalk.CfnEnvironment(stack, 'Environment', { applicationName: 'shop' });
      const instances = new BeanstalkEc2Role(stack, 'Instances', { ...WEB, environmentName: environmentName.ref });
      environmentName.optionSettings = instances.optionSettings();
    })).toThrow("circular dependency: the permissions of the role name 'Stack/Environment'");
  });
});

describe("AWS's managed policies", () => {
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
  ])('stand in place of the statements of %s', (_, props, names) => {
    expect(attached({ ...props, awsManagedPolicies: true })).toEqual(names);
    expect(attached(props)).toBeUndefined();
  });

  test('stand before those of the user, and beside what they lack', () => {
    const { roles: [role] } = ec2Role(given => ({
      workerTier: { queueKey: given.key('jobs') },
      awsManagedPolicies: true,
      additionalManagedPolicies: [given.managedPolicy('audit')],
      sessionManager: {},
    }));
    expect((role.properties.ManagedPolicyArns as string[]).map(arn => arn.split('/').pop())).toEqual([WORKER_TIER, 'audit']);
    expect(sidsOf(role.all)).toEqual(['WorkerTierQueueKey', 'SessionManagerOpenChannels', 'SessionManagerReport']);
  });

  test('are attached to an existing role of the app', () => {
    const { roles: [role] } = ec2Role(given => ({
      ...WEB, awsManagedPolicies: true, existingRole: given.newRole('existing', 'ec2.amazonaws.com'),
    }));
    expect(JSON.stringify(role.properties.ManagedPolicyArns)).toContain(WEB_TIER);
    expect(role.all).toEqual([]);
  });

  test('of the service role are two, the second of which is larger than a policy of one\'s own can be', () => {
    const { properties } = synthesizeRole(stack => new BeanstalkServiceRole(stack, 'Role'), ENV);
    expect((properties.ManagedPolicyArns as string[]).map(arn => arn.split('policy/')[1])).toEqual([
      'service-role/AWSElasticBeanstalkEnhancedHealth', 'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy',
    ]);
  });
});

describe('the execution role', () => {
  const secrets = (given: Given, executionRole: iam.IRole) => ({
    ...WEB,
    ecsDocker: { executionRole },
    environmentSecrets: { secrets: [given.encryptedSecret('database')], parameters: [given.parameter('license')] },
  });

  const images = (given: Given, executionRole: iam.IRole) => ({
    ...WEB,
    ecsDocker: { executionRole },
    containerImages: { repositories: [ImageSource.repository(given.repository('shop'))] },
  });

  test('of the app may read the secrets, too', () => {
    const { roles, warnings } = ec2Role(given => secrets(given, given.newRole('execution', 'ecs-tasks.amazonaws.com')));
    const own = roles.find(({ logicalId }) => logicalId.startsWith('Role'))!;
    const execution = roles.find(({ logicalId }) => !logicalId.startsWith('Role'))!;
    const ofSecrets = own.all.filter(({ Sid }) => Sid!.startsWith('EnvironmentSecrets'));
    expect(execution.all.map(({ Action, Resource }) => [Action, Resource]))
      .toEqual(ofSecrets.map(({ Action, Resource }) => [Action, Resource]));
    expect(warnings).toEqual([]);
  });

  test('of the app may pull the images, since ECS pulls with it where a task has one', () => {
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

  test('has no more than that where there are neither secrets nor images', () => {
    const { roles } = ec2Role(given => ({
      ...WEB, ecsDocker: { executionRole: given.newRole('execution', 'ecs-tasks.amazonaws.com') },
    }));
    expect(roles.find(({ logicalId }) => !logicalId.startsWith('Role'))!.all).toEqual([]);
  });

  test('that is imported brings a warning', () => {
    const { warnings, roles } = ec2Role(given => ({
      ...secrets(given, given.role('execution')), containerImages: images(given, given.role('execution')).containerImages,
    }));
    expect(warnings).toEqual([
      "let it read the 'environmentSecrets' where it is made", "let it pull the 'containerImages.repositories' where it is made",
    ].map(wayOut => expect.stringContaining(
      `'ecsDocker.executionRole' (Stack/Given-role-execution) is imported: ${wayOut}`,
    ) as string));
    expect(roles).toHaveLength(1);
  });

  test('brings a warning where secrets need one', () => {
    const { warnings } = ec2Role(given => ({ ...secrets(given, given.role('execution')), ecsDocker: {} }));
    expect(warnings).toEqual([expect.stringContaining(
      "'environmentSecrets' with 'ecsDocker' need 'ecsDocker.executionRole', with which ECS reads them",
    )]);
  });
});

describe('keys', () => {
  test('come from options and from what brings them, each once', () => {
    const { roles: [role] } = ec2Role(given => ({
      ...WEB,
      storage: { bucket: given.encryptedBucket('versions'), encryptionKey: given.newKey('versions-key') },
    }));
    expect(role.all.find(({ Sid }) => Sid === 'CommonStorageKey')!.Resource).toHaveLength(1);
  });

  test('of parameters come along', () => {
    const { roles: [role] } = ec2Role(given => ({ ...WEB, environmentSecrets: { parameters: [given.encryptedParameter('license')] } }));
    expect(sidsOf(role.all)).toContain('EnvironmentSecretsKey');
  });

  test('that name the role in their own policy close a cycle, and SEPARATE is the way out', () => {
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
    ['containers without a tier', { ecsDocker: {} }, "'ecsDocker' is what containers need beside a tier"],
  ])('are told of %s', (_, props, message) => {
    expect(ec2Role(() => props).warnings).toEqual([expect.stringContaining(message)]);
  });

  test('are told of a subscription that GovCloud does not need', () => {
    const build = (region: string) => synthesize(
      stack => new BeanstalkEc2Role(stack, 'Role', { ...WEB, healthAnalysis: { firstModelUse: true } }), { env: { region } },
    ).warnings;
    expect(build('us-gov-west-1')).toEqual([expect.stringContaining("'healthAnalysis.firstModelUse' is of no use in GovCloud")]);
    expect(build('eu-central-1')).toEqual([]);
    expect(build(Aws.REGION)).toEqual([]);
  });

  test('are not told of containers beside a tier, or on an existing role', () => {
    expect(ec2Role(() => ({ ...WEB, ecsDocker: {} })).warnings).toEqual([]);
    expect(ec2Role(given => ({ ecsDocker: {}, existingRole: given.newRole('existing', 'ec2.amazonaws.com') })).warnings).toEqual([]);
  });
});

test('further rights are granted as to any grantee', () => {
  const { roles: [role] } = synthesize(stack => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    bucket.grantRead(new BeanstalkEc2Role(stack, 'Role', WEB));
    bucket.grantPut(new BeanstalkServiceRole(stack, 'Service'));
  });
  expect(role.separate.flatMap(({ statements }) => statements)[0].Action).toContain('s3:GetObject*');
});
