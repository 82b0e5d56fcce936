"""Runs the commands of the AWS Batch CLI: awsbsub, awsbstat and the like, as on a head node of a cluster."""

import importlib
import os
import shlex
import sys
from pathlib import Path

from recorder import Recorder
from server import ACCOUNT, REGION, reset
from stacks import OUTPUTS, given_parameters
from steps import Steps

JOB_ID = "11111111-2222-3333-4444-555555555555"
BUCKET = "parallelcluster-89e4e5f1cd12e98b-v1-do-not-delete"
ARTIFACTS = "parallelcluster/{release}/clusters/batch-0123456789abcdef"
REQUIREMENTS = "aws-parallelcluster-awsbatch-cli<2.0.0"
ENVIRONMENT, QUEUE, DEFINITION = (
    OUTPUTS[f"Batch{each}Arn"] for each in ("ComputeEnvironment", "JobQueue", "JobDefinition"))
CONTAINERS = "AWSBatch-PclusterComputeEnviron-x_Batch_1"
INSTANCE = "i-0123456789abcdef0"
RESOURCES = [{"name": "CPU", "integerValue": 1024}, {"name": "MEMORY", "integerValue": 1024}]
JOB = {
    "jobId": JOB_ID, "jobName": "j", "jobQueue": QUEUE, "jobDefinition": f"{DEFINITION}:1", "status": "RUNNING",
    "startedAt": 1, "createdAt": 1, "attempts": [],
    "container": {"command": ["x"], "logStreamName": "PclusterJobDefinition-x/default/1", "containerInstanceArn": "x",
                  "vcpus": 1, "memory": 1},
}


def answers(release):
    """What AWS Batch, ECS and the stack of a cluster would answer."""
    fixed = {
        "batch.SubmitJob": {"jobId": JOB_ID, "jobName": "j"},
        "batch.DescribeJobs": {"jobs": [JOB]},
        "batch.TerminateJob": {},
        "batch.ListJobs": {"jobSummaryList": [
            {"jobId": JOB_ID, "jobName": "j", "status": "RUNNING", "createdAt": 1}]},
        "batch.DescribeJobQueues": {"jobQueues": [{
            "jobQueueName": "q", "jobQueueArn": QUEUE, "state": "ENABLED", "status": "VALID", "priority": 1,
            "statusReason": "x", "computeEnvironmentOrder": []}]},
        "batch.DescribeComputeEnvironments": {"computeEnvironments": [{
            "computeEnvironmentName": "x", "computeEnvironmentArn": ENVIRONMENT,
            "ecsClusterArn": f"arn:aws:ecs:{REGION}:{ACCOUNT}:cluster/{CONTAINERS}"}]},
        "ecs.ListContainerInstances": {"containerInstanceArns": [
            f"arn:aws:ecs:{REGION}:{ACCOUNT}:container-instance/{CONTAINERS}/1"]},
        "ecs.DescribeContainerInstances": {"containerInstances": [{
            "containerInstanceArn": "x", "ec2InstanceId": INSTANCE, "runningTasksCount": 0, "pendingTasksCount": 0,
            "status": "ACTIVE", "attributes": [{"name": "ecs.instance-type", "value": "c5.large"}],
            "registeredResources": RESOURCES, "remainingResources": RESOURCES}]},
        "ec2.DescribeInstances": {"Reservations": [{"Instances": [{
            "InstanceId": INSTANCE, "InstanceType": "c5.large", "PrivateIpAddress": "10.0.0.1", "PublicIpAddress": "",
            "PublicDnsName": "", "PrivateDnsName": "x"}]}]},
        "logs.GetLogEvents": {"events": [{"timestamp": 1, "message": "x"}], "nextForwardToken": "x",
                              "nextBackwardToken": "y"},
        "s3.PutObject": {},
        "cloudformation.DescribeStacks": {"Stacks": [stack(release)]},
    }
    return {operation: given_parameters(lambda _, answer=answer: answer) for operation, answer in fixed.items()}


def stack(release):
    outputs = {"BatchComputeEnvironmentArn": ENVIRONMENT, "BatchJobQueueArn": QUEUE,
               "BatchJobDefinitionArn": DEFINITION, "HeadNodePrivateIP": "10.0.0.5",
               "BatchCliRequirements": REQUIREMENTS}
    parameters = {"ResourcesS3Bucket": BUCKET, "ArtifactS3RootDirectory": ARTIFACTS.format(release=release),
                  "Scheduler": "awsbatch"}
    return {"StackId": f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/batch/x", "StackName": "batch",
            "StackStatus": "CREATE_COMPLETE",
            "Outputs": [{"OutputKey": key, "OutputValue": value} for key, value in outputs.items()],
            "Parameters": [{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()]}


def settings(release, is_whole):
    """The file of the CLI. Without the section of the cluster it asks the stack."""
    main = f"[main]\ncluster_name = batch\nregion = {REGION}\n"
    cluster = {
        "region": REGION, "s3_bucket": BUCKET, "artifact_directory": ARTIFACTS.format(release=release),
        "batch_cli_requirements": REQUIREMENTS, "compute_environment": ENVIRONMENT, "job_queue": QUEUE,
        "job_definition": DEFINITION, "head_node_ip": "10.0.0.5", "proxy": "NONE",
    }
    lines = [f"{key} = {value}" for key, value in cluster.items()]
    return "\n".join([main, "[cluster batch]", *lines, ""]) if is_whole else main


def commands(job):
    return [["awsbsub", "-cf", job, "-e", "HOME"], ["awsbstat"], ["awsbstat", JOB_ID], ["awsbhosts"], ["awsbqueues"],
            ["awsbout", JOB_ID], ["awsbkill", JOB_ID]]


def run(arguments):
    """The program itself."""
    # The CLI quotes words with a module that Python has lost with 3.13. Another has the same function.
    sys.modules.setdefault("pipes", shlex)
    sys.argv = arguments
    importlib.import_module(f"awsbatch.{arguments[0]}").main()


def main(folder, release):
    folder = Path(folder)
    file = Path(os.environ["HOME"]) / ".parallelcluster" / "awsbatch-cli.cfg"
    file.parent.mkdir(exist_ok=True)
    job = folder / "job.sh"
    job.write_text("echo hi\n")
    reset()
    recorder = Recorder(folder / "calls.jsonl")
    recorder.install(answers(release))
    steps = Steps(folder, recorder, "batch", "head-node")
    for is_whole in (True, False):
        file.write_text(settings(release, is_whole))
        for arguments in commands(str(job)):
            steps.run(arguments[0], "batch", run, arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
