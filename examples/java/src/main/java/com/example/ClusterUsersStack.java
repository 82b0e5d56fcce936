package com.example;

import io.github.cdkplatformiam.ParallelClusterCreateClustersOptions;
import io.github.cdkplatformiam.ParallelClusterIamAccess;
import io.github.cdkplatformiam.ParallelClusterPermissionsBoundary;
import io.github.cdkplatformiam.ParallelClusterResourcePrefix;
import io.github.cdkplatformiam.ParallelClusterUserFsxForLustre;
import io.github.cdkplatformiam.ParallelClusterUserLogRetrieval;
import io.github.cdkplatformiam.ParallelClusterUserPolicy;
import io.github.cdkplatformiam.ParallelClusterStorageOptions;
import io.github.cdkplatformiam.S3Location;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** Lets users create clusters, and limits the roles that those clusters create. */
public class ClusterUsersStack extends Stack {
    public ClusterUsersStack(final Construct scope, final String id) {
        super(scope, id);

        ParallelClusterResourcePrefix resourcePrefix = ParallelClusterResourcePrefix.builder()
            .path("/hpc/")
            .namePrefix("team-")
            .build();
        Bucket data = new Bucket(this, "Data");

        ParallelClusterPermissionsBoundary boundary =
            ParallelClusterPermissionsBoundary.Builder.create(this, "Boundary")
                .resourcePrefix(resourcePrefix)
                .storage(ParallelClusterStorageOptions.builder().buckets(List.of(data)).build())
                .build();
        Role users = Role.Builder.create(this, "Users").assumedBy(new AccountRootPrincipal()).build();
        ParallelClusterUserPolicy.Builder.create(this, "Policy")
            .resourcePrefix(resourcePrefix)
            .iamAccess(ParallelClusterIamAccess.withinBoundary(boundary))
            .createClusters(ParallelClusterCreateClustersOptions.builder()
                .fsxForLustre(ParallelClusterUserFsxForLustre.builder()
                    .dataRepositories(List.of(S3Location.prefix(data, "lustre/")))
                    .build())
                .loginNodes(true)
                .build())
            .logRetrieval(ParallelClusterUserLogRetrieval.builder().build())
            .roles(List.of(users))
            .build();

        // The value of Iam/PermissionsBoundary in the cluster configurations; Iam/ResourcePrefix is /hpc/team-.
        CfnOutput.Builder.create(this, "PermissionsBoundary")
            .value(boundary.getManagedPolicyRef().getPolicyArn())
            .build();
    }
}
