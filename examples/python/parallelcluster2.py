from aws_cdk import Stack, aws_iam as iam, aws_s3 as s3
from cdk_platform_iam import (
    ParallelCluster2CreateClustersOptions,
    ParallelCluster2InstanceRole,
    ParallelCluster2LambdaRole,
    ParallelCluster2ResourceBucket,
    ParallelCluster2Scheduler,
    ParallelCluster2UseClustersOptions,
    ParallelCluster2UserPolicy,
)
from constructs import Construct


class WeatherStack(Stack):
    """Weather models on a Slurm cluster: operators create it with these roles, researchers use it."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)

        scheduler = ParallelCluster2Scheduler.SLURM
        cluster_name = "weather"
        resource_bucket = ParallelCluster2ResourceBucket(bucket=s3.Bucket(self, "Artifacts", versioned=True))

        nodes = ParallelCluster2InstanceRole(
            self,
            "Nodes",
            description="ec2_iam_role of the cluster",
            scheduler=scheduler,
            cluster_name=cluster_name,
            resource_bucket=resource_bucket,
        )
        functions = ParallelCluster2LambdaRole(
            self,
            "Functions",
            description="iam_lambda_role of the cluster",
            scheduler=scheduler,
            cluster_name=cluster_name,
            resource_bucket=resource_bucket,
        )
        s3.Bucket(self, "Forecasts").grant_read_write(nodes)

        ParallelCluster2UserPolicy(
            self,
            "Operators",
            create_clusters=ParallelCluster2CreateClustersOptions(
                schedulers=[scheduler],
                resource_bucket=resource_bucket,
                instance_roles=[nodes],
                lambda_roles=[functions],
                create_roles=False,
            ),
            groups=[iam.Group(self, "OperatorsGroup")],
        )
        ParallelCluster2UserPolicy(
            self,
            "Researchers",
            use_clusters=ParallelCluster2UseClustersOptions(cluster_names=[cluster_name]),
            groups=[iam.Group(self, "ResearchersGroup")],
        )
