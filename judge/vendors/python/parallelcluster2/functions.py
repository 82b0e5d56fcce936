"""Runs the functions of clusters, which the package has as files, as Lambda would."""

import logging
import os
import sys
from pathlib import Path

import boto3

import answers as shared
from parallelcluster2.made import pairs, table
from parallelcluster2.parts import number
from parallelcluster2.stacks import PREFIX, SUFFIX
from parallelcluster3.functions import call, event, fixed_answers
from recorder import Recorder
from server import REGION, reset
from steps import Steps

CLUSTER = "research"
STACK = f"{PREFIX}{CLUSTER}"
BUCKETS = {"slurm": ("parallelcluster-0123456789abcdef", "True"), "own-bucket": ("my-artifacts", "False")}
FOLDER = f"{STACK}-0123456789abcdef"
BUILD = f"{STACK}-build-docker-images-project"
IMAGES = f"{STACK}-awsbatchstack-{SUFFIX}-dockerimagesrepo-{SUFFIX}".lower()
FIRST_WITH_FOLDERS = (2, 10, 0)
RESOURCES = ("custom_resources", "batch")


def client(service):
    return boto3.client(service, region_name=REGION)


def make_cluster():
    """What a cluster leaves to clean up. Returns its zone."""
    s3, ec2, route53 = client("s3"), client("ec2"), client("route53")
    for bucket, _ in BUCKETS.values():
        s3.create_bucket(Bucket=bucket)
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        for body in (b"x", b"y"):
            s3.put_object(Bucket=bucket, Key=f"{FOLDER}/configs/cluster-config.json", Body=body)
    tags = pairs({"Application": STACK, "aws-parallelcluster-node-type": "Compute"})
    ec2.run_instances(ImageId=ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"], MinCount=1, MaxCount=1,
                      TagSpecifications=[{"ResourceType": "instance", "Tags": tags}])
    table(STACK, "Id", [{"Id": "CLUSTER_CONFIG", "Version": "2"}])
    domain = f"{CLUSTER}.pcluster."
    zone = route53.create_hosted_zone(Name=domain, CallerReference="x")["HostedZone"]["Id"].split("/")[-1]
    record = {"Name": f"q1-dy-c5xlarge-1.{domain}", "Type": "A", "TTL": 120, "ResourceRecords": [{"Value": "10.0.0.9"}]}
    route53.change_resource_record_sets(
        HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": "UPSERT", "ResourceRecordSet": record}]})
    return zone


def events(zone, release):
    """Command, configuration, file, and what CloudFormation would ask of it."""
    has_folders = number(release) >= FIRST_WITH_FOLDERS
    action = "DELETE_S3_ARTIFACTS" if has_folders else "DELETE_S3_BUCKET"
    for name, (bucket, is_made) in BUCKETS.items() if has_folders else [("slurm", BUCKETS["slurm"])]:
        yield "delete-artifacts", name, "cleanup_resources", event(
            "Delete", Action=action, ResourcesS3Bucket=bucket, ArtifactS3RootDirectory=FOLDER,
            RemoveBucketOnDeletion=is_made)
    yield "terminate-instances", "slurm", "cleanup_resources", event(
        "Delete", Action="TERMINATE_EC2_INSTANCES", StackName=STACK)
    yield "delete-records", "slurm", "cleanup_resources", event(
        "Delete", Action="DELETE_DNS_RECORDS", ClusterHostedZone=zone)
    yield "wait-for-update", "slurm", "wait_for_update", event("Update", ConfigVersion="2", DynamoDBTable=STACK)
    for kind in ("Create", "Delete"):
        yield f"{kind.lower()}-docker-images", "awsbatch", "manage_docker_images", event(
            kind, CodeBuildProject=BUILD, EcrRepository=IMAGES)


def code_of(file):
    """The folder of the file, if the release has it: it was in several ones."""
    import pcluster
    resources = Path(pcluster.__file__).parent / "resources"
    folders = [resources / each / "custom_resources_code" for each in RESOURCES]
    return next((folder for folder in folders if (folder / f"{file}.py").exists()), None)


def run(file, asked):
    # A function starts with a handler of logs.
    logging.basicConfig()
    code = code_of(file)
    sys.path[:0] = [str(code), str(code.parent)]
    call(file, asked)


def main(folder, release):
    folder = Path(folder)
    reset()
    os.environ["AWS_LAMBDA_FUNCTION_NAME"] = "x"
    zone = make_cluster()
    recorder = Recorder(folder / "calls.jsonl")
    recorder.install(fixed_answers(), shared.states())
    steps = Steps(folder, recorder, "functions", "lambda")
    for command, configuration, file, asked in events(zone, release):
        if code_of(file):
            steps.run(command, configuration, run, file, asked)


if __name__ == "__main__":
    main(*sys.argv[1:])
