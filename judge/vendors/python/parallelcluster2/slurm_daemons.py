"""Runs the daemons of Slurm on a head node and on a compute node, once each, with a Slurm of scripts."""

import importlib
import json
import os
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

import boto3

import answers as shared
from parallelcluster2.made import pairs, table
from parallelcluster2.stacks import PREFIX
from parallelcluster3.scheduler import Scheduler, node
from recorder import Recorder
from server import REGION, reset
from steps import Steps

CLUSTER = "research"
STACK, DOMAIN = f"{PREFIX}{CLUSTER}", f"{CLUSTER}.pcluster"
KIND = "c5.xlarge"
HEARTBEAT = "%Y-%m-%d %H:%M:%S.%f%z"
# A static node that is down, a dynamic one whose instance must end, and one that a job asks for.
DOWN, ENDING, RESUMED = "q1-st-c5xlarge-1", "q1-dy-c5xlarge-1", "q1-dy-c5xlarge-2"
SECTIONS = ("clustermgtd", "slurm_resume", "slurm_suspend", "computemgtd")


class HeadNode:
    """A head node: files of settings, a launch template, a table and a zone."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        self.ec2 = boto3.client("ec2", region_name=REGION)
        vpc = self.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.subnet = self.ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/20")["Subnet"]["SubnetId"]
        self.image = self.ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
        self.instance = self.launched()
        self.ec2.create_launch_template(LaunchTemplateName=f"{CLUSTER}-q1-{KIND}", LaunchTemplateData={
            "ImageId": self.image, "InstanceType": KIND, "TagSpecifications": self.tags(),
            "NetworkInterfaces": [{"DeviceIndex": 0, "SubnetId": self.subnet}]})
        table(STACK, "Id", [{"Id": "COMPUTE_FLEET", "Status": "RUNNING"}])
        zone = boto3.client("route53").create_hosted_zone(Name=DOMAIN, CallerReference="x")
        self.zone = zone["HostedZone"]["Id"].split("/")[-1]
        self.scheduler = Scheduler(folder / "slurm")
        (folder / "types.json").write_text(json.dumps({"c5xlarge": KIND}))
        (folder / "nodename").write_text(ENDING)
        for section in SECTIONS:
            (folder / f"parallelcluster_{section}.conf").write_text(self.settings(section))

    def tags(self):
        tags = {"Application": STACK, "ClusterName": CLUSTER, "aws-parallelcluster-node-type": "Compute"}
        return [{"ResourceType": "instance", "Tags": pairs(tags)}]

    def launched(self):
        return self.ec2.run_instances(ImageId=self.image, MinCount=1, MaxCount=1, InstanceType=KIND,
                                      SubnetId=self.subnet, TagSpecifications=self.tags())["Instances"][0]

    def settings(self, section):
        """The file of settings of a daemon."""
        values = {
            "region": REGION, "cluster_name": CLUSTER, "dynamodb_table": STACK, "hosted_zone": self.zone,
            "dns_domain": DOMAIN, "master_private_ip": "10.0.0.5", "master_hostname": "ip-10-0-0-5",
            "instance_type_mapping": self.folder / "types.json", "heartbeat_file_path": self.folder / "heartbeat",
            "slurm_nodename_file": self.folder / "nodename", "orphaned_instance_timeout": 0,
            "clustermgtd_heartbeat_file_path": self.folder / "heartbeat"}
        lines = [f"{key} = {value}" for key, value in values.items()]
        # The daemon of compute nodes reads one value from the section of another daemon.
        other = ["[clustermgtd]", "boto3_retry = 1"] if section == "computemgtd" else []
        return "\n".join([f"[{section}]", *lines, *other, ""])

    def beat(self, at):
        (self.folder / "heartbeat").write_text(at.strftime(HEARTBEAT))

    def status(self, status):
        boto3.resource("dynamodb", region_name=REGION).Table(STACK).put_item(
            Item={"Id": "COMPUTE_FLEET", "Status": status})


class Over(BaseException):
    """Ends a daemon after one round."""


def rest(*_):
    raise Over


def daemon_module(module, head):
    """The module of a daemon, which asks the scheduler of scripts and reads the files of this head node."""
    programs = head.scheduler.programs
    commands = importlib.import_module("common.schedulers.slurm_commands")
    commands.SCONTROL, commands.SINFO = f"{programs}/scontrol", f"{programs}/sinfo"
    daemon = importlib.import_module(f"slurm_plugin.{module}")
    daemon.CONFIG_FILE_DIR = str(head.folder)
    daemon.COMPUTEMGTD_CONFIG_PATH = f"{head.folder}/parallelcluster_computemgtd.conf"
    daemon.get_metadata = lambda _: head.instance["InstanceId"]
    daemon.sleep_remaining_loop_time = rest
    time.sleep = lambda _: None
    return daemon


def one_round(module, head):
    """Runs a daemon that would go on for ever."""
    try:
        getattr(daemon_module(module, head), f"_run_{module}")()
    except Over:
        pass


def program(module, head, nodes):
    daemon = daemon_module(module, head)
    # Its log is of a folder that only nodes have.
    daemon.logging.basicConfig = lambda **_: None
    sys.argv = [module, nodes]
    daemon.main()


def main(folder, _):
    folder = Path(folder)
    reset()
    head = HeadNode(folder / "slurm-node")
    recorder = Recorder(folder / "calls.jsonl")
    recorder.install(shared.answers({}), shared.states())
    steps = Steps(folder, recorder, "node", "instance")
    path = {"PATH": f"{head.scheduler.programs}:{os.environ['PATH']}"}
    nodes = {DOWN: node(DOWN, "DOWN+CLOUD", reason="x"),
             ENDING: node(ENDING, "DOWN+CLOUD", head.instance["PrivateIpAddress"], "x")}
    head.scheduler.show(nodes)
    steps.run("clustermgtd", "slurm", one_round, "clustermgtd", head, variables=path)
    head.scheduler.show({RESUMED: node(RESUMED, "ALLOCATED+CLOUD")})
    head.beat(datetime.now(tz=timezone.utc))
    for module in ("resume", "suspend"):
        steps.run(module, "slurm", program, module, head, RESUMED, variables=path)
    head.beat(datetime(2026, 1, 1, tzinfo=timezone.utc))
    head.instance = head.launched()
    head.scheduler.show({ENDING: nodes[ENDING]})
    steps.run("computemgtd", "slurm", one_round, "computemgtd", head, variables=path)
    for status in ("STOP_REQUESTED", "START_REQUESTED"):
        head.status(status)
        steps.run("clustermgtd", "slurm", one_round, "clustermgtd", head, variables=path)


if __name__ == "__main__":
    main(*sys.argv[1:])
