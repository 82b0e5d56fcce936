import { Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import {
  ParallelCluster2InstanceRole, ParallelCluster2LambdaRole, ParallelCluster2Scheduler, ParallelCluster2UserPolicy,
} from 'cdk-platform-iam';

/** Weather models on a Slurm cluster: operators create it with these roles, researchers use it. */
export class WeatherStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const scheduler = ParallelCluster2Scheduler.SLURM;
    const clusterName = 'weather';
    const resourceBucket = { bucket: new s3.Bucket(this, 'Artifacts', { versioned: true }) };

    const nodes = new ParallelCluster2InstanceRole(this, 'Nodes', {
      description: 'ec2_iam_role of the cluster',
      scheduler,
      clusterName,
      resourceBucket,
    });
    const functions = new ParallelCluster2LambdaRole(this, 'Functions', {
      description: 'iam_lambda_role of the cluster',
      scheduler,
      clusterName,
      resourceBucket,
    });
    new s3.Bucket(this, 'Forecasts').grantReadWrite(nodes);

    new ParallelCluster2UserPolicy(this, 'Operators', {
      createClusters: {
        schedulers: [scheduler],
        resourceBucket,
        instanceRoles: [nodes],
        lambdaRoles: [functions],
        createRoles: false,
      },
      groups: [new iam.Group(this, 'OperatorsGroup')],
    });
    new ParallelCluster2UserPolicy(this, 'Researchers', {
      useClusters: { clusterNames: [clusterName] },
      groups: [new iam.Group(this, 'ResearchersGroup')],
    });
  }
}
