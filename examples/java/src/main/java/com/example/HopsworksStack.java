package com.example;

import io.github.cdkplatformiam.HopsworksCloudWatchOptions;
import io.github.cdkplatformiam.HopsworksEksNodeRole;
import io.github.cdkplatformiam.HopsworksInstanceProfile;
import io.github.cdkplatformiam.ImageSource;
import io.github.cdkplatformiam.SessionManagerOptions;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.eks.CfnNodegroup;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** A feature store, as a managed cluster on EC2 and on EKS nodes. */
public class HopsworksStack extends Stack {
    public HopsworksStack(final Construct scope, final String id) {
        super(scope, id);
        managedCluster();
        nodesOnEks();
    }

    private void managedCluster() {
        Key key = Key.Builder.create(this, "ClusterKey").enableKeyRotation(true).build();
        Bucket bucket = Bucket.Builder.create(this, "ClusterData").encryptionKey(key).build();
        HopsworksCloudWatchOptions cloudWatch = HopsworksCloudWatchOptions.builder()
            .logGroupPrefixes(List.of("features"))
            .build();
        SessionManagerOptions sessions = SessionManagerOptions.builder().build();
        HopsworksInstanceProfile workers = HopsworksInstanceProfile.Builder.create(this, "Workers")
            .bucket(bucket)
            .cloudWatch(cloudWatch)
            .sessionManager(sessions)
            .build();

        // Projects read data with their own role, which only the head node can assume.
        Role sales = Role.Builder.create(this, "Sales").assumedBy(new AccountRootPrincipal()).build();
        new Bucket(this, "SalesData").grantRead(sales);
        HopsworksInstanceProfile head = HopsworksInstanceProfile.Builder.create(this, "Head")
            .bucket(bucket)
            .cloudWatch(cloudWatch)
            .sessionManager(sessions)
            .assumableRoles(List.of(sales))
            .build();

        CfnOutput.Builder.create(this, "WorkersProfile")
            .value(workers.getInstanceProfile().getInstanceProfileName())
            .build();
        CfnOutput.Builder.create(this, "HeadProfile")
            .value(head.getInstanceProfile().getInstanceProfileName())
            .build();
    }

    private void nodesOnEks() {
        Repository images = Repository.Builder.create(this, "Images")
            .repositoryName("hopsworks/hopsworks-base")
            .build();
        HopsworksEksNodeRole nodes = HopsworksEksNodeRole.Builder.create(this, "Nodes")
            .bucket(Bucket.Builder.create(this, "EksData").versioned(true).build())
            .projectImages(List.of(ImageSource.repository(images)))
            .build();
        CfnNodegroup.Builder.create(this, "NodeGroup")
            .clusterName("features")
            .nodeRole(nodes.getRole().getRoleArn())
            .instanceTypes(List.of("m6i.2xlarge"))
            .scalingConfig(CfnNodegroup.ScalingConfigProperty.builder().minSize(1).desiredSize(5).maxSize(5).build())
            .subnets(List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"))
            .build();
    }
}
