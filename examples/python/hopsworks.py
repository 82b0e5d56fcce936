from aws_cdk import CfnOutput, Stack, aws_ecr as ecr, aws_eks as eks, aws_iam as iam, aws_kms as kms, aws_s3 as s3
from cdk_platform_iam import (
    HopsworksCloudWatchOptions,
    HopsworksEksNodeRole,
    HopsworksInstanceProfile,
    ImageSource,
    SessionManagerOptions,
)
from constructs import Construct


class HopsworksStack(Stack):
    """A feature store, as a managed cluster on EC2 and on EKS nodes."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        self.managed_cluster()
        self.nodes_on_eks()

    def managed_cluster(self) -> None:
        key = kms.Key(self, "ClusterKey", enable_key_rotation=True)
        bucket = s3.Bucket(self, "ClusterData", encryption_key=key)
        cloud_watch = HopsworksCloudWatchOptions(log_group_prefixes=["features"])
        sessions = SessionManagerOptions()
        workers = HopsworksInstanceProfile(
            self, "Workers", bucket=bucket, cloud_watch=cloud_watch, session_manager=sessions
        )

        # Projects read data with their own role, which only the head node can assume.
        sales = iam.Role(self, "Sales", assumed_by=iam.AccountRootPrincipal())
        s3.Bucket(self, "SalesData").grant_read(sales)
        head = HopsworksInstanceProfile(
            self, "Head", bucket=bucket, cloud_watch=cloud_watch, session_manager=sessions, assumable_roles=[sales]
        )

        CfnOutput(self, "WorkersProfile", value=workers.instance_profile.instance_profile_name)
        CfnOutput(self, "HeadProfile", value=head.instance_profile.instance_profile_name)

    def nodes_on_eks(self) -> None:
        images = ecr.Repository(self, "Images", repository_name="hopsworks/hopsworks-base")
        nodes = HopsworksEksNodeRole(
            self,
            "Nodes",
            bucket=s3.Bucket(self, "EksData", versioned=True),
            project_images=[ImageSource.repository(images)],
        )
        eks.CfnNodegroup(
            self,
            "NodeGroup",
            cluster_name="features",
            node_role=nodes.role.role_arn,
            instance_types=["m6i.2xlarge"],
            scaling_config=eks.CfnNodegroup.ScalingConfigProperty(min_size=1, desired_size=5, max_size=5),
            subnets=["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
        )
