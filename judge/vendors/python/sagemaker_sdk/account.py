"""Makes what a notebook finds in its account: its own role and instance, data, and groups of logs."""

import json

import boto3

from server import ACCOUNT, REGION

ROLE_NAME = "MyNotebook"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/{ROLE_NAME}"
INSTANCE = "explore"
# The notebook of these names also keeps models, results and code in its bucket. The SDK makes another one by itself.
BUCKET = "my-data"
DATA = f"s3://{BUCKET}/x"
MODEL_DATA = f"s3://{BUCKET}/models/m.tar.gz"
KEY = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/11111111-2222-4333-8444-555555555555"
IMAGE = f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/churn:1"
# Schedules start pipelines with the role, too.
SERVICES = ["sagemaker.amazonaws.com", "scheduler.amazonaws.com"]
LOG_GROUPS = ("TrainingJobs", "ProcessingJobs", "TransformJobs")


def client(service):
    return boto3.client(service, region_name=REGION)


def make(model):
    """Model: the file of one, as a job would leave it."""
    trust = {"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"Service": SERVICES}, "Action": "sts:AssumeRole"}]}
    client("iam").create_role(RoleName=ROLE_NAME, AssumeRolePolicyDocument=json.dumps(trust))
    client("sagemaker").create_notebook_instance(
        NotebookInstanceName=INSTANCE, InstanceType="ml.t3.medium", RoleArn=ROLE)
    s3 = client("s3")
    s3.create_bucket(Bucket=BUCKET)
    s3.put_object(Bucket=BUCKET, Key="x/train.csv", Body=b"1,2\n3,4\n")
    s3.put_object(Bucket=BUCKET, Key="models/m.tar.gz", Body=model)
    for group in LOG_GROUPS:
        client("logs").create_log_group(logGroupName=f"/aws/sagemaker/{group}")


def write_log(group, job, stream="algo-1-123"):
    """A job that has run leaves a stream of logs."""
    logs, name = client("logs"), {"logGroupName": f"/aws/sagemaker/{group}", "logStreamName": f"{job}/{stream}"}
    logs.create_log_stream(**name)
    logs.put_log_events(**name, logEvents=[{"timestamp": 1_700_000_000_000, "message": "done"}])


def metadata():
    """What a notebook instance tells of itself in a file."""
    arn = f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:notebook-instance/{INSTANCE}"
    return json.dumps({"ResourceArn": arn, "ResourceName": INSTANCE})
