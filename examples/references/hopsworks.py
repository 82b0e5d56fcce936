from aws_cdk import App, Stack, aws_ecr as ecr, aws_eks as eks, aws_iam as iam, aws_kms as kms, aws_s3 as s3
from cdk_platform_iam import HopsworksEksNodeRole, HopsworksInstanceProfile, ImageSource

app = App()
stack = Stack(app, "Hopsworks")
encryption_key = kms.CfnKey(stack, "Key")
bucket = s3.CfnBucket(stack, "Data")
images = ecr.CfnRepository(stack, "Images", repository_name="projects")
sales = iam.CfnRole(
    stack,
    "Sales",
    assume_role_policy_document={
        "Statement": [
            {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}
        ],
        "Version": "2012-10-17",
    },
)

HopsworksInstanceProfile(stack, "Head", bucket=bucket, encryption_key=encryption_key, assumable_roles=[sales])
nodes = HopsworksEksNodeRole(
    stack,
    "Nodes",
    bucket=bucket,
    encryption_key=encryption_key,
    project_images=[ImageSource.repository(images)],
)
# The construct is a role for the CDK.
eks.CfnNodegroup(
    stack, "NodeGroup", cluster_name="hopsworks", node_role=nodes, subnets=["subnet-0123456789abcdef0"]
)
app.synth()
