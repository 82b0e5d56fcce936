"""Leaves in moto what a cluster or an image would have that CloudFormation has made."""

import time

import boto3
from botocore.exceptions import ClientError

from server import REGION


def client(service):
    return boto3.client(service, region_name=REGION)


class Made:
    """Of one release, on one estate. System: the operating system of its clusters."""

    def __init__(self, estate, stacks, release, system):
        self.estate, self.stacks, self.release, self.system = estate, stacks, release, system

    def cluster(self, name, pools=()):
        _, stack = self.stacks.find(name)
        head = self.instance(name, "HeadNode", Name="HeadNode")
        self.instance(name, "Compute", **{"parallelcluster:queue-name": "q1"})
        if "HeadNode" in stack["resources"]:
            stack["resources"]["HeadNode"]["id"] = head
            self.stacks.change(name, resources=stack["resources"])
        fleet_status(f"parallelcluster-{name}")
        if stack["parameters"].get("ClusterCWLogGroup"):
            log_group(stack["parameters"]["ClusterCWLogGroup"], "ip-10-0-0-1.i-1.cfn-init")
        for pool in pools:
            self.instance(name, "LoginNode", **{"parallelcluster:login-nodes-pool": pool})
            self.balancer(name, pool)

    def instance(self, cluster, node, **tags):
        tags = {"parallelcluster:cluster-name": cluster, "parallelcluster:node-type": node,
                "parallelcluster:attributes": f"{self.system}, slurm, {self.release}, x86_64",
                "parallelcluster:version": self.release, **tags}
        return client("ec2").run_instances(
            ImageId=self.estate["parent-image"], MinCount=1, MaxCount=1, InstanceType="c5.large",
            SubnetId=self.estate["private"], TagSpecifications=[{"ResourceType": "instance", "Tags": pairs(tags)}],
        )["Instances"][0]["InstanceId"]

    def balancer(self, cluster, pool):
        balancing, name = client("elbv2"), f"{cluster}-{pool}"[:20]
        tags = pairs({"parallelcluster:cluster-name": cluster, "parallelcluster:login-nodes-pool": pool})
        balancer = balancing.create_load_balancer(
            Name=name, Type="network", Subnets=[self.estate["private"]], Tags=tags)
        group = balancing.create_target_group(Name=name, Protocol="TCP", Port=22, VpcId=self.estate["vpc"])
        balancing.create_listener(
            LoadBalancerArn=balancer["LoadBalancers"][0]["LoadBalancerArn"], Protocol="TCP", Port=22,
            DefaultActions=[{"Type": "forward", "TargetGroupArn": group["TargetGroups"][0]["TargetGroupArn"]}])

    def image_logs(self, name):
        log_group(f"/aws/imagebuilder/ParallelClusterImage-{name}", f"{self.release}/1")

    def image(self, name):
        """An image that is ready: its stack is gone."""
        ec2, (_, stack) = client("ec2"), self.stacks.find(name)
        instance = ec2.run_instances(ImageId=self.estate["parent-image"], MinCount=1, MaxCount=1)
        ids = [instance["Instances"][0]["InstanceId"]]
        image = ec2.create_image(InstanceId=ids[0], Name=name)["ImageId"]
        ec2.terminate_instances(InstanceIds=ids)
        ec2.create_tags(Resources=[image], Tags=[*stack["tags"], *pairs({"parallelcluster:build_status": "available"})])
        self.stacks.forget(name)


def pairs(tags):
    return [{"Key": key, "Value": value} for key, value in tags.items()]


def fleet_status(table):
    tables = boto3.resource("dynamodb", region_name=REGION)
    tables.create_table(TableName=table, BillingMode="PAY_PER_REQUEST",
                        KeySchema=[{"AttributeName": "Id", "KeyType": "HASH"}],
                        AttributeDefinitions=[{"AttributeName": "Id", "AttributeType": "S"}])
    data = {"status": "RUNNING", "lastStatusUpdatedTime": "2026-11-01 00:00:00+00:00"}
    tables.Table(table).put_item(Item={"Id": "COMPUTE_FLEET", "Data": data})


def log_group(group, stream):
    logs = client("logs")
    try:
        logs.create_log_group(logGroupName=group)
        logs.create_log_stream(logGroupName=group, logStreamName=stream)
    except ClientError:
        pass
    event = {"timestamp": int(time.time() * 1000), "message": "hello"}
    logs.put_log_events(logGroupName=group, logStreamName=stream, logEvents=[event])
