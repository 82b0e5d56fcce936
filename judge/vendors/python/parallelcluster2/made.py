"""Leaves in moto what a cluster would have that CloudFormation has made."""

import boto3

from parallelcluster2.stacks import PREFIX, group_of, outputs_of
from server import REGION


def client(service):
    return boto3.client(service, region_name=REGION)


def cluster(stacks, estate, name):
    """The instances, the table or the group of a cluster. The ids that its stack tells."""
    stack_name = f"{PREFIX}{name}"
    (stack,) = stacks.describe({"StackName": stack_name})["Stacks"]
    head = instance(estate, stack_name, name, "Master")
    _, known = stacks.find(stack_name)
    known["resources"]["MasterServer"]["id"] = head
    stacks.change(stack_name, resources=known["resources"])
    outputs = outputs_of(stack)
    if "BatchComputeEnvironmentArn" in outputs:
        return
    compute = instance(estate, stack_name, name, "Compute")
    if "ASGName" in outputs:
        group(estate, stack_name, compute)
        table(stack_name, "instanceId", [])
    else:
        table(stack_name, "Id", [{"Id": "COMPUTE_FLEET", "Status": "RUNNING"}, {"Id": "CLUSTER_CONFIG"}])


def instance(estate, stack_name, name, node):
    tags = {"Application": stack_name, "Name": node, "ClusterName": name, "aws-parallelcluster-node-type": node}
    return client("ec2").run_instances(
        ImageId=estate["parent-image"], MinCount=1, MaxCount=1, InstanceType="c5.large", SubnetId=estate["private"],
        TagSpecifications=[{"ResourceType": "instance", "Tags": pairs(tags)}])["Instances"][0]["InstanceId"]


def pairs(tags):
    return [{"Key": key, "Value": value} for key, value in tags.items()]


def group(estate, stack_name, of_instance):
    name, scaling = group_of(stack_name), client("autoscaling")
    tags = {"aws:cloudformation:stack-name": stack_name, "aws:cloudformation:logical-id": "ComputeFleet"}
    scaling.create_auto_scaling_group(
        AutoScalingGroupName=name, MinSize=0, MaxSize=4, DesiredCapacity=0, InstanceId=of_instance,
        VPCZoneIdentifier=estate["private"],
        Tags=[{**tag, "PropagateAtLaunch": False, "ResourceId": name, "ResourceType": "auto-scaling-group"}
              for tag in pairs(tags)])
    scaling.attach_instances(InstanceIds=[of_instance], AutoScalingGroupName=name)


def table(name, key, items):
    tables = boto3.resource("dynamodb", region_name=REGION)
    tables.create_table(TableName=name, BillingMode="PAY_PER_REQUEST",
                        KeySchema=[{"AttributeName": key, "KeyType": "HASH"}],
                        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"}])
    for item in items:
        tables.Table(name).put_item(Item=item)
