"""Makes what the configurations of clusters name: a network, file systems, secrets, buckets, roles."""

import base64
import json

import boto3

from answers import PADDING
from server import ACCOUNT, REGION

ROLES = {"HeadNode": "ec2", "Compute": "ec2", "Login": "ec2", "ImageBuilder": "ec2",
         "Lambda": "lambda", "ImageCleanup": "lambda"}
FILES = ("scripts/start.sh", "scripts/configured.sh", "scripts/settings.conf", "component.sh")


def client(service):
    return boto3.client(service, region_name=REGION)


def make():
    """The names and ids of what was made."""
    network = make_network()
    return {"region": REGION, "account": ACCOUNT, **network, **make_storage(network), **make_secrets(network),
            **make_buckets(), **make_roles()}


def make_network():
    ec2 = client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    for attribute in ("EnableDnsHostnames", "EnableDnsSupport"):
        ec2.modify_vpc_attribute(VpcId=vpc, **{attribute: {"Value": True}})
    internet = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=internet, VpcId=vpc)
    subnets = {name: ec2.create_subnet(VpcId=vpc, CidrBlock=block, AvailabilityZone=REGION + zone)["Subnet"]["SubnetId"]
               for name, block, zone in (("public", "10.0.0.0/20", "a"), ("private", "10.0.16.0/20", "a"),
                                         ("other-private", "10.0.32.0/20", "b"))}
    address = ec2.allocate_address(Domain="vpc")
    nat = ec2.create_nat_gateway(
        SubnetId=subnets["public"], AllocationId=ec2.allocate_address(Domain="vpc")["AllocationId"])
    for gateway, names in (({"GatewayId": internet}, ["public"]),
                           ({"NatGatewayId": nat["NatGateway"]["NatGatewayId"]}, ["private", "other-private"])):
        table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
        ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", **gateway)
        for name in names:
            ec2.associate_route_table(RouteTableId=table, SubnetId=subnets[name])
    group = ec2.create_security_group(GroupName="nodes", Description="nodes", VpcId=vpc)["GroupId"]
    for origin in ({"UserIdGroupPairs": [{"GroupId": group}]}, {"IpRanges": [{"CidrIp": "10.0.0.0/16"}]}):
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[{"IpProtocol": "-1", **origin}])
    ec2.create_key_pair(KeyName="mykey")
    return {"vpc": vpc, **subnets, "security-group": group, "address": address["PublicIp"], "key-pair": "mykey",
            "placement-group": "mygroup", "parent-image": parent_image(ec2), "custom-image": custom_image(ec2)}


def parent_image(ec2):
    return next(image["ImageId"] for image in ec2.describe_images(Owners=["amazon"])["Images"]
                if image["Name"].startswith("al2023") and image["Architecture"] == "x86_64")


def custom_image(ec2):
    """An image of one's own, made from the official one."""
    official = next(image["ImageId"] for image in ec2.describe_images(Owners=["amazon"])["Images"]
                    if image["Name"].startswith("aws-parallelcluster-") and image["Architecture"] == "x86_64")
    instance = ec2.run_instances(ImageId=official, MinCount=1, MaxCount=1)["Instances"][0]["InstanceId"]
    image = ec2.create_image(InstanceId=instance, Name="my-image")["ImageId"]
    ec2.terminate_instances(InstanceIds=[instance])
    return image


def make_storage(network):
    ec2, efs, fsx = client("ec2"), client("efs"), client("fsx")
    volume = ec2.create_volume(AvailabilityZone=f"{REGION}a", Size=50)["VolumeId"]
    file_system = efs.create_file_system(CreationToken="x", Encrypted=True)["FileSystemId"]
    for subnet in ("private", "other-private"):
        efs.create_mount_target(FileSystemId=file_system, SubnetId=network[subnet],
                                SecurityGroups=[network["security-group"]])
    point = efs.create_access_point(ClientToken="a", FileSystemId=file_system)["AccessPointId"]
    of_fsx = {kind.lower(): fsx.create_file_system(
        FileSystemType=kind, StorageCapacity=1200, SubnetIds=[network["private"]],
        SecurityGroupIds=[network["security-group"]],
        **({"LustreConfiguration": {"DeploymentType": "SCRATCH_2"}} if kind == "LUSTRE" else {}),
    )["FileSystem"]["FileSystemId"] + PADDING for kind in ("LUSTRE", "ONTAP", "OPENZFS")}
    return {
        "volume": volume, "snapshot": ec2.create_snapshot(VolumeId=volume)["SnapshotId"], **of_fsx,
        "ontap-volume": "fsvol-0123456789abcdef0", "openzfs-volume": "fsvol-0123456789abcdef1",
        "file-cache": "fc-0123456789abcdef0", "backup": "backup-0123456789abcdef0",
        "reservation": "cr-0123456789abcdef0", "block": "cr-0123456789abcdefb",
        "reservations": f"arn:aws:resource-groups:{REGION}:{ACCOUNT}:group/hpc-reservations",
        "efs": file_system, "access-point": point + PADDING, "key": client("kms").create_key()["KeyMetadata"]["Arn"],
    }


def make_secrets(network):
    secrets = client("secretsmanager")
    munge = base64.b64encode(b"k" * 64).decode()
    named = {name: secrets.create_secret(Name=f"hpc/{name}", SecretString=value)["ARN"]
             for name, value in (("password", "x" * 12), ("database-password", "x" * 12), ("munge-key", munge))}
    zone = client("route53").create_hosted_zone(
        Name="hpc.internal.", CallerReference="1", HostedZoneConfig={"PrivateZone": True},
        VPC={"VPCRegion": REGION, "VPCId": network["vpc"]})["HostedZone"]["Id"].split("/")[-1]
    return {**named, "zone": zone}


def make_buckets():
    s3 = client("s3")
    for bucket in ("my-data", "my-artifacts", "my-logs"):
        s3.create_bucket(Bucket=bucket)
    s3.put_bucket_versioning(Bucket="my-artifacts", VersioningConfiguration={"Status": "Enabled"})
    s3.put_bucket_policy(Bucket="my-logs", Policy=document([]))
    for key in FILES:
        s3.put_object(Bucket="my-data", Key=key, Body=b"#!/bin/sh\n")
    return {"data": "my-data", "artifacts": "my-artifacts", "logs": "my-logs"}


def make_roles():
    iam, made = client("iam"), {}
    for name, service in ROLES.items():
        trust = [{"Effect": "Allow", "Principal": {"Service": f"{service}.amazonaws.com"}, "Action": "sts:AssumeRole"}]
        whole = {"RoleName": f"Hpc{name}", "Path": "/parallelcluster/"}
        made[f"role-{name}"] = iam.create_role(**whole, AssumeRolePolicyDocument=document(trust))["Role"]["Arn"]
        if service == "ec2":
            profile = iam.create_instance_profile(InstanceProfileName=f"Hpc{name}", Path="/parallelcluster/")
            made[f"profile-{name}"] = profile["InstanceProfile"]["Arn"]
            iam.add_role_to_instance_profile(InstanceProfileName=f"Hpc{name}", RoleName=f"Hpc{name}")
    for key, name, action in (("policy", "MyAdditional", "s3:ListAllMyBuckets"), ("boundary", "MyBoundary", "*")):
        statement = {"Effect": "Allow", "Action": action, "Resource": "*"}
        made[key] = iam.create_policy(PolicyName=name, PolicyDocument=document([statement]))["Policy"]["Arn"]
    return made


def document(statements):
    return json.dumps({"Version": "2012-10-17", "Statement": statements})
