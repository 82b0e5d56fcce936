import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  ImageSource, S3Location, SageMakerExecutionRole, SageMakerHyperPodClusterOptions, SageMakerHyperPodKarpenterRole,
  SageMakerSourceArn,
} from '../../../src';
import { synthesize } from '../../support/synthesize';

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
const lifecycleScripts = [S3Location.uri('s3://scripts/base/')];
const images = [ImageSource.anyRepository()];

type Options = (stack: Stack) => SageMakerHyperPodClusterOptions;
const build = (options: Options) =>
  synthesize(stack => new SageMakerExecutionRole(stack, 'Role', { hyperPodCluster: options(stack) }), ENV);
const podIdentity = (cluster: (stack: Stack) => eks.IClusterRef): Options => stack =>
  ({ lifecycleScripts, eks: { images, podIdentityCluster: cluster(stack) } });

test.each<[string, Options, string]>([
  [
    'a cluster without an orchestrator',
    () => ({ lifecycleScripts }),
    "'hyperPodCluster.slurm' or 'hyperPodCluster.eks' must be set: a HyperPod cluster has an orchestrator",
  ],
  [
    'a cluster without lifecycle scripts',
    () => ({ slurm: {} } as never),
    "'hyperPodCluster.lifecycleScripts' must be a list, each element an S3Location",
  ],
  [
    'an empty list of lifecycle scripts',
    () => ({ lifecycleScripts: [], slurm: {} }),
    "'hyperPodCluster.lifecycleScripts' must not be empty: the nodes of a HyperPod cluster start with scripts from S3, got []",
  ],
  [
    'nodes of Amazon EKS without images',
    () => ({ lifecycleScripts, eks: { images: [] } }),
    "'hyperPodCluster.eks.images' must not be empty: the nodes of an EKS cluster pull the images of its add-ons, got []",
  ],
  [
    'text in place of a flag of Slurm',
    () => ({ lifecycleScripts, slurm: { vpc: 'true' as never } }),
    "'hyperPodCluster.slurm.vpc' must be true or false, got \"true\"",
  ],
  [
    'text in place of a flag',
    () => ({ lifecycleScripts, slurm: {}, fsx: 'false' as never }),
    "'hyperPodCluster.fsx' must be true or false, got \"false\"",
  ],
  [
    'an empty list of keys of volumes',
    () => ({ lifecycleScripts, slurm: {}, volumeKeys: [] }),
    "'hyperPodCluster.volumeKeys' must not be empty: leave it out instead, got []",
  ],
  [
    'the option of a job',
    () => ({ lifecycleScripts, slurm: {}, volumeKey: {} } as never),
    "unknown option 'hyperPodCluster.volumeKey', did you mean 'hyperPodCluster.volumeKeys'?",
  ],
  [
    'a cluster of another service',
    podIdentity(stack => new ecs.CfnCluster(stack, 'Cluster') as never),
    "'hyperPodCluster.eks.podIdentityCluster' must be a cluster of Amazon EKS, got",
  ],
  [
    'the L2 of another service',
    podIdentity(stack => new ecs.Cluster(stack, 'Cluster', {
      vpc: ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
        vpcId: 'vpc-1', availabilityZones: ['a'],
      }),
    }) as never),
    "'hyperPodCluster.eks.podIdentityCluster' must be a cluster of Amazon EKS, got",
  ],
  [
    'an imported cluster of another service',
    podIdentity(stack => ecs.Cluster.fromClusterArn(stack, 'C', 'arn:aws:ecs:eu-central-1:111122223333:cluster/x') as never),
    "'hyperPodCluster.eks.podIdentityCluster' must be a cluster of Amazon EKS, got",
  ],
  [
    'an EKS cluster of another account',
    podIdentity(stack => eks.Cluster.fromClusterAttributes(new Stack(stack.node.root, 'Other', {
      env: { account: '444455556666', region: 'eu-central-1' },
    }), 'Cluster', { clusterName: 'research' })),
    "'hyperPodCluster.eks.podIdentityCluster'",
  ],
])('rejects %s', (_what, options, message) => {
  expect(() => build(options)).toThrow(/^Stack\/Role: /);
  expect(() => build(options)).toThrow(message);
});

test('accepts a new cluster of Amazon EKS', () => {
  const { template } = build(podIdentity(stack => new eks.CfnCluster(stack, 'Cluster', {
    roleArn: 'arn:aws:iam::111122223333:role/eks', resourcesVpcConfig: { subnetIds: ['subnet-1'] },
  })));
  expect(JSON.stringify(template)).toContain('"Resource":{"Fn::GetAtt":["Cluster","Arn"]}');
});

test('warns of source ARNs, since no form is documented', () => {
  const { warnings } = synthesize(stack => new SageMakerExecutionRole(stack, 'Role', {
    hyperPodCluster: { lifecycleScripts, slurm: {} },
    sourceArns: [SageMakerSourceArn.trainingJobs()],
  }), ENV);
  expect(warnings).toEqual([expect.stringMatching(/'hyperPodCluster': no form narrower than SageMakerSourceArn.everything\(\)/)]);
});

describe("Karpenter's role", () => {
  const karpenter = (props: object) =>
    synthesize(stack => new SageMakerHyperPodKarpenterRole(stack, 'Role', props), ENV);

  test.each<[string, object, string]>([
    ['an empty list of keys', { volumeKeys: [] }, "'volumeKeys' must not be empty: leave it out instead, got []"],
    ['text in place of a flag', { sourceAccountCondition: 'false' }, "'sourceAccountCondition' must be true or false, got \"false\""],
    ['a misspelt option', { volumeKey: {} }, "unknown option 'volumeKey', did you mean 'volumeKeys'?"],
  ])('rejects %s', (_what, props, message) => {
    expect(() => karpenter(props)).toThrow(`Stack/Role: ${message}`);
  });

  test('rejects a role that HyperPod cannot assume, and a condition of the trust policy that it does not have', () => {
    const existing = (stack: Stack, service: string) => new iam.Role(stack, 'Existing', { assumedBy: new iam.ServicePrincipal(service) });
    expect(() => synthesize(stack => new SageMakerHyperPodKarpenterRole(stack, 'Role', {
      existingRole: existing(stack, 'sagemaker.amazonaws.com'),
    }), ENV)).toThrow("can't be assumed by hyperpod.sagemaker.amazonaws.com");
    expect(() => synthesize(stack => new SageMakerHyperPodKarpenterRole(stack, 'Role', {
      existingRole: existing(stack, 'hyperpod.sagemaker.amazonaws.com'), sourceAccountCondition: true,
    }), ENV)).toThrow('sourceAccountCondition');
  });
});
