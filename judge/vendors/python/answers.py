"""Answers in place of moto, where it does not know an operation or answers otherwise than AWS."""

import boto3
from botocore.exceptions import ClientError

from server import ACCOUNT, REGION
from stacks import given_parameters

NETWORK_INTERFACE = "eni-0123456789abcdef0"
# The ids of FSx and of access points have 17 digits, those of moto have 8.
PADDING = "0" * 9


def answers(estate):
    """Answers about what the estate has."""
    alone = {
        "ec2.DescribePlacementGroups": placement_groups,
        "ec2.DescribeCapacityReservations": capacity_reservations,
        "ec2.DescribeCapacityBlockStatus": lambda _: {"CapacityBlockStatuses": []},
        "ec2.DescribeNetworkInterfaces": lambda asked: network_interfaces(estate, asked),
        "ec2.GetConsoleOutput": lambda asked: {"InstanceId": asked["InstanceId"], "Output": "x"},
        "fsx.DescribeVolumes": lambda asked: volumes(estate, asked),
        "fsx.DescribeStorageVirtualMachines": storage_virtual_machines,
        "fsx.DescribeFileCaches": lambda asked: file_caches(estate, asked),
        "fsx.DescribeDataRepositoryAssociations":
            lambda asked: {"Associations": [{"AssociationId": each} for each in asked.get("AssociationIds", [])]},
        "fsx.DescribeBackups":
            lambda asked: {"Backups": [{"BackupId": each, "Lifecycle": "AVAILABLE"} for each in asked["BackupIds"]]},
        "resource-groups.ListGroupResources": group_resources,
        "resource-groups.GetGroupConfiguration": group_configuration,
        # Moto obeys the policy of this bucket, which denies all that comes without TLS.
        "s3.PutBucketPolicy": lambda _: {},
    }
    return {
        **{key: given_parameters(function) for key, function in alone.items()},
        "ec2.RunInstances": run_instances,
        "ec2.DescribeKeyPairs": key_pairs,
        "ec2.DescribeImages": images,
        "ec2.DescribeVpcs": vpcs,
        "fsx.DescribeFileSystems": lambda client, original, asked: file_systems(estate, client, original, asked),
        "efs.DescribeAccessPoints": access_points,
    }


def states():
    """What is known of resources that calls change."""
    return {"efs.DescribeMountTargetSecurityGroups": mount_target, "ec2.TerminateInstances": instance_tags,
            "ec2.GetConsoleOutput": instance_tags}


def instance_tags(client, _, asked):
    ids = asked.get("InstanceIds") or [asked["InstanceId"]]
    found = boto3.client("ec2", region_name=client.meta.region_name).describe_instances(InstanceIds=ids)
    return {instance["InstanceId"]: {tag["Key"]: tag["Value"] for tag in instance.get("Tags", [])}
            for reservation in found["Reservations"] for instance in reservation["Instances"]}


def mount_target(client, original, asked):
    found = original(client, "DescribeMountTargets", {"MountTargetId": asked["MountTargetId"]})
    return {"FileSystemId": found["MountTargets"][0]["FileSystemId"]}


def run_instances(client, original, asked):
    if asked.get("DryRun"):
        message = "Request would have succeeded, but DryRun flag is set."
        raise ClientError({"Error": {"Code": "DryRunOperation", "Message": message}}, "RunInstances")
    return original(client, "RunInstances", asked)


def key_pairs(client, original, asked):
    found = original(client, "DescribeKeyPairs", asked)
    return {**found, "KeyPairs": [{"KeyType": "rsa", **pair} for pair in found["KeyPairs"]]}


def images(client, original, asked):
    """Moto's images have no size."""
    found = original(client, "DescribeImages", asked)
    disk = [{"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 45}}]
    return {**found, "Images": [{"RootDeviceName": "/dev/xvda", **image, "BlockDeviceMappings": disk_of(image) or disk}
                                for image in found["Images"]]}


def vpcs(client, original, asked):
    """Moto's networks have no options of DHCP."""
    found = original(client, "DescribeVpcs", asked)
    return {**found, "Vpcs": [{**vpc, "DhcpOptionsId": "dopt-0123456789abcdef0"} for vpc in found["Vpcs"]]}


def disk_of(image):
    return [{**mapping, "Ebs": {**mapping.get("Ebs", {}), "VolumeSize": 45}}
            for mapping in image.get("BlockDeviceMappings", [])]


def placement_groups(asked):
    names = asked.get("GroupNames") or asked.get("GroupIds") or []
    return {"PlacementGroups": [{"GroupName": name, "State": "available", "Strategy": "cluster",
                                 "GroupId": "pg-0123456789abcdef0"} for name in names]}


def capacity_reservations(asked):
    return {"CapacityReservations": [capacity_reservation(each) for each in asked.get("CapacityReservationIds", [])]}


def capacity_reservation(reservation):
    is_block = reservation.endswith("b")
    return {
        "CapacityReservationId": reservation, "OwnerId": ACCOUNT, "State": "active", "Tenancy": "default",
        "CapacityReservationArn": f"arn:aws:ec2:{REGION}:{ACCOUNT}:capacity-reservation/{reservation}",
        "InstanceType": "p5.48xlarge" if is_block else "c5.xlarge", "InstancePlatform": "Linux/UNIX",
        "AvailabilityZone": f"{REGION}a", "TotalInstanceCount": 10, "AvailableInstanceCount": 10,
        "ReservationType": "capacity-block" if is_block else "default",
    }


def network_interfaces(estate, asked):
    return {"NetworkInterfaces": [{
        "NetworkInterfaceId": each, "VpcId": estate["vpc"], "SubnetId": estate["private"],
        "Groups": [{"GroupId": estate["security-group"]}],
    } for each in asked.get("NetworkInterfaceIds", [])]}


def volumes(estate, asked):
    return {"Volumes": [volume(estate, each) for each in asked["VolumeIds"]]}


def volume(estate, volume_id):
    if volume_id == estate["ontap-volume"]:
        return {"VolumeId": volume_id, "FileSystemId": estate["ontap"], "VolumeType": "ONTAP", "Lifecycle": "CREATED",
                "OntapConfiguration": {"StorageVirtualMachineId": "svm-0123456789abcdef0", "JunctionPath": "/vol1"}}
    return {"VolumeId": volume_id, "FileSystemId": estate["openzfs"], "VolumeType": "OPENZFS", "Lifecycle": "CREATED",
            "OpenZFSConfiguration": {"VolumePath": "/fsx"}}


def storage_virtual_machines(asked):
    return {"StorageVirtualMachines": [{"StorageVirtualMachineId": each, "Endpoints": {"Nfs": {"DNSName": "svm.fsx"}}}
                                       for each in asked["StorageVirtualMachineIds"]]}


def file_caches(estate, asked):
    return {"FileCaches": [{
        "FileCacheId": each, "FileCacheType": "LUSTRE", "Lifecycle": "AVAILABLE", "VpcId": estate["vpc"],
        "SubnetIds": [estate["private"]], "NetworkInterfaceIds": [NETWORK_INTERFACE], "StorageCapacity": 1200,
        "DNSName": f"{each}.fsx.{REGION}.amazonaws.com",
        "ResourceARN": f"arn:aws:fsx:{REGION}:{ACCOUNT}:file-cache/{each}",
        "LustreConfiguration": {"MountName": "x", "PerUnitStorageThroughput": 1000},
    } for each in asked["FileCacheIds"]]}


def file_systems(estate, client, original, asked):
    """Moto's file systems have no network."""
    ids = [each.removesuffix(PADDING) for each in asked["FileSystemIds"]]
    found = original(client, "DescribeFileSystems", {**asked, "FileSystemIds": ids})
    return {**found, "FileSystems": [{
        "DNSName": f"{each['FileSystemId']}.fsx.{REGION}.amazonaws.com", **each, "VpcId": estate["vpc"],
        "NetworkInterfaceIds": [NETWORK_INTERFACE], "FileSystemId": each["FileSystemId"] + PADDING,
    } for each in found["FileSystems"]]}


def access_points(client, original, asked):
    return original(client, "DescribeAccessPoints",
                    {**asked, "AccessPointId": asked["AccessPointId"].removesuffix(PADDING)})


def group_resources(_):
    arn = f"arn:aws:ec2:{REGION}:{ACCOUNT}:capacity-reservation/cr-0123456789abcdef0"
    return {"Resources": [{"Identifier": {"ResourceArn": arn, "ResourceType": "AWS::EC2::CapacityReservation"}}],
            "ResourceIdentifiers": []}


def group_configuration(_):
    types = [{"Name": "allowed-resource-types", "Values": ["AWS::EC2::CapacityReservation"]}]
    return {"GroupConfiguration": {"Status": "UPDATE_COMPLETE", "Configuration": [
        {"Type": "AWS::EC2::CapacityReservationPool"}, {"Type": "AWS::ResourceGroups::Generic", "Parameters": types}]}}
