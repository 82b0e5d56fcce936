"""Runs the commands for jobs of AWS Batch: awsbsub, awsbstat and the like, on a head node and elsewhere."""

import os
import sys
from pathlib import Path

from parallelcluster2.parts import number
from parallelcluster2.stacks import OUTPUTS_OF_BATCH, PREFIX
from parallelcluster3.batch_cli import JOB_ID, answers, run
from recorder import Recorder
from server import ACCOUNT, REGION, reset
from stacks import given_parameters
from steps import Steps

FIRST_WITH_SEVERAL_NODES = (2, 1, 0)
CLUSTER = "research"
STACK = f"{PREFIX}{CLUSTER}"
BUCKET, FOLDER = "parallelcluster-0123456789abcdef", f"{STACK}-0123456789abcdef"
ENVIRONMENT, QUEUE, DEFINITION, MULTI_NODE = OUTPUTS_OF_BATCH.values()
# AWS Batch names it after the environment, as it has done since 2021.
CONTAINERS = f"arn:aws:ecs:{REGION}:{ACCOUNT}:cluster/AWSBatch-{ENVIRONMENT.split('/')[1]}-{JOB_ID}"
SETTINGS = {
    "region": REGION, "s3_bucket": BUCKET, "artifact_directory": FOLDER, "compute_environment": ENVIRONMENT,
    "job_queue": QUEUE, "job_definition": DEFINITION, "job_definition_mnp": MULTI_NODE, "master_ip": "10.0.0.5",
    "proxy": "NONE",
}


def answers_of_cluster(release):
    """Those of ParallelCluster 3, with the names of this cluster."""
    environment = {"computeEnvironmentName": "x", "computeEnvironmentArn": ENVIRONMENT, "ecsClusterArn": CONTAINERS}
    queue = {"jobQueueArn": QUEUE, "jobQueueName": "q", "priority": 1, "status": "VALID", "statusReason": "x"}
    host = {"containerInstanceArn": "x", "ec2InstanceId": "i-0123456789abcdef0", "status": "ACTIVE", "attributes": [],
            "runningTasksCount": 0, "pendingTasksCount": 0, "registeredResources": [], "remainingResources": []}
    fixed = {"batch.DescribeComputeEnvironments": {"computeEnvironments": [environment]},
             "batch.DescribeJobQueues": {"jobQueues": [queue]},
             "ecs.DescribeContainerInstances": {"containerInstances": [host]},
             "cloudformation.DescribeStacks": {"Stacks": [stack()]}}
    return {**answers(release),
            **{key: given_parameters(lambda _, answer=answer: answer) for key, answer in fixed.items()}}


def stack():
    outputs = {**OUTPUTS_OF_BATCH, "ResourcesS3Bucket": BUCKET, "ArtifactS3RootDirectory": FOLDER,
               "MasterPrivateIP": "10.0.0.5"}
    return {"StackId": f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{STACK}/x", "StackName": STACK,
            "StackStatus": "CREATE_COMPLETE", "Parameters": [],
            "Outputs": [{"OutputKey": key, "OutputValue": value} for key, value in outputs.items()]}


def settings(is_whole):
    """The file of the CLI. Without the section of the cluster it asks the stack."""
    main = f"[main]\ncluster_name = {CLUSTER}\nregion = {REGION}\n"
    lines = [f"{key} = {value}" for key, value in SETTINGS.items()]
    return "\n".join([main, f"[cluster {CLUSTER}]", *lines, ""]) if is_whole else main


def commands(job, release):
    several = [["awsbsub", "-n", "2", "-cf", job]] if number(release) >= FIRST_WITH_SEVERAL_NODES else []
    return [["awsbsub", "-cf", job], *several, ["awsbstat"], ["awsbstat", JOB_ID], ["awsbhosts"], ["awsbqueues"],
            ["awsbout", JOB_ID], ["awsbkill", JOB_ID]]


def main(folder, release):
    folder = Path(folder)
    file = Path(os.environ["HOME"]) / ".parallelcluster" / "awsbatch-cli.cfg"
    file.parent.mkdir(exist_ok=True)
    job = folder / "job.sh"
    job.write_text("echo hi\n")
    reset()
    recorder = Recorder(folder / "calls.jsonl")
    recorder.install(answers_of_cluster(release))
    steps = Steps(folder, recorder, "batch", "instance")
    # On the head node there is a file of the cluster. Elsewhere users have none.
    for is_whole, subject in ((True, "instance"), (False, "user")):
        file.write_text(settings(is_whole))
        for arguments in commands(str(job), release):
            steps.run(arguments[0], "awsbatch", run, arguments, subject=subject)


if __name__ == "__main__":
    main(*sys.argv[1:])
