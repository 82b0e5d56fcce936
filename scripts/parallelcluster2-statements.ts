import { App, Aws, Stack } from 'aws-cdk-lib';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ParallelCluster2Scheduler } from '../src';
import { ClusterNames } from '../src/parallelcluster2/cluster/names';
import { lambdaPolicy } from '../src/parallelcluster2/functions/policy';
import { instancePolicy } from '../src/parallelcluster2/instances/policy';
import { instanceCluster, InstanceOptions } from '../src/parallelcluster2/instances/read';
import { userPolicy } from '../src/parallelcluster2/users/policy';
import { Arns } from '../src/private/options/arns';
import { Conditions, PolicyFeature, THIS_ROLE } from '../src/private/statements/documented-statement';

// The statements of all clusters, and those that need options, with names for what users name.

const { AWSBATCH, SLURM, TORQUE } = ParallelCluster2Scheduler;

const stack = new Stack(new App(), 'Stack', { env: { region: 'R', account: 'A' } });
const arns = Arns.of(stack);
const arn = (resource: string) => arns.regional('batch', resource);

const resourceBucket = {
  bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'BUCKET'),
  encryptionKey: kms.Key.fromKeyArn(stack, 'Key', arns.regional('kms', 'key/KEY')),
};
const batchStack = {
  jobDefinition: batch.EcsJobDefinition.fromJobDefinitionArn(stack, 'Serial', arn('job-definition/SERIAL:1')),
  multiNodeJobDefinition: batch.MultiNodeJobDefinition.fromJobDefinitionArn(stack, 'Mnp', arn('job-definition/MNP:1')),
  jobQueue: batch.JobQueue.fromJobQueueArn(stack, 'Queue', arn('job-queue/QUEUE')),
  computeEnvironment: batch.ManagedEc2EcsComputeEnvironment.fromManagedEc2EcsComputeEnvironmentArn(
    stack, 'Environment', arn('compute-environment/ENVIRONMENT')),
};

export function instanceStatements(): readonly PolicyFeature[] {
  const features = (options: InstanceOptions) => instancePolicy(arns, instanceCluster(stack, options));
  return together(
    features({ scheduler: TORQUE }),
    features({ scheduler: AWSBATCH, batchStack, resourceBucket }),
  );
}

export function userStatements(): readonly PolicyFeature[] {
  const role = (name: string) => iam.Role.fromRoleName(stack, name, name);
  return together(
    userPolicy(stack, {
      createClusters: { schedulers: Object.values(ParallelCluster2Scheduler) },
      useClusters: { clusterNames: ['CLUSTER'] },
    }),
    userPolicy(stack, {
      createClusters: {
        schedulers: [SLURM],
        instanceRoles: [role('INSTANCE_ROLE')],
        lambdaRoles: [role('LAMBDA_ROLE')],
        resourceBucket,
      },
    }),
  );
}

export function lambdaStatements(): readonly PolicyFeature[] {
  const [ofFleet, ofBatch] = [false, true].map(isBatch =>
    lambdaPolicy(arns, { isBatch, names: new ClusterNames(arns), isUnrestricted: false }));
  return together(ofFleet, ofBatch);
}

/** With what only the second has. */
function together(all: readonly PolicyFeature[], more: readonly PolicyFeature[]): readonly PolicyFeature[] {
  return all.map(({ name, statements }) => {
    const others = more.find(feature => feature.name === name)!.statements;
    const sids = statements.map(({ sid }) => sid);
    return { name, statements: [...statements, ...others.filter(({ sid }) => !sids.includes(sid))].map(shown) };
  });
}

function shown(statement: PolicyFeature['statements'][number]): PolicyFeature['statements'][number] {
  const { resources, conditions = {} } = statement;
  return {
    ...statement,
    resources: resources.map(resource => (resource === THIS_ROLE ? 'this role' : withPartition(resource))),
    conditions: JSON.parse(withPartition(JSON.stringify(conditions))) as Conditions,
  };
}

function withPartition(text: string): string {
  return text.replaceAll(Aws.PARTITION, 'P');
}
