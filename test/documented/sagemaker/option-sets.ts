import { Stack } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as emr from 'aws-cdk-lib/aws-emr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  ImageSource,
  S3Location,
  SageMakerApiAccess,
  SageMakerExecutionRoleProps,
  SageMakerHyperPodKarpenterRoleProps,
  SageMakerMlflowServer,
  SageMakerModelOptions,
  SageMakerNotebookInstanceOptions,
  SageMakerPipelineOptions,
  SageMakerRegisteredModel,
  SageMakerTrainingJobOptions,
} from '../../../src';

// The option sets that the documents are compared with. Their names match the placeholders on the page.

export type Options = (stack: Stack) => SageMakerExecutionRoleProps;

/** `s3://inputs/object` means every key with this prefix, as in an API request; the page's ARN means one key. */
const INPUTS = [S3Location.uri('s3://inputs/object')];
const OUTPUTS = [S3Location.uri('s3://outputs/path')];
const IMAGES = [repository('my-repo')];

const WIDE_JOB = {
  inputs: [S3Location.anyBucket()],
  outputs: [S3Location.anyBucket()],
  images: [ImageSource.anyRepository()],
};

const MLFLOW_CLIENT = {
  servers: [SageMakerMlflowServer.anyTrackingServer(), SageMakerMlflowServer.anyApp()],
  registerModels: true,
  deletion: true,
  userInterface: true,
};

export const OPTION_SETS = {
  'training job with everything': stack => ({ trainingJob: { ...trainingJob(stack), remoteDebug: true } }),
  'training job with the wide forms': () => ({ trainingJob: WIDE_JOB, sdkRoleCheck: true }),
  'tuning job with everything': stack => ({ tuningJob: trainingJob(stack) }),
  'tuning job with the wide forms': () => ({ tuningJob: WIDE_JOB, sdkRoleCheck: true }),
  'processing job with everything': stack => ({ processingJob: { ...trainingJob(stack), checkpoints: undefined } }),
  'processing job with the wide forms': () => ({ processingJob: WIDE_JOB, sdkRoleCheck: true }),
  'model with everything': stack => ({ model: model(stack) }),
  'model with the wide forms': () => ({
    model: { modelData: [S3Location.anyBucket()], images: [ImageSource.anyRepository()] },
    sdkRoleCheck: true,
  }),
  'notebook instance with everything': stack => ({ notebookInstance: notebookInstance(stack) }),
  'notebook instance with the wide forms': stack => ({
    notebookInstance: {
      ...notebookInstance(stack),
      apiAccess: [SageMakerApiAccess.UNRESTRICTED],
      data: [S3Location.anyBucket()],
      images: [ImageSource.anyRepository()],
      imageManagement: [ImageSource.anyRepository()],
    },
    sdkRoleCheck: true,
  }),
  'pipeline with every integration': stack => ({ pipeline: pipeline(stack) }),
  'HyperPod cluster with everything': stack => ({
    hyperPodCluster: {
      lifecycleScripts: [S3Location.uri('s3://sagemaker-scripts/base/')],
      slurm: { vpc: true },
      eks: { images: IMAGES, podIdentityCluster: eks.Cluster.fromClusterAttributes(stack, 'Nodes', { clusterName: 'nodes' }) },
      data: [S3Location.uri('s3://outputs/')],
      volumeKeys: [key(stack, 'volume-key')],
    },
  }),
  'HyperPod cluster with the wide forms': () => ({
    hyperPodCluster: {
      lifecycleScripts: [S3Location.anyBucket()],
      eks: { images: [ImageSource.anyRepository()] },
    },
  }),
  'studio with remote access': () => ({ studio: { apiAccess: [], remoteAccess: true } }),
  'feature groups': () => ({ featureStore: { offlineStores: [S3Location.uri('s3://sagemaker-features/store/')] } }),
  'an MLflow server': () => ({
    mlflow: {
      artifactStores: [S3Location.uri('s3://runs/')],
      modelRegistry: { registeredModels: [SageMakerRegisteredModel.named('churn')], lineage: true },
    },
  }),
  'an MLflow server with the wide forms': () => ({
    mlflow: {
      artifactStores: [S3Location.anyBucket()],
      modelRegistry: { registeredModels: [SageMakerRegisteredModel.anyModel()], lineage: true },
    },
  }),
  'a client of MLflow': () => ({ processingJob: { mlflow: MLFLOW_CLIENT } }),
  'a notebook that manages MLflow servers': () => ({
    notebookInstance: {
      apiAccess: [
        SageMakerApiAccess.of('MlflowServers', {
          actions: ['Create', 'Delete', 'Start', 'Stop', 'Update'].map(verb => `sagemaker:${verb}MlflowTrackingServer`),
          resourceTypes: ['mlflow-tracking-server'],
        }),
        SageMakerApiAccess.of('MlflowLists', { actions: ['sagemaker:ListMlflowTrackingServers'] }),
      ],
      mlflow: MLFLOW_CLIENT,
    },
  }),
  'trust without the condition on the account': () => ({ trainingJob: WIDE_JOB, sourceAccountCondition: false }),
} satisfies Record<string, Options>;

export const KARPENTER_OPTION_SETS = {
  "Karpenter's role with keys": stack => ({ volumeKeys: [key(stack, 'volume-key')] }),
  "Karpenter's role without the condition on the account": () => ({ sourceAccountCondition: false }),
} satisfies Record<string, (stack: Stack) => SageMakerHyperPodKarpenterRoleProps>;

function trainingJob(stack: Stack): SageMakerTrainingJobOptions {
  return {
    inputs: INPUTS,
    outputs: OUTPUTS,
    checkpoints: [S3Location.uri('s3://checkpoints/run/')],
    images: IMAGES,
    vpc: true,
    inputKeys: [key(stack, 'input-key')],
    outputKey: key(stack, 'output-key'),
    volumeKey: key(stack, 'volume-key'),
    metricNamespaces: ['my-containers'],
  };
}

function model(stack: Stack): SageMakerModelOptions {
  return {
    modelData: INPUTS,
    modelDataKeys: [key(stack, 'input-key')],
    images: IMAGES,
    vpc: true,
    volumeKey: key(stack, 'volume-key'),
  };
}

function notebookInstance(stack: Stack): SageMakerNotebookInstanceOptions {
  return {
    data: [...INPUTS, ...OUTPUTS],
    images: ['my-repo1', 'my-repo2', 'my-repo3'].map(repository),
    imageManagement: [repository('my-images')],
    codeRepositories: ['my-sagemaker-code', 'my-SageMaker-code', 'my-Sagemaker-code'].map(name =>
      codecommit.Repository.fromRepositoryName(stack, name, name)),
    passableRoles: [iam.Role.fromRoleName(stack, 'Passable', 'passable')],
    networkFileSystems: { efs: [fileSystem(stack)], fsx: true },
    vpcEndpoints: {
      vpcs: [ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-0123456789abcdef0', availabilityZones: ['a'] })],
    },
    vpc: true,
    inputKeys: [key(stack, 'input-key')],
    outputKey: key(stack, 'output-key'),
    volumeKey: key(stack, 'volume-key'),
  };
}

function pipeline(stack: Stack): SageMakerPipelineOptions {
  const role = (name: string) => iam.Role.fromRoleName(stack, name, name);
  const spellings = ['my-sagemaker-step', 'my-sageMaker-step', 'my-SageMaker-step'];
  return {
    functions: spellings.map(name => lambda.Function.fromFunctionName(stack, `F-${name}`, name)),
    callbackQueues: spellings.map(name =>
      sqs.Queue.fromQueueArn(stack, `Q-${name}`, stack.formatArn({ service: 'sqs', resource: name }))),
    emr: {
      emrClusters: [emr.CfnCluster.fromClusterId(stack, 'Cluster', 'j-2AXXXXXXGAPLF')],
      newEmrClusters: { emrServiceRoles: [role('emr')], emrInstanceRoles: [role('emr-nodes')] },
    },
  };
}

function repository(name: string): ImageSource {
  return ImageSource.uri(`111122223333.dkr.ecr.eu-central-1.amazonaws.com/${name}:1`);
}

function key(stack: Stack, id: string): kms.IKey {
  return kms.Key.fromKeyArn(stack, id, `arn:aws:kms:eu-central-1:111122223333:key/${id}`);
}

function fileSystem(stack: Stack): efs.IFileSystem {
  return efs.FileSystem.fromFileSystemAttributes(stack, 'FileSystem', {
    fileSystemId: 'fs-0123456789abcdef0',
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'SecurityGroup', 'sg-0123456789abcdef0'),
  });
}
