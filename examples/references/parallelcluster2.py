from aws_cdk import App, Stack, aws_iam as iam, aws_s3 as s3
from cdk_platform_iam import (
    ParallelCluster2CreateClustersOptions,
    ParallelCluster2InstanceRole,
    ParallelCluster2LambdaRole,
    ParallelCluster2ResourceBucket,
    ParallelCluster2Scheduler,
    ParallelCluster2UserPolicy,
)

app = App()
stack = Stack(app, "Weather")
scheduler = ParallelCluster2Scheduler.SLURM
resource_bucket = ParallelCluster2ResourceBucket(bucket=s3.CfnBucket(stack, "Artifacts"))
jobs = iam.CfnRole(
    stack,
    "Jobs",
    assume_role_policy_document={
        "Statement": [
            {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}
        ],
        "Version": "2012-10-17",
    },
)

nodes = ParallelCluster2InstanceRole(
    stack, "Nodes", scheduler=scheduler, resource_bucket=resource_bucket, passable_roles=[jobs]
)
functions = ParallelCluster2LambdaRole(stack, "Functions", scheduler=scheduler, resource_bucket=resource_bucket)
ParallelCluster2UserPolicy(
    stack,
    "Operators",
    create_clusters=ParallelCluster2CreateClustersOptions(
        schedulers=[scheduler], instance_roles=[nodes], lambda_roles=[functions]
    ),
    groups=[iam.CfnGroup(stack, "OperatorsGroup")],
)
app.synth()
