import { Construct } from 'constructs';
import { Values } from './values';
import * as library from '../../src';

const { ImageSource, ParallelCluster2Scheduler, S3Location, SageMakerJobType } = library;

/** The names of the constructs that the package exports: one without a template does not compile. */
export type ConstructName = {
  [Name in keyof typeof library]:
  (typeof library)[Name] extends new (scope: Construct, id: string, props: never) => Construct ? Name : never;
}[keyof typeof library];

/** The template of a construct. */
export interface Definition {
  readonly description: string;
  readonly create: (scope: Construct, id: string, values: Values) => Construct;
}

const BUCKET_KEY = 'The id of the KMS key of the bucket; empty for a bucket without a key of yours';

export const DEFINITIONS: Readonly<Record<ConstructName, Definition>> = {
  BeanstalkEc2Role: {
    description: 'Role and instance profile of the instances of an Elastic Beanstalk web environment',
    create: (scope, id, values) => new library.BeanstalkEc2Role(scope, id, {
      ...values.ofRole(),
      webTier: {},
      applicationName: values.text('ApplicationName', 'application', 'The application of the environment'),
    }),
  },
  BeanstalkServiceRole: {
    description: 'Service role of Elastic Beanstalk environments',
    create: (scope, id, values) => new library.BeanstalkServiceRole(scope, id, values.ofRole()),
  },
  BeanstalkEksClusterRole: {
    description: 'Role of the Amazon EKS clusters of Elastic Beanstalk',
    create: (scope, id, values) => new library.BeanstalkEksClusterRole(scope, id, values.ofRole()),
  },
  BeanstalkEksNodeRole: {
    description: 'Role of the Amazon EKS nodes of Elastic Beanstalk',
    create: (scope, id, values) => new library.BeanstalkEksNodeRole(scope, id, values.ofRole()),
  },
  BeanstalkEksObservabilityRole: {
    description: 'Role of the pods that collect logs and metrics of Elastic Beanstalk on Amazon EKS',
    create: (scope, id, values) => new library.BeanstalkEksObservabilityRole(scope, id, values.ofRole()),
  },
  BeanstalkEksImageBuildRole: {
    description: 'Role of the builds of images for Elastic Beanstalk on Amazon EKS',
    create: (scope, id, values) => new library.BeanstalkEksImageBuildRole(scope, id, values.ofRole()),
  },
  BeanstalkEksApplicationRole: {
    description: 'Role of an application of Elastic Beanstalk on Amazon EKS',
    create: (scope, id, values) => new library.BeanstalkEksApplicationRole(scope, id, {
      ...values.ofRole(),
      environmentNamePrefix: environments(values),
      environmentSecrets: { secrets: [values.secret('EnvironmentSecretArn', 'The secret that the application reads')] },
    }),
  },
  BeanstalkUserPolicy: {
    description: 'Policies of people who deploy versions of an Elastic Beanstalk application',
    create: (scope, id, values) => new library.BeanstalkUserPolicy(scope, id, {
      ...values.ofPolicy('BeanstalkUser-'),
      applications: [{
        applicationName: values.text('ApplicationName', 'application', 'The application'),
        environmentNamePrefix: environments(values),
      }],
      deployment: {},
    }),
  },
  HopsworksEksNodeRole: {
    description: 'Role of the Amazon EKS nodes of Hopsworks',
    create: (scope, id, values) => new library.HopsworksEksNodeRole(scope, id, {
      ...values.ofRole(),
      ...hopsworksBucket(values),
      projectImages: [ImageSource.repository(values.repository('ImageRepository', 'The repository of the images of projects'))],
    }),
  },
  HopsworksEksServiceAccountRole: {
    description: 'Role of the service account of Hopsworks on Amazon EKS, with EKS Pod Identity',
    create: (scope, id, values) => new library.HopsworksEksServiceAccountRole(scope, id, {
      ...values.ofRole(),
      serviceAccount: {
        kubernetesNamespace: values.text('Namespace', 'kubernetesName', 'The Kubernetes namespace of the service account'),
        name: values.text('ServiceAccount', 'kubernetesName', 'The service account'),
        podIdentityCluster: values.eksCluster('ClusterName', 'The Amazon EKS cluster'),
      },
      assumableRoles: [values.role('ProjectRoleName', 'The role that projects read data with')],
    }),
  },
  HopsworksInstanceProfile: {
    description: 'Role and instance profile of a Hopsworks cluster on Amazon EC2',
    create: (scope, id, values) => new library.HopsworksInstanceProfile(scope, id, {
      ...values.ofRole(),
      ...hopsworksBucket(values),
    }),
  },
  ParallelCluster2InstanceRole: {
    description: 'Role and instance profile of the nodes of a Slurm cluster of AWS ParallelCluster 2',
    create: (scope, id, values) => new library.ParallelCluster2InstanceRole(scope, id, {
      ...values.ofRole(),
      scheduler: ParallelCluster2Scheduler.SLURM,
      clusterName: cluster2(values),
    }),
  },
  ParallelCluster2LambdaRole: {
    description: 'Role of the functions of a Slurm cluster of AWS ParallelCluster 2',
    create: (scope, id, values) => new library.ParallelCluster2LambdaRole(scope, id, {
      ...values.ofRole(),
      scheduler: ParallelCluster2Scheduler.SLURM,
      clusterName: cluster2(values),
    }),
  },
  ParallelCluster2UserPolicy: {
    description: 'Policies of people who start and stop a cluster of AWS ParallelCluster 2',
    create: (scope, id, values) => new library.ParallelCluster2UserPolicy(scope, id, {
      ...values.ofPolicy('ParallelCluster2User-'),
      useClusters: { clusterNames: [cluster2(values)] },
    }),
  },
  ParallelClusterHeadNodeRole: {
    description: 'Role and instance profile of the head node of a Slurm cluster of AWS ParallelCluster 3',
    create: (scope, id, values) => new library.ParallelClusterHeadNodeRole(scope, id, {
      ...values.ofClusterRole(),
      clusterName: cluster(values),
      slurm: {
        computeRoles: [values.role('ComputeRoleName', 'The role of the compute nodes: parallelcluster/NAME with the path /parallelcluster/')],
      },
    }),
  },
  ParallelClusterComputeNodeRole: {
    description: 'Role and instance profile of the compute nodes of a cluster of AWS ParallelCluster 3',
    create: (scope, id, values) => new library.ParallelClusterComputeNodeRole(scope, id, {
      ...values.ofClusterRole(),
      clusterName: cluster(values),
    }),
  },
  ParallelClusterLoginNodeRole: {
    description: 'Role and instance profile of the login nodes of a cluster of AWS ParallelCluster 3',
    create: (scope, id, values) => new library.ParallelClusterLoginNodeRole(scope, id, {
      ...values.ofClusterRole(),
      clusterName: cluster(values),
    }),
  },
  ParallelClusterLambdaFunctionsRole: {
    description: 'Role of the functions of a Slurm cluster of AWS ParallelCluster 3',
    create: (scope, id, values) => new library.ParallelClusterLambdaFunctionsRole(scope, id, {
      ...values.ofClusterRole(),
      clusterName: cluster(values),
      slurm: {},
    }),
  },
  ParallelClusterImageBuilderRole: {
    description: 'Role and instance profile of builds of images of AWS ParallelCluster 3',
    create: (scope, id, values) => new library.ParallelClusterImageBuilderRole(scope, id, values.ofClusterRole()),
  },
  ParallelClusterImageCleanupRole: {
    description: 'Role of the function that cleans up after builds of images of AWS ParallelCluster 3',
    create: (scope, id, values) => new library.ParallelClusterImageCleanupRole(scope, id, values.ofClusterRole()),
  },
  ParallelClusterSlurmdbdRole: {
    description: 'Role and instance profile of an external Slurm database daemon of AWS ParallelCluster 3',
    create: (scope, id, values) => new library.ParallelClusterSlurmdbdRole(scope, id, {
      ...values.ofRole(),
      databasePassword: values.secret('DatabaseSecretArn', 'The secret with the password of the database'),
      mungeKey: values.secret('MungeKeySecretArn', 'The secret with the munge key'),
      subnet: values.subnet('SubnetId', 'The subnet of the daemon'),
    }),
  },
  ParallelClusterPermissionsBoundary: {
    description: 'Permissions boundary of the roles that clusters of AWS ParallelCluster 3 create',
    create: (scope, id, values) => new library.ParallelClusterPermissionsBoundary(scope, id, {
      managedPolicyName: values.text('PolicyName', 'iamName', 'The name of the boundary', 'ParallelClusterBoundary'),
      path: values.text('Path', 'path', 'The path of the boundary', '/'),
    }),
  },
  ParallelClusterUserPolicy: {
    description: 'Policies of people who create clusters of AWS ParallelCluster 3 with roles that exist',
    create: (scope, id, values) => new library.ParallelClusterUserPolicy(scope, id, {
      ...values.ofPolicy('ParallelClusterUser-'),
      createClusters: {},
    }),
  },
  SageMakerExecutionRole: {
    description: 'Execution role of processing and training jobs and of models of Amazon SageMaker AI',
    create: (scope, id, values) => new library.SageMakerExecutionRole(scope, id, {
      ...values.ofRole(),
      ...sageMakerWorkloads(values),
    }),
  },
  SageMakerHyperPodKarpenterRole: {
    description: 'Role of Karpenter on a cluster of Amazon SageMaker HyperPod',
    create: (scope, id, values) => new library.SageMakerHyperPodKarpenterRole(scope, id, values.ofRole()),
  },
  SageMakerUserPolicy: {
    description: 'Policies of people who start jobs of Amazon SageMaker AI',
    create: (scope, id, values) => new library.SageMakerUserPolicy(scope, id, {
      ...values.ofPolicy('SageMakerUser-'),
      jobs: { types: [SageMakerJobType.PROCESSING, SageMakerJobType.TRAINING, SageMakerJobType.TRANSFORM] },
      passableRoles: [values.role('ExecutionRoleName', 'The execution role of the jobs')],
    }),
  },
};

function hopsworksBucket(values: Values) {
  return {
    bucket: values.bucket('BucketName', 'The bucket of the cluster'),
    encryptionKey: values.key('BucketKeyId', BUCKET_KEY),
  };
}

function environments(values: Values): string {
  const prefix = values.text('EnvironmentPrefix', 'environmentPrefix',
    'What the names of the environments start with, before a hyphen: shop for shop-live and shop-test');
  return `${prefix}-`;
}

function cluster(values: Values): string {
  return values.text('ClusterName', 'cluster', 'The cluster');
}

function cluster2(values: Values): string {
  return values.text('ClusterName', 'cluster2', 'The cluster, without the prefix parallelcluster- that the command line adds');
}

function sageMakerWorkloads(values: Values): library.SageMakerExecutionRoleProps {
  const data = values.bucket('DataBucketName', 'The bucket that jobs read');
  const artifacts = values.bucket('ArtifactBucketName', 'The bucket of results and models');
  const inputKeys = [values.key('DataKeyId', BUCKET_KEY)];
  const outputKey = values.key('ArtifactKeyId', BUCKET_KEY);
  const images = [ImageSource.repository(values.repository('ImageRepository', 'The repository of the images'))];
  const job = {
    inputs: [S3Location.bucket(data), S3Location.bucket(artifacts)],
    outputs: [S3Location.bucket(artifacts)],
    inputKeys,
    outputKey,
    images,
  };
  return {
    processingJob: job,
    trainingJob: job,
    model: { modelData: [S3Location.bucket(artifacts)], modelDataKeys: [outputKey], images },
  };
}
