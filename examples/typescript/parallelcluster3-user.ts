import { CfnOutput, Stack, StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import {
  ParallelClusterIamAccess, ParallelClusterPermissionsBoundary, ParallelClusterUserPolicy, S3Location,
} from 'cdk-platform-iam';

/** Lets users create clusters, and limits the roles that those clusters create. */
export class ClusterUsersStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const resourcePrefix = { path: '/hpc/', namePrefix: 'team-' };
    const data = new s3.Bucket(this, 'Data');

    const boundary = new ParallelClusterPermissionsBoundary(this, 'Boundary', {
      resourcePrefix,
      storage: { buckets: [data] },
    });
    const users = new iam.Role(this, 'Users', { assumedBy: new iam.AccountRootPrincipal() });
    new ParallelClusterUserPolicy(this, 'Policy', {
      resourcePrefix,
      iamAccess: ParallelClusterIamAccess.withinBoundary(boundary),
      createClusters: {
        fsxForLustre: { dataRepositories: [S3Location.prefix(data, 'lustre/')] },
        loginNodes: true,
      },
      logRetrieval: {},
      roles: [users],
    });

    // The value of Iam/PermissionsBoundary in the cluster configurations; Iam/ResourcePrefix is /hpc/team-.
    new CfnOutput(this, 'PermissionsBoundary', { value: boundary.managedPolicyRef.policyArn });
  }
}
