"""Runs the functions of clusters and images, which the package has as files, as Lambda would."""

import importlib
import json
import os
import sys
import time
from pathlib import Path

import boto3

import answers
from parallelcluster3.parts import has_batch
from recorder import Recorder
from server import ACCOUNT, REGION, reset
from stacks import given_parameters
from steps import Steps

CLUSTER, IMAGE = "research", "image"
BUCKETS = ("parallelcluster-89e4e5f1cd12e98b-v1-do-not-delete", "my-artifacts")
BUILD = "pcluster-batch-build"
# The file of the functions that only clusters with AWS Batch have: it stays in releases without them.
OF_BATCH = "manage_docker_images"


class Context:
    """What a function knows of itself."""

    aws_request_id = function_name = log_stream_name = "x"
    log_group_name = "/aws/lambda/x"
    invoked_function_arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:pcluster-x"

    def get_remaining_time_in_millis(self):
        return 800_000


def fixed_answers():
    fixed = {
        "codebuild.StartBuild": {"build": {"id": f"{BUILD}:1"}},
        "codebuild.BatchGetBuilds": {"builds": [{"id": f"{BUILD}:1", "buildStatus": "SUCCEEDED"}]},
        "ecr.ListImages": {"imageIds": [{"imageTag": "x"}]}, "ecr.BatchDeleteImage": {},
        "resourcegroupstaggingapi.TagResources": {}, "cloudformation.DeleteStack": {},
    }
    return {operation: given_parameters(lambda _, answer=answer: answer) for operation, answer in fixed.items()}


def states():
    tags = {"parallelcluster:image_id": IMAGE}
    return {"ec2.TerminateInstances": answers.instance_tags,
            "cloudformation.DeleteStack": given_parameters(lambda asked: {"id": asked["StackName"], "tags": tags})}


def make_cluster(artifacts):
    """What a cluster leaves to clean up. Returns its zone and an image."""
    s3, ec2, route53 = (boto3.client(service, region_name=REGION) for service in ("s3", "ec2", "route53"))
    for bucket in BUCKETS:
        s3.create_bucket(Bucket=bucket)
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        for body in (b"x", b"y"):
            s3.put_object(Bucket=bucket, Key=f"{artifacts}/configs/x", Body=body)
    image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
    for node in ("Compute", "LoginNode"):
        tags = [{"Key": "parallelcluster:cluster-name", "Value": CLUSTER},
                {"Key": "parallelcluster:node-type", "Value": node}]
        ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1,
                          TagSpecifications=[{"ResourceType": "instance", "Tags": tags}])
    domain = f"{CLUSTER}.pcluster."
    zone = route53.create_hosted_zone(Name=domain, CallerReference="x")["HostedZone"]["Id"].split("/")[-1]
    record = {"Name": f"q1-dy-c1-1.{domain}", "Type": "A", "TTL": 120, "ResourceRecords": [{"Value": "10.0.0.9"}]}
    route53.change_resource_record_sets(
        HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": "UPSERT", "ResourceRecordSet": record}]})
    return zone, image


def event(kind, **properties):
    return {"RequestType": kind, "ResponseURL": "http://127.0.0.1:9/x", "RequestId": "x", "LogicalResourceId": "X",
            "StackId": f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{CLUSTER}/x", "PhysicalResourceId": "X",
            "ResourceType": "Custom::X", "ResourceProperties": properties}


def ready_image(image, release):
    message = {"arn": f"arn:aws:imagebuilder:{REGION}:{ACCOUNT}:image/parallelclusterimage-{IMAGE}/{release}/1",
               "state": {"status": "AVAILABLE"}, "imageRecipe": {"parentImage": "ami-x"},
               "outputResources": {"amis": [{"image": image, "region": REGION}]}}
    return {"Records": [{"Sns": {"Message": json.dumps(message)}}]}


def call(module, asked):
    """Runs a handler. A custom resource catches errors: its answer tells of them."""
    time.sleep = lambda _: None
    function = importlib.import_module(module)
    if not hasattr(function, "helper"):
        return function.handler(asked, Context())
    function.helper._send = lambda *_, **__: None
    function.helper.send = lambda *_, **__: None
    function.handler(asked, Context())
    if function.helper.Status != "SUCCESS":
        raise RuntimeError(function.helper.Reason)
    return None


def main(folder, release):
    import pcluster
    code = Path(pcluster.__file__).parent / "resources" / "custom_resources" / "custom_resources_code"
    sys.path[:0] = [str(code), str(code.parent)]
    folder = Path(folder)
    artifacts = f"parallelcluster/{release}/clusters/{CLUSTER}-0123456789abcdef"
    stack = f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{IMAGE}/11111111-2222-3333-4444-555555555555"
    os.environ.update(AWS_LAMBDA_FUNCTION_NAME="x", IMAGE_STACK_ARN=stack)
    reset()
    zone, image = make_cluster(artifacts)
    recorder = Recorder(folder / "calls.jsonl")
    recorder.install(fixed_answers(), states())
    steps = Steps(folder, recorder, "functions", "lambda-functions")
    for bucket, name in zip(BUCKETS, ("plain", "own-bucket")):
        steps.run("delete-artifacts", name, call, "cleanup_resources", event(
            "Delete", Action="DELETE_S3_ARTIFACTS", ResourcesS3Bucket=bucket, ArtifactS3RootDirectory=artifacts))
    steps.run("terminate-instances", "plain", call, "cleanup_resources", event(
        "Delete", Action="TERMINATE_EC2_INSTANCES", StackName=CLUSTER))
    steps.run("delete-records", "plain", call, "cleanup_resources", event(
        "Delete", Action="DELETE_DNS_RECORDS", ClusterHostedZone=zone, ClusterDNSDomain=f"{CLUSTER}.pcluster."))
    if has_batch(release):
        for kind in ("Create", "Delete"):
            steps.run(f"{kind.lower()}-docker-images", "batch", call, OF_BATCH, event(
                kind, CodeBuildProject=BUILD, EcrRepository="batch-parallelcluster-x"))
    steps.run("delete-image-stack", IMAGE, call, "delete_image_stack", ready_image(image, release),
              subject="image-cleanup")


if __name__ == "__main__":
    main(*sys.argv[1:])
