import { CfnOutput, Stack, StackProps } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import {
  HopsworksEksNodeRole, HopsworksInstanceProfile, HopsworksInstanceProfileProps, ImageSource,
} from 'cdk-platform-iam';

/** A feature store, as a managed cluster on EC2 and on EKS nodes. */
export class HopsworksStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.managedCluster();
    this.nodesOnEks();
  }

  private managedCluster(): void {
    const cluster: HopsworksInstanceProfileProps = {
      bucket: new s3.Bucket(this, 'ClusterData', {
        encryptionKey: new kms.Key(this, 'ClusterKey', { enableKeyRotation: true }),
      }),
      cloudWatch: { logGroupPrefixes: ['features'] },
      sessionManager: {},
    };
    const workers = new HopsworksInstanceProfile(this, 'Workers', cluster);

    // Projects read data with their own role, which only the head node can assume.
    const sales = new iam.Role(this, 'Sales', { assumedBy: new iam.AccountRootPrincipal() });
    new s3.Bucket(this, 'SalesData').grantRead(sales);
    const head = new HopsworksInstanceProfile(this, 'Head', { ...cluster, assumableRoles: [sales] });

    new CfnOutput(this, 'WorkersProfile', { value: workers.instanceProfile.instanceProfileName });
    new CfnOutput(this, 'HeadProfile', { value: head.instanceProfile.instanceProfileName });
  }

  private nodesOnEks(): void {
    const images = new ecr.Repository(this, 'Images', { repositoryName: 'hopsworks/hopsworks-base' });
    const nodes = new HopsworksEksNodeRole(this, 'Nodes', {
      bucket: new s3.Bucket(this, 'EksData', { versioned: true }),
      projectImages: [ImageSource.repository(images)],
    });
    new eks.CfnNodegroup(this, 'NodeGroup', {
      clusterName: 'features',
      nodeRole: nodes.role.roleArn,
      instanceTypes: ['m6i.2xlarge'],
      scalingConfig: { minSize: 1, desiredSize: 5, maxSize: 5 },
      subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
    });
  }
}
