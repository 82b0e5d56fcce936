import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { BeanstalkEc2Role, S3Location, SageMakerExecutionRole } from '../src';

// What `cdk diff` shows when a hand-written role becomes a construct of this library.

const folder = mkdtempSync(join(tmpdir(), 'moving-over-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The changes of resources: `[~] AWS::IAM::Role Role RoleF1A2`, and what is below them. */
function diff(name: string, before: (stack: Stack) => void, after: (stack: Stack) => void): string {
  const [old, changed] = [before, after].map((build, index) => {
    const app = new App({ outdir: join(folder, `${name}-${index}`), analyticsReporting: false });
    build(new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-central-1' } }));
    return app.synth().directory;
  });
  const { stdout, stderr } = spawnSync(process.execPath, [
    require.resolve('aws-cdk/bin/cdk'), 'diff', '--app', changed, '--template', join(old, 'Stack.template.json'),
    '--no-color', '--no-notices', '--no-version-reporting',
  ], { encoding: 'utf8', env: { ...process.env, AWS_REGION: 'eu-central-1' } });
  return `${stdout}${stderr}`;
}

/** Another logical id removes a resource and adds one; another name or path replaces it. */
const REPLACES = /replace|destroy|\[[-+]\] AWS::IAM::(?:Role|InstanceProfile|ManagedPolicy) /;

const EC2 = new iam.ServicePrincipal('ec2.amazonaws.com');
const resourceOf = (construct: IConstruct) => construct.node.defaultChild as iam.CfnRole;
const logicalIdOf = (construct: IConstruct) => Stack.of(construct).getLogicalId(resourceOf(construct));
const rename = (role: IConstruct, logicalId: string) => resourceOf(role).overrideLogicalId(logicalId);
const environment = (stack: Stack, value: string) => new elasticbeanstalk.CfnEnvironment(stack, 'Environment', {
  applicationName: 'shop',
  optionSettings: [{ namespace: 'aws:autoscaling:launchconfiguration', optionName: 'IamInstanceProfile', value }],
});

test('a role keeps its logical id and its name', () => {
  let logicalId = '';
  const changes = diff('role', stack => {
    logicalId = logicalIdOf(new iam.Role(stack, 'TrainingRole', {
      roleName: 'ChurnTraining', assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com'),
    }));
  }, stack => rename(new SageMakerExecutionRole(stack, 'Training', {
    roleName: 'ChurnTraining', trainingJob: { outputs: [S3Location.uri('s3://churn-models/')] },
  }), logicalId));
  expect(changes).toMatch(/\[~\] AWS::IAM::Role/);
  expect(changes).not.toMatch(REPLACES);
});

describe('a role with an instance profile', () => {
  const byHand = (stack: Stack, name?: string) => {
    const role = new iam.Role(stack, 'InstanceRole', { assumedBy: EC2 });
    const profile = new iam.CfnInstanceProfile(stack, 'Profile', { roles: [role.roleName], instanceProfileName: name });
    environment(stack, profile.ref);
    return logicalIdOf(role);
  };

  test.each([['without a name', undefined], ['with a name', 'shop']])('keeps its profile %s, which takes up the role', (_what, name) => {
    let logicalId = '';
    const changes = diff(`profile-${name}`, stack => {
      logicalId = byHand(stack, name);
    }, stack => {
      const profile = new iam.CfnInstanceProfile(stack, 'Profile', { roles: [], instanceProfileName: name });
      const instances = new BeanstalkEc2Role(stack, 'Instances', { webTier: {}, existingInstanceProfile: profile });
      rename(instances, logicalId);
      environment(stack, instances.instanceProfile.instanceProfileName);
    });
    expect(changes).toMatch(/\[~\] AWS::IAM::Role/);
    expect(changes).not.toMatch(REPLACES);
    expect(changes).not.toContain('AWS::ElasticBeanstalk::Environment');
  });

  test('would be replaced with a profile of its own: the recipe is needed', () => {
    let logicalId = '';
    const changes = diff('replaced', stack => {
      logicalId = byHand(stack);
    }, stack => {
      const instances = new BeanstalkEc2Role(stack, 'Instances', { webTier: {} });
      rename(instances, logicalId);
      environment(stack, instances.instanceProfile.instanceProfileName);
    });
    expect(changes).toMatch(REPLACES);
  });
});

describe('an existing profile of a new role', () => {
  const synth = (build: (stack: Stack) => void) => () => {
    const app = new App({ analyticsReporting: false });
    build(new Stack(app, 'Stack'));
    app.synth();
  };

  test.each<[string, (stack: Stack) => void]>([
    ['by its name', stack => new BeanstalkEc2Role(stack, 'Instances', {
      webTier: {}, roleName: 'shop', existingInstanceProfile: new iam.CfnInstanceProfile(stack, 'Profile', { roles: ['shop'] }),
    })],
    ['with Role.customizeRoles()', stack => {
      iam.Role.customizeRoles(stack, { usePrecreatedRoles: { 'Stack/Instances/Role': 'shop' } });
      new BeanstalkEc2Role(stack, 'Instances', {
        webTier: {}, existingInstanceProfile: new iam.CfnInstanceProfile(stack, 'Profile', { roles: [] }),
      });
    }],
  ])('may contain the role %s', (_what, build) => {
    expect(synth(build)).not.toThrow();
  });

  test('must contain no other role', () => {
    expect(synth(stack => {
      const existingInstanceProfile = new iam.CfnInstanceProfile(stack, 'Profile', { roles: ['other'] });
      new BeanstalkEc2Role(stack, 'Instances', { webTier: {}, existingInstanceProfile });
    })).toThrow("'existingInstanceProfile' (Stack/Profile) contains another role than that of this construct: set its roles " +
      "to [], or pass the role in it as 'existingRole'");
  });

  test('must be in the app', () => {
    expect(synth(stack => {
      const existingInstanceProfile = iam.InstanceProfile.fromInstanceProfileName(stack, 'Profile', 'shop');
      new BeanstalkEc2Role(stack, 'Instances', { webTier: {}, existingInstanceProfile });
    })).toThrow("'existingInstanceProfile' (Stack/Profile) requires 'existingRole', the role in it");
  });
});
