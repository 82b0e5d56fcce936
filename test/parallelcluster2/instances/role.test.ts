import { App, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  ParallelCluster2InstanceRole, ParallelCluster2InstanceRoleProps, ParallelCluster2PermissionSet,
  ParallelCluster2Scheduler,
} from '../../../src';
import { sidsOf, synthesize, synthesizeRole } from '../../support/synthesize';
import { batchStack } from '../fixtures';

const { AWSBATCH, SLURM, TORQUE } = ParallelCluster2Scheduler;
const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };

const instanceRole = (props: (stack: Stack) => ParallelCluster2InstanceRoleProps) =>
  synthesizeRole(stack => new ParallelCluster2InstanceRole(stack, 'Role', props(stack)), ENV);
const resourcesOf = (sid: string, props: (stack: Stack) => ParallelCluster2InstanceRoleProps) =>
  instanceRole(props).all.find(({ Sid }) => Sid === sid)!.Resource;

describe('the role', () => {
  test('is assumed by EC2, and has an instance profile', () => {
    const { template } = synthesize(stack =>
      new ParallelCluster2InstanceRole(stack, 'Role', { scheduler: SLURM, roleName: 'nodes' }), ENV);
    const resources = Object.values(template.Resources!);
    expect(resources.map(({ Type }) => Type).sort()).toEqual(['AWS::IAM::InstanceProfile', 'AWS::IAM::Role']);
    expect(resources.find(({ Type }) => Type === 'AWS::IAM::InstanceProfile')!.Properties).toMatchObject({
      Roles: [{ Ref: expect.stringMatching(/^Role/) }],
    });
  });

  test('is a grantee for other constructs, such as buckets', () => {
    const { separate } = instanceRole(stack => {
      const role = new ParallelCluster2InstanceRole(stack, 'Other', { scheduler: SLURM, roleName: 'nodes' });
      new s3.Bucket(stack, 'Data').grantRead(role);
      return { scheduler: SLURM, existingRole: role.role as iam.Role };
    });
    expect(separate.flatMap(({ statements }) => statements.flatMap(({ Action }) => Action))).toContain('s3:GetObject*');
  });

  test('extends an existing role in its existing profile', () => {
    const { template } = synthesize(stack => {
      const existingRole = iam.Role.fromRoleName(stack, 'Existing', 'nodes');
      const existingInstanceProfile = iam.InstanceProfile.fromInstanceProfileName(stack, 'Profile', 'nodes');
      const made = new ParallelCluster2InstanceRole(stack, 'Role', { scheduler: SLURM, existingRole, existingInstanceProfile });
      expect(made.instanceProfile).toBe(existingInstanceProfile);
    }, ENV);
    expect(Object.values(template.Resources!).map(({ Type }) => Type)).toEqual(['AWS::IAM::Policy']);
  });

  test('launches from subnets and with key pairs that the app creates', () => {
    const [subnet, , keyPair] = resourcesOf('ComputeLaunch', stack => {
      const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1, natGateways: 0 });
      return {
        scheduler: TORQUE,
        launch: { subnets: [vpc.publicSubnets[0]], keyPair: new ec2.KeyPair(stack, 'KeyPair', { keyPairName: 'admin' }) },
      };
    });
    expect([subnet, keyPair]).toEqual([
      expect.stringMatching(/^arn:aws:ec2:eu-central-1:\*:subnet\/vpc/),
      expect.stringMatching(/^arn:aws:ec2:eu-central-1:111122223333:key-pair\//),
    ]);
  });

  test.each([
    ['capital letters, which the CLI converts to lower case', 'Team', 'parallelcluster-team-????????????????'],
    ['more than 30 characters, which the CLI truncates', 'weather-models-of-the-department',
      'parallelcluster-weather-models-of-the-departme-????????????????'],
  ])('grants the folder of a cluster whose name has %s', (_what, clusterName, folder) => {
    expect(resourcesOf('ComputeReadConfig', stack => ({
      scheduler: SLURM, clusterName, resourceBucket: { bucket: s3.Bucket.fromBucketName(stack, 'Artifacts', 'artifacts') },
    }))).toEqual([`arn:aws:s3:::artifacts/${folder}/*`]);
  });

  test('accepts names that are known only at deployment', () => {
    const { template } = synthesize(stack => new ParallelCluster2InstanceRole(stack, 'Role', {
      scheduler: SLURM,
      clusterName: new CfnParameter(stack, 'Cluster').valueAsString,
      launch: { imageIds: [new CfnParameter(stack, 'Image').valueAsString] },
    }), ENV);
    const text = JSON.stringify(template);
    expect(text).toContain('table/parallelcluster-",{"Ref":"Cluster"}');
    expect(text).toContain('image/",{"Ref":"Image"}');
    expect(text).toContain(':s3:::parallelcluster-????????????????/parallelcluster-",{"Ref":"Cluster"},"-????????????????/*"');
  });
});

describe('with AWS Batch', () => {
  test('grants nothing on outputs that are not set', () => {
    const { all } = instanceRole(() => ({ scheduler: AWSBATCH }));
    expect(sidsOf(all).filter(sid => /Submit|Containers/.test(sid!))).toEqual([]);
  });

  test('submits jobs with every revision of literal definitions', () => {
    expect(resourcesOf('BatchSubmitJobs', stack => ({ scheduler: AWSBATCH, batchStack: batchStack(stack) }))).toEqual([
      'arn:aws:batch:eu-central-1:111122223333:job-definition/JobDefinitionSerial-1a2b:*',
      'arn:aws:batch:eu-central-1:111122223333:job-queue/JobQueue-3c4d',
      'arn:aws:batch:eu-central-1:111122223333:job/*',
    ]);
  });

  test('submits jobs with every revision of definitions that another stack exports', () => {
    const stack = new Stack(new App(), 'Stack', ENV);
    const jobDefinition = batch.EcsJobDefinition.fromJobDefinitionArn(stack, 'Serial', Fn.importValue('Serial'));
    new ParallelCluster2InstanceRole(stack, 'Role', {
      scheduler: AWSBATCH, batchStack: { ...batchStack(stack), jobDefinition },
    });
    const text = JSON.stringify(Template.fromStack(stack).toJSON());
    // The sixth part of the ARN has the type and the name; the seventh is the revision.
    expect(text).toContain('{"Fn::Select":[5,{"Fn::Split":[":",{"Fn::ImportValue":"Serial"}]}]}');
    expect(text).not.toContain('{"Fn::Select":[6,');
  });
});

describe('the folder of jobs in a bucket of the CLI', () => {
  const artifactsOf = (props: Partial<ParallelCluster2InstanceRoleProps>) =>
    resourcesOf('BatchUseArtifacts', () => ({ scheduler: AWSBATCH, ...props }));

  test('is in the folder of each cluster', () => {
    expect(artifactsOf({})).toEqual(['arn:aws:s3:::parallelcluster-????????????????/parallelcluster-*/batch/*']);
  });

  test('is in the folder of one cluster', () => {
    expect(artifactsOf({ clusterName: 'weather' })).toEqual([
      'arn:aws:s3:::parallelcluster-????????????????/parallelcluster-weather-????????????????/batch/*',
    ]);
  });

  test('is at the top of the bucket before 2.10', () => {
    expect(artifactsOf({ permissionSet: ParallelCluster2PermissionSet.GUIDE_2_9 }))
      .toEqual(['arn:aws:s3:::parallelcluster-*/batch/*']);
  });
});
