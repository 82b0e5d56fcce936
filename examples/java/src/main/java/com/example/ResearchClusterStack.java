package com.example;

import io.github.cdkplatformiam.ParallelClusterComputeNodeRole;
import io.github.cdkplatformiam.ParallelClusterEfsAccess;
import io.github.cdkplatformiam.ParallelClusterHeadNodeRole;
import io.github.cdkplatformiam.ParallelClusterHeadNodeSecrets;
import io.github.cdkplatformiam.ParallelClusterImageBuilderRole;
import io.github.cdkplatformiam.ParallelClusterImageCleanupRole;
import io.github.cdkplatformiam.ParallelClusterImageScripts;
import io.github.cdkplatformiam.ParallelClusterLambdaFunctionsRole;
import io.github.cdkplatformiam.ParallelClusterLoginNodeRole;
import io.github.cdkplatformiam.ParallelClusterS3Access;
import io.github.cdkplatformiam.ParallelClusterSlurmHeadNodeOptions;
import io.github.cdkplatformiam.ParallelClusterSlurmLambdaOptions;
import io.github.cdkplatformiam.ParallelClusterVersion;
import io.github.cdkplatformiam.S3Location;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.efs.FileSystem;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/** The roles of a Slurm cluster with login nodes and a custom image, all within a permissions boundary. */
public class ResearchClusterStack extends Stack {
    public ResearchClusterStack(final Construct scope, final String id) {
        super(scope, id);

        String clusterName = "research";
        ParallelClusterVersion version = ParallelClusterVersion.LATEST;
        Bucket data = new Bucket(this, "Data");
        Bucket scripts = new Bucket(this, "Scripts");
        IVpc vpc = Vpc.fromVpcAttributes(this, "Vpc", VpcAttributes.builder()
            .vpcId("vpc-0123456789abcdef0")
            .availabilityZones(List.of("eu-central-1a"))
            .privateSubnetIds(List.of("subnet-0123456789abcdef0"))
            .privateSubnetRouteTableIds(List.of("rtb-0123456789abcdef0"))
            .build());
        ParallelClusterEfsAccess home = ParallelClusterEfsAccess.builder()
            .fileSystems(List.of(FileSystem.Builder.create(this, "Home").vpc(vpc).build()))
            .build();
        IManagedPolicy boundary = ManagedPolicy.fromManagedPolicyName(this, "Boundary", "research-boundary");

        ParallelClusterComputeNodeRole cpu = ParallelClusterComputeNodeRole.Builder.create(this, "CpuQueue")
            .clusterName(clusterName)
            .version(version)
            .permissionsBoundary(boundary)
            .efs(home)
            .s3Access(ParallelClusterS3Access.builder()
                .readable(List.of(S3Location.prefix(data, "raw/")))
                .writable(List.of(S3Location.prefix(data, "results/")))
                .build())
            .build();
        ParallelClusterHeadNodeRole head = ParallelClusterHeadNodeRole.Builder.create(this, "HeadNode")
            .clusterName(clusterName)
            .version(version)
            .permissionsBoundary(boundary)
            .efs(home)
            .slurm(ParallelClusterSlurmHeadNodeOptions.builder()
                .computeRoles(List.of(cpu))
                .subnets(vpc.getPrivateSubnets())
                .loginNodes(true)
                .build())
            .secrets(ParallelClusterHeadNodeSecrets.builder()
                .mungeKey(new Secret(this, "MungeKey"))
                .build())
            .build();
        ParallelClusterLoginNodeRole login = ParallelClusterLoginNodeRole.Builder.create(this, "LoginNode")
            .clusterName(clusterName)
            .version(version)
            .permissionsBoundary(boundary)
            .efs(home)
            .pools(List.of("login"))
            .build();
        ParallelClusterLambdaFunctionsRole functions =
            ParallelClusterLambdaFunctionsRole.Builder.create(this, "Functions")
                .clusterName(clusterName)
                .version(version)
                .permissionsBoundary(boundary)
                .slurm(ParallelClusterSlurmLambdaOptions.builder().build())
                .build();

        ParallelClusterImageBuilderRole builder = ParallelClusterImageBuilderRole.Builder.create(this, "ImageBuilder")
            .permissionsBoundary(boundary)
            .scripts(ParallelClusterImageScripts.builder()
                .locations(List.of(S3Location.exactObject(scripts, "install.sh")))
                .build())
            .build();
        ParallelClusterImageCleanupRole cleanup = ParallelClusterImageCleanupRole.Builder.create(this, "ImageCleanup")
            .permissionsBoundary(boundary)
            .build();

        output("HeadNodeRole", head.getRole().getRoleArn());
        output("CpuQueueInstanceProfile", cpu.getInstanceProfile().getInstanceProfileArn());
        output("LoginNodeRole", login.getRole().getRoleArn());
        output("FunctionsRole", functions.getRole().getRoleArn());
        output("ImageBuilderRole", builder.getRole().getRoleArn());
        output("ImageCleanupRole", cleanup.getRole().getRoleArn());
        output("BoundaryPolicy", boundary.getManagedPolicyArn());
    }

    private void output(final String name, final String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
