"""Runs the daemons of a head node and of a compute node, once each, with a Slurm of scripts."""

import importlib
import json
import logging
import os
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

import boto3

import answers
from parallelcluster3.scheduler import Scheduler, node
from recorder import Recorder
from server import REGION, reset
from steps import Steps

CLUSTER = "research"
DOMAIN = f"{CLUSTER}.pcluster."
TABLE = f"parallelcluster-slurm-{CLUSTER}"
BLOCK = "cr-0123456789abcdefb"
HEARTBEAT = "%Y-%m-%d %H:%M:%S.%f%z"
SECONDS_FOR_TASKS = 2
# Static nodes that are down, each of another way to launch it, and a dynamic one whose instance must end.
DOWN = ("q1-st-c1-1", "q1-st-c2-1")
ENDING = "q1-dy-c1-2"
RESUMED = ("q1-dy-c1-3", "q1-dy-c2-2")


class HeadNode:
    """A head node: files of settings, launch templates, a table and a zone."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        self.ec2 = boto3.client("ec2", region_name=REGION)
        vpc = self.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.subnet = self.ec2.create_subnet(
            VpcId=vpc, CidrBlock="10.0.0.0/20", AvailabilityZone=f"{REGION}a")["Subnet"]["SubnetId"]
        self.image = self.ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
        self.instances = [self.instance() for _ in range(3)]
        for name in ("c1", "c2"):
            self.ec2.create_launch_template(
                LaunchTemplateName=f"{CLUSTER}-q1-{name}", LaunchTemplateData=self.template("c5.xlarge"))
        self.table()
        self.zone = boto3.client("route53").create_hosted_zone(
            Name=DOMAIN, CallerReference="x")["HostedZone"]["Id"].split("/")[-1]
        self.scheduler = Scheduler(folder / "slurm")
        self.write("fleet.json", json.dumps({"q1": self.fleet()}))
        self.write("slurm/etc/pcluster/parallelcluster_partition_nodelist_mapping.json", json.dumps({"q1": "q1-[1-9]"}))
        # Older releases know the types by the names of compute resources.
        self.write("types.json", json.dumps({"q1": dict.fromkeys(("c1", "c2", "c3"), "c5.xlarge")}))
        self.write("nodename", ENDING)
        names = ",".join(RESUMED)
        job = {"job_id": 1, "oversubscribe": "NO", "nodes_alloc": names, "nodes_resume": names}
        self.write("resume.json", json.dumps({"jobs": [job], "all_nodes_resume": names}))

    def tags(self):
        tags = {"parallelcluster:cluster-name": CLUSTER, "parallelcluster:node-type": "Compute",
                "parallelcluster:queue-name": "q1"}
        return [{"ResourceType": "instance", "Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}]

    def template(self, kind):
        return {"ImageId": self.image, "InstanceType": kind, "TagSpecifications": self.tags(),
                "NetworkInterfaces": [{"DeviceIndex": 0, "SubnetId": self.subnet}]}

    def instance(self):
        return self.ec2.run_instances(
            ImageId=self.image, MinCount=1, MaxCount=1, InstanceType="c5.xlarge", SubnetId=self.subnet,
            TagSpecifications=self.tags())["Instances"][0]

    def table(self):
        """The table of nodes: the instances that nodes had."""
        tables = boto3.resource("dynamodb", region_name=REGION)
        tables.create_table(TableName=TABLE, BillingMode="PAY_PER_REQUEST",
                            KeySchema=[{"AttributeName": "Id", "KeyType": "HASH"}],
                            AttributeDefinitions=[{"AttributeName": "Id", "AttributeType": "S"}])
        for name, instance in zip((*DOWN, ENDING), self.instances):
            tables.Table(TABLE).put_item(Item={"Id": name, "InstanceId": instance["InstanceId"]})

    def fleet(self):
        """How each compute resource of the queue is launched."""
        one, networking = [{"InstanceType": "c5.xlarge"}], {"SubnetIds": [self.subnet]}
        return {
            "c1": {"Api": "run-instances", "Instances": one, "CapacityType": "on-demand", "Networking": networking},
            "c2": {"Api": "create-fleet", "Instances": [*one, {"InstanceType": "c5a.xlarge"}], "CapacityType": "spot",
                   "AllocationStrategy": "lowest-price", "MaxPrice": 1, "Networking": networking},
            "c3": {"Api": "run-instances", "Instances": one, "CapacityType": "capacity-block", "Networking": networking,
                   "CapacityReservationId": BLOCK},
        }

    def write(self, name, text):
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return str(file)

    def settings(self, section, **more):
        """The file of settings of a daemon."""
        values = {
            "region": REGION, "cluster_name": CLUSTER, "dynamodb_table": TABLE, "hosted_zone": self.zone,
            "dns_domain": DOMAIN, "head_node_private_ip": "10.0.0.5", "head_node_hostname": "ip-10-0-0-5",
            "instance_id": "i-0123456789abcdef0", "fleet_config_file": self.folder / "fleet.json",
            "instance_type_mapping": self.folder / "types.json",
            "heartbeat_file_path": self.folder / "heartbeat", "slurm_nodename_file": self.folder / "nodename",
            "clustermgtd_heartbeat_file_path": self.folder / "heartbeat", "compute_console_wait_time": 0,
            "orphaned_instance_timeout": 0, **more}
        lines = [f"{key} = {value}" for key, value in values.items()]
        # The daemon of compute nodes reads one value from the section of another daemon.
        other = ["[clustermgtd]", "boto3_retry = 1"] if section == "computemgtd" else []
        return self.write(f"{section}.conf", "\n".join([f"[{section}]", *lines, *other, ""]))

    def beat(self, at):
        self.write("heartbeat", at.strftime(HEARTBEAT))

    def variables(self, section):
        programs = self.scheduler.programs
        return {"CONFIG_FILE": self.settings(section), "SLURM_BINARIES_DIR": str(programs),
                "SLURM_RESUME_FILE": str(self.folder / "resume.json"),
                "PATH": f"{programs}:{os.environ['PATH']}"}


class Over(BaseException):
    """Ends a daemon after one round."""


def one_round(module):
    """Runs a daemon that would go on for ever."""
    daemon = daemon_module(module)

    sleep, time.sleep = time.sleep, lambda _: None

    def rest(*_):
        # Tasks that were handed to threads come to their end.
        sleep(SECONDS_FOR_TASKS)
        raise Over

    daemon.sleep_remaining_loop_time = rest
    try:
        getattr(daemon, f"_run_{module}")(os.environ["CONFIG_FILE"])
    except Over:
        pass


def daemon_module(module):
    """The module of a daemon, which asks the scheduler of scripts and never ends the machine that it runs on."""
    commands = importlib.import_module("common.schedulers.slurm_commands")
    programs = os.environ["SLURM_BINARIES_DIR"]
    commands.SCONTROL, commands.SINFO = f"{programs}/sudo scontrol", f"{programs}/sinfo"
    daemon = importlib.import_module(f"slurm_plugin.{module}")
    if module == "computemgtd":
        daemon.run_command = print
    return daemon


def program(module, *arguments):
    sys.argv = [module, *arguments]
    # The files of logs would lie outside of the recording.
    logging.basicConfig = lambda **_: None
    daemon_module(module).main()


def main(folder, _):
    folder = Path(folder)
    reset()
    head = HeadNode(folder / "node")
    recorder = Recorder(folder / "calls.jsonl")
    recorder.install(answers.answers({}), answers.states())
    steps = Steps(folder, recorder, "node", "head-node")

    def step(module, section, function, *arguments, **options):
        steps.run(module, "plain", function, *arguments, variables=head.variables(section), **options)

    ending = head.instances[2]
    nodes = {name: node(name, "DOWN+CLOUD", reason="x") for name in DOWN}
    nodes[ENDING] = node(ENDING, "DOWN+CLOUD", ending["PrivateIpAddress"], ending["InstanceId"], "x")
    head.scheduler.show(nodes)
    step("clustermgtd", "clustermgtd", one_round, "clustermgtd")
    head.scheduler.show({name: node(name, "ALLOCATED+CLOUD+NOT_RESPONDING+POWERING_UP") for name in RESUMED})
    head.beat(datetime.now(tz=timezone.utc))
    step("slurm_resume", "slurm_resume", program, "resume", ",".join(RESUMED))
    step("slurm_suspend", "slurm_suspend", program, "suspend", ",".join(RESUMED))
    head.beat(datetime(2026, 1, 1, tzinfo=timezone.utc))
    head.scheduler.show({ENDING: nodes[ENDING]})
    step("computemgtd", "computemgtd", one_round, "computemgtd", subject="compute-node")
    head.scheduler.show(nodes, status="STOPPED")
    step("clustermgtd", "clustermgtd", one_round, "clustermgtd")
    head.instance()
    stop = head.write("status.json", json.dumps({"status": "STOP_REQUESTED"}))
    step("slurm_fleet_status_manager", "slurm_fleet_status_manager", program, "fleet_status_manager", "-cf", stop)


if __name__ == "__main__":
    main(*sys.argv[1:])
