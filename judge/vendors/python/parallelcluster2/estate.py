"""Makes what the configurations name: that of ParallelCluster 3, and roles at the path where this release looks."""

import json

import estate
from estate import client
from server import REGION

# Files that releases before 2.10.0 read from the bucket of AWS: what instance types are, and where features are.
KINDS = ["c5.large", "c5.xlarge", "c5.2xlarge", "optimal"]
FILES = {
    "instances/batch_instances.json": KINDS,
    "instances/instances.json": {kind: {"vcpus": 4, "gpu": 0} for kind in KINDS},
    "features/feature_whitelist.json": {"Features": {
        feature: {"instances": KINDS, "baseos": ["alinux2"], "schedulers": ["slurm"]}
        for feature in ("batch", "dcv", "efa")}},
}


def make():
    made = estate.make()
    packages()
    return {**made, "instances": role("MyInstances", "ec2"), "functions": role("MyFunctions", "lambda")}


def packages():
    bucket = f"{REGION}-aws-parallelcluster"
    client("s3").create_bucket(Bucket=bucket)
    for key, content in FILES.items():
        client("s3").put_object(Bucket=bucket, Key=key, Body=json.dumps(content).encode())


def role(name, service):
    principal = {"Service": f"{service}.amazonaws.com"}
    statement = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}
    trust = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    return client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["RoleName"]
