"""Runs the daemons of clusters that scale by an Auto Scaling group: jobwatcher, nodewatcher, sqswatcher, once each."""

import importlib
import json
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import boto3
from botocore.config import Config

import answers as shared
from parallelcluster2 import estate, made
from parallelcluster2.stacks import PREFIX, ClusterStacks, group_of
from recorder import Recorder
from server import REGION, reset
from steps import Steps

CLUSTER = "research"
STACK = f"{PREFIX}{CLUSTER}"
KIND = "c5.xlarge"
ON_FLEET, GROWN = 0, 2


class Over(BaseException):
    """Ends a daemon after one round."""


def rest(*_):
    raise Over


class Scheduler:
    """Has a job that waits, and nodes without one."""

    def init(self):
        pass

    def get_busy_nodes(self, *_):
        return ON_FLEET

    def get_required_nodes(self, *_):
        return GROWN

    def is_node_down(self, *_):
        return False

    def has_jobs(self, *_):
        return False

    def has_pending_jobs(self, *_):
        return False, False

    def lock_host(self, *_):
        pass

    def update_cluster(self, _max_size, _user, events, *_):
        return [], list(events)


class Daemons:
    """The modules of one release, with their scheduler and without the instance that they run on."""

    def __init__(self, instance):
        self.instance = instance
        self.settings = {
            "region": REGION, "scheduler": "sge", "stack_name": STACK, "pcluster_dir": "/opt/parallelcluster",
            "proxy_config": Config(), "instance_types_data": {}, "scaledown_idletime": 1, "sqsqueue": STACK,
            "table_name": STACK, "cluster_user": "ec2-user", "max_processed_messages": 10,
        }

    def module(self, name):
        # Keys of other hosts: there are none, and no library for them.
        sys.modules["common.ssh_keyscan"] = SimpleNamespace(update_ssh_known_hosts=lambda *_: None)
        daemon = importlib.import_module(f"{name}.{name}")
        daemon.load_module = lambda _: Scheduler()
        daemon._get_config = lambda: SimpleNamespace(**self.settings)
        daemon.get_metadata = daemon._get_metadata = lambda path: KIND if path == "instance-type" else self.instance
        daemon.get_instance_properties = self.with_slots(daemon)
        daemon.sleep_remaining_loop_time = rest
        time.sleep = lambda _: None
        return daemon

    def with_slots(self, daemon):
        """The properties of a type, with a file that only nodes have."""
        common = importlib.import_module(daemon.get_instance_properties.__module__)
        common._read_cfnconfig = lambda: {"cfn_scheduler_slots": "vcpus"}
        return daemon.get_instance_properties


def one_round(daemons, name):
    """Runs a daemon that would go on for ever, and that starts again after each error."""
    daemon = daemons.module(name)
    if name == "nodewatcher":
        rounds = iter([None])
        daemon.sleep_remaining_loop_time = lambda *_: next(rounds, None)
        daemon._init_idletime = lambda: 1
        daemon._store_idletime = print
    try:
        daemon.main.__wrapped__()
    except Over:
        pass


def of_this_server(client, original, operation, asked):
    """The daemon names the address of the service itself."""
    return original(boto3.client("sqs", region_name=client.meta.region_name), operation, asked)


def queue_answers():
    operations = ("GetQueueUrl", "ReceiveMessage", "DeleteMessage", "SendMessage")
    return {f"sqs.{operation}": lambda client, original, asked, operation=operation:
            of_this_server(client, original, operation, asked) for operation in operations}


def send(instance):
    """What new instances and Auto Scaling tell the head node."""
    sqs = boto3.client("sqs", region_name=REGION)
    url = sqs.create_queue(QueueName=STACK)["QueueUrl"]
    ready = {"Event": "parallelcluster:COMPUTE_READY", "EC2InstanceId": instance, "EC2InstanceType": KIND, "Slots": 4,
             "LocalHostname": "ip-10-0-0-9.ec2.internal"}
    ended = {"Event": "autoscaling:EC2_INSTANCE_TERMINATE", "EC2InstanceId": "i-0123456789abcdef1"}
    unknown = {**ended, "EC2InstanceId": "i-0123456789abcdef2"}
    for message in (ready, ended, unknown):
        sqs.send_message(QueueUrl=url, MessageBody=json.dumps({"Message": json.dumps(message)}))
    boto3.resource("dynamodb", region_name=REGION).Table(STACK).put_item(
        Item={"instanceId": "i-0123456789abcdef1", "hostname": "ip-10-0-0-10"})


def main(folder, release):
    folder = Path(folder)
    reset()
    account = estate.make()
    stacks = ClusterStacks(folder / "stacks-of-daemons.json")
    parameters = {"Scheduler": "sge", "ComputeInstanceType": KIND}
    stacks.create({"StackName": STACK, "Tags": made.pairs({"Version": release}), "Parameters": [
        {"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()]})
    for _ in range(2):
        stacks.describe({"StackName": STACK})
    made.cluster(stacks, account, CLUSTER)
    scaling = boto3.client("autoscaling", region_name=REGION)
    (group,) = scaling.describe_auto_scaling_groups(AutoScalingGroupNames=[group_of(STACK)])["AutoScalingGroups"]
    instance = group["Instances"][0]["InstanceId"]
    send(instance)
    recorder = Recorder(folder / "calls.jsonl")
    recorder.install({**queue_answers(), **stacks.answers()}, shared.states())
    steps = Steps(folder, recorder, "node", "instance")
    for name in ("jobwatcher", "sqswatcher", "nodewatcher"):
        steps.run(name, "sge", one_round, Daemons(instance), name)


if __name__ == "__main__":
    main(*sys.argv[1:])
