from aws_cdk import (
    CfnOutput,
    Stack,
    aws_ec2 as ec2,
    aws_efs as efs,
    aws_iam as iam,
    aws_s3 as s3,
    aws_secretsmanager as secretsmanager,
)
from cdk_platform_iam import (
    ParallelClusterComputeNodeRole,
    ParallelClusterEfsAccess,
    ParallelClusterHeadNodeRole,
    ParallelClusterHeadNodeSecrets,
    ParallelClusterImageBuilderRole,
    ParallelClusterImageCleanupRole,
    ParallelClusterImageScripts,
    ParallelClusterLambdaFunctionsRole,
    ParallelClusterLoginNodeRole,
    ParallelClusterS3Access,
    ParallelClusterSlurmHeadNodeOptions,
    ParallelClusterSlurmLambdaOptions,
    ParallelClusterVersion,
    S3Location,
)
from constructs import Construct


class ResearchClusterStack(Stack):
    """The roles of a Slurm cluster with login nodes and a custom image, all within a permissions boundary."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)

        cluster_name = "research"
        version = ParallelClusterVersion.LATEST
        data = s3.Bucket(self, "Data")
        scripts = s3.Bucket(self, "Scripts")
        vpc = ec2.Vpc.from_vpc_attributes(
            self,
            "Vpc",
            vpc_id="vpc-0123456789abcdef0",
            availability_zones=["eu-central-1a"],
            private_subnet_ids=["subnet-0123456789abcdef0"],
            private_subnet_route_table_ids=["rtb-0123456789abcdef0"],
        )
        home = ParallelClusterEfsAccess(file_systems=[efs.FileSystem(self, "Home", vpc=vpc)])
        boundary = iam.ManagedPolicy.from_managed_policy_name(self, "Boundary", "research-boundary")

        cpu = ParallelClusterComputeNodeRole(
            self,
            "CpuQueue",
            cluster_name=cluster_name,
            version=version,
            permissions_boundary=boundary,
            efs=home,
            s3_access=ParallelClusterS3Access(
                readable=[S3Location.prefix(data, "raw/")],
                writable=[S3Location.prefix(data, "results/")],
            ),
        )
        head = ParallelClusterHeadNodeRole(
            self,
            "HeadNode",
            cluster_name=cluster_name,
            version=version,
            permissions_boundary=boundary,
            efs=home,
            slurm=ParallelClusterSlurmHeadNodeOptions(
                compute_roles=[cpu],
                subnets=vpc.private_subnets,
                login_nodes=True,
            ),
            secrets=ParallelClusterHeadNodeSecrets(munge_key=secretsmanager.Secret(self, "MungeKey")),
        )
        login = ParallelClusterLoginNodeRole(
            self,
            "LoginNode",
            cluster_name=cluster_name,
            version=version,
            permissions_boundary=boundary,
            efs=home,
            pools=["login"],
        )
        functions = ParallelClusterLambdaFunctionsRole(
            self,
            "Functions",
            cluster_name=cluster_name,
            version=version,
            permissions_boundary=boundary,
            slurm=ParallelClusterSlurmLambdaOptions(),
        )

        builder = ParallelClusterImageBuilderRole(
            self,
            "ImageBuilder",
            permissions_boundary=boundary,
            scripts=ParallelClusterImageScripts(locations=[S3Location.exact_object(scripts, "install.sh")]),
        )
        cleanup = ParallelClusterImageCleanupRole(self, "ImageCleanup", permissions_boundary=boundary)

        CfnOutput(self, "HeadNodeRole", value=head.role.role_arn)
        CfnOutput(self, "CpuQueueInstanceProfile", value=cpu.instance_profile.instance_profile_arn)
        CfnOutput(self, "LoginNodeRole", value=login.role.role_arn)
        CfnOutput(self, "FunctionsRole", value=functions.role.role_arn)
        CfnOutput(self, "ImageBuilderRole", value=builder.role.role_arn)
        CfnOutput(self, "ImageCleanupRole", value=cleanup.role.role_arn)
        CfnOutput(self, "BoundaryPolicy", value=boundary.managed_policy_arn)
