from aws_cdk import (
    App,
    Stack,
    aws_ec2 as ec2,
    aws_efs as efs,
    aws_iam as iam,
    aws_route53 as route53,
    aws_secretsmanager as secretsmanager,
)
from cdk_platform_iam import (
    ParallelClusterComputeNodeRole,
    ParallelClusterCreateClustersOptions,
    ParallelClusterEfsAccess,
    ParallelClusterHeadNodeRole,
    ParallelClusterHeadNodeSecrets,
    ParallelClusterIamAccess,
    ParallelClusterPermissionsBoundary,
    ParallelClusterSlurmHeadNodeOptions,
    ParallelClusterUserPolicy,
)

app = App()
stack = Stack(app, "Hpc")
vpc = ec2.CfnVPC(stack, "Vpc", cidr_block="10.0.0.0/16")
subnet = ec2.CfnSubnet(stack, "Subnet", vpc_id=vpc.ref, cidr_block="10.0.0.0/24")
home = efs.CfnFileSystem(stack, "Home", encrypted=True)
zone = route53.CfnHostedZone(stack, "Zone", name="research.pcluster")
password = secretsmanager.CfnSecret(
    stack, "Password", generate_secret_string=secretsmanager.CfnSecret.GenerateSecretStringProperty()
)

cluster_name = "research"
boundary = ParallelClusterPermissionsBoundary(stack, "NodesBoundary")
queue = ParallelClusterComputeNodeRole(
    stack, "Queue", cluster_name=cluster_name, permissions_boundary=boundary
)
ParallelClusterHeadNodeRole(
    stack,
    "Head",
    cluster_name=cluster_name,
    permissions_boundary=boundary,
    slurm=ParallelClusterSlurmHeadNodeOptions(compute_roles=[queue], subnets=[subnet], hosted_zone=zone),
    secrets=ParallelClusterHeadNodeSecrets(directory_password=password),
    efs=ParallelClusterEfsAccess(file_systems=[home]),
)
ParallelClusterUserPolicy(
    stack,
    "Users",
    create_clusters=ParallelClusterCreateClustersOptions(),
    iam_access=ParallelClusterIamAccess.within_boundary(boundary),
    users=[iam.CfnUser(stack, "Ann")],
)
app.synth()
