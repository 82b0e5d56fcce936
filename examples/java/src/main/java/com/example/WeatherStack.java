package com.example;

import io.github.cdkplatformiam.ParallelCluster2CreateClustersOptions;
import io.github.cdkplatformiam.ParallelCluster2InstanceRole;
import io.github.cdkplatformiam.ParallelCluster2LambdaRole;
import io.github.cdkplatformiam.ParallelCluster2ResourceBucket;
import io.github.cdkplatformiam.ParallelCluster2Scheduler;
import io.github.cdkplatformiam.ParallelCluster2UseClustersOptions;
import io.github.cdkplatformiam.ParallelCluster2UserPolicy;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Group;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** Weather models on a Slurm cluster: operators create it with these roles, researchers use it. */
public class WeatherStack extends Stack {
    public WeatherStack(final Construct scope, final String id) {
        super(scope, id);

        ParallelCluster2Scheduler scheduler = ParallelCluster2Scheduler.SLURM;
        String clusterName = "weather";
        ParallelCluster2ResourceBucket resourceBucket = ParallelCluster2ResourceBucket.builder()
            .bucket(Bucket.Builder.create(this, "Artifacts").versioned(true).build())
            .build();

        ParallelCluster2InstanceRole nodes = ParallelCluster2InstanceRole.Builder.create(this, "Nodes")
            .description("ec2_iam_role of the cluster")
            .scheduler(scheduler)
            .clusterName(clusterName)
            .resourceBucket(resourceBucket)
            .build();
        ParallelCluster2LambdaRole functions = ParallelCluster2LambdaRole.Builder.create(this, "Functions")
            .description("iam_lambda_role of the cluster")
            .scheduler(scheduler)
            .clusterName(clusterName)
            .resourceBucket(resourceBucket)
            .build();
        new Bucket(this, "Forecasts").grantReadWrite(nodes);

        ParallelCluster2UserPolicy.Builder.create(this, "Operators")
            .createClusters(ParallelCluster2CreateClustersOptions.builder()
                .schedulers(List.of(scheduler))
                .resourceBucket(resourceBucket)
                .instanceRoles(List.of(nodes))
                .lambdaRoles(List.of(functions))
                .createRoles(false)
                .build())
            .groups(List.of(new Group(this, "OperatorsGroup")))
            .build();
        ParallelCluster2UserPolicy.Builder.create(this, "Researchers")
            .useClusters(ParallelCluster2UseClustersOptions.builder()
                .clusterNames(List.of(clusterName))
                .build())
            .groups(List.of(new Group(this, "ResearchersGroup")))
            .build();
    }
}
