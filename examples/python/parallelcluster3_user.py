from aws_cdk import CfnOutput, Stack, aws_iam as iam, aws_s3 as s3
from cdk_platform_iam import (
    ParallelClusterCreateClustersOptions,
    ParallelClusterIamAccess,
    ParallelClusterPermissionsBoundary,
    ParallelClusterResourcePrefix,
    ParallelClusterUserFsxForLustre,
    ParallelClusterUserLogRetrieval,
    ParallelClusterUserPolicy,
    ParallelClusterStorageOptions,
    S3Location,
)
from constructs import Construct


class ClusterUsersStack(Stack):
    """Lets users create clusters, and limits the roles that those clusters create."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)

        resource_prefix = ParallelClusterResourcePrefix(path="/hpc/", name_prefix="team-")
        data = s3.Bucket(self, "Data")

        boundary = ParallelClusterPermissionsBoundary(
            self,
            "Boundary",
            resource_prefix=resource_prefix,
            storage=ParallelClusterStorageOptions(buckets=[data]),
        )
        users = iam.Role(self, "Users", assumed_by=iam.AccountRootPrincipal())
        ParallelClusterUserPolicy(
            self,
            "Policy",
            resource_prefix=resource_prefix,
            iam_access=ParallelClusterIamAccess.within_boundary(boundary),
            create_clusters=ParallelClusterCreateClustersOptions(
                fsx_for_lustre=ParallelClusterUserFsxForLustre(data_repositories=[S3Location.prefix(data, "lustre/")]),
                login_nodes=True,
            ),
            log_retrieval=ParallelClusterUserLogRetrieval(),
            roles=[users],
        )

        # The value of Iam/PermissionsBoundary in the cluster configurations; Iam/ResourcePrefix is /hpc/team-.
        CfnOutput(self, "PermissionsBoundary", value=boundary.managed_policy_ref.policy_arn)
