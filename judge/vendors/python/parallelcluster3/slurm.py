"""Configurations of clusters with Slurm. A release gets what it knows of them: see known.py."""

from copy import deepcopy


class Slurm:
    """Configurations by name, on one estate. The name is that of the cluster, too."""

    def __init__(self, estate, system):
        self.estate, self.system = estate, system

    def all(self):
        return {
            "plain": self.base(),
            "managed": self.managed(),
            "fsx-import": self.fsx_import(),
            "fsx-backup": self.base(SharedStorage=[storage("FsxLustre", BackupId=self.estate["backup"])]),
            "existing": self.existing(),
            "existing-default-roles": without_roles(self.existing()),
            "profiles": self.profiles(),
            "own-bucket": self.base(CustomS3Bucket=self.estate["artifacts"]),
            "custom-images": self.custom_images(),
            "policies": self.policies(),
            "s3-access": self.s3_access(),
            "keys": self.keys(),
            "functions-in-vpc": self.base(DeploymentSettings=self.functions_in_vpc()),
            "capacity": self.capacity(),
            "capacity-blocks": self.capacity_blocks(),
            "external-slurmdbd": self.external_slurmdbd(),
            "boundary": self.prefixed(PermissionsBoundary=self.estate["boundary"]),
            "prefix-name": self.prefixed(ResourcePrefix="team-"),
            "prefix-path": self.prefixed(ResourcePrefix="/hpc/"),
            "prefix-both": self.prefixed(ResourcePrefix="/hpc/team-", PermissionsBoundary=self.estate["boundary"]),
        }

    def base(self, **more):
        return {
            "Region": self.estate["region"], "Image": {"Os": self.system},
            "HeadNode": {"InstanceType": "c5.large", "Networking": {"SubnetId": self.estate["public"]},
                         "Ssh": {"KeyName": self.estate["key-pair"]}},
            "Scheduling": {"Scheduler": "slurm", "SlurmQueues": [self.queue("q1")]},
            **more,
        }

    def queue(self, name, networking=None, resource=None, **more):
        """The networking and the compute resource get what is given in addition."""
        resource = {"Name": "c1", "InstanceType": "c5.xlarge", "MinCount": 0, "MaxCount": 4, **(resource or {})}
        return {"Name": name, "ComputeResources": [resource],
                "Networking": {"SubnetIds": [self.estate["private"]], **(networking or {})}, **more}

    def login_nodes(self, networking=None, **more):
        return {"Pools": [{
            "Name": "login", "InstanceType": "c5.large", "Count": 1, "GracetimePeriod": 5,
            "Networking": {"SubnetIds": [self.estate["private"]], **(networking or {})},
            "Ssh": {"KeyName": self.estate["key-pair"]}, **more,
        }]}

    def managed(self):
        """All that a cluster can make by itself."""
        cluster = self.base(LoginNodes=self.login_nodes(), Tags=[{"Key": "project", "Value": "x"}])
        head = cluster["HeadNode"]
        head.update(Dcv={"Enabled": True}, Imds={"Secured": True},
                    LocalStorage={"RootVolume": {"Size": 50, "Encrypted": True}})
        head["Networking"]["ElasticIp"] = True
        spot = self.queue("spot", CapacityType="SPOT", AllocationStrategy="capacity-optimized")
        spot["ComputeResources"] = [{
            "Name": "c2", "Instances": [{"InstanceType": "c5.xlarge"}, {"InstanceType": "c5a.xlarge"}],
            "MinCount": 0, "MaxCount": 4, "SpotPrice": 1}]
        cluster["Scheduling"]["SlurmQueues"] = [
            self.queue("q1", {"PlacementGroup": {"Enabled": True}},
                       ComputeSettings={"LocalStorage": {"RootVolume": {"Size": 60}}}), spot]
        cluster["SharedStorage"] = [
            storage("Ebs", VolumeType="gp3", Size=100, Encrypted=True, DeletionPolicy="Snapshot"),
            storage("Ebs", "raid", Size=100, Raid={"Type": 0, "NumberOfVolumes": 2}),
            storage("Efs", Encrypted=True, PerformanceMode="generalPurpose"),
            storage("FsxLustre", StorageCapacity=1200, DeploymentType="PERSISTENT_2", PerUnitStorageThroughput=125,
                    DataRepositoryAssociations=[{
                        "Name": "data", "DataRepositoryPath": "s3://my-data/lustre", "FileSystemPath": "/lustre",
                        "AutoExportPolicy": ["NEW", "CHANGED"], "AutoImportPolicy": ["NEW", "CHANGED"]}]),
        ]
        logs = {"Enabled": True, "RetentionInDays": 30, "DeletionPolicy": "Delete"}
        cluster["Monitoring"] = {"DetailedMonitoring": True, "Logs": {"CloudWatch": logs},
                                 "Dashboards": {"CloudWatch": {"Enabled": True}}}
        return cluster

    def fsx_import(self):
        """The older way of data repositories."""
        return self.base(SharedStorage=[storage(
            "FsxLustre", StorageCapacity=1200, DeploymentType="PERSISTENT_1", PerUnitStorageThroughput=50,
            ImportPath="s3://my-data", ExportPath="s3://my-data/export", AutoImportPolicy="NEW")])

    def existing(self):
        """All that can exist already, with roles that exist, too."""
        group = {"SecurityGroups": [self.estate["security-group"]]}
        cluster = self.base(SharedStorage=self.existing_storage(), DirectoryService=self.directory(),
                            Iam={"Roles": {"LambdaFunctionsRole": self.estate["role-Lambda"]}},
                            LoginNodes=self.login_nodes(group, Iam={"InstanceRole": self.estate["role-Login"]}))
        cluster["HeadNode"]["Iam"] = {"InstanceRole": self.estate["role-HeadNode"]}
        cluster["HeadNode"]["Networking"].update(group, ElasticIp=self.estate["address"])
        role, placement = {"InstanceRole": self.estate["role-Compute"]}, {"Name": self.estate["placement-group"]}
        cluster["Scheduling"].update(
            SlurmSettings={
                "Dns": {"HostedZoneId": self.estate["zone"]}, "MungeKeySecretArn": self.estate["munge-key"],
                "CustomSlurmSettingsIncludeFile": "s3://my-data/scripts/settings.conf",
                "Database": {"Uri": "db.internal:3306", "UserName": "slurm",
                             "PasswordSecretArn": self.estate["database-password"]}},
            SlurmQueues=[self.queue("q1", {**group, "PlacementGroup": placement}, Iam=role),
                         self.queue("q2", group, Iam={"InstanceProfile": self.estate["profile-Compute"]})])
        return cluster

    def existing_storage(self):
        return [
            storage("Ebs", VolumeId=self.estate["volume"]),
            storage("Ebs", "snapshot", SnapshotId=self.estate["snapshot"], Size=60),
            storage("Efs", FileSystemId=self.estate["efs"], EncryptionInTransit=True, IamAuthorization=True,
                    AccessPointId=self.estate["access-point"]),
            storage("FsxLustre", FileSystemId=self.estate["lustre"]),
            storage("FsxOntap", VolumeId=self.estate["ontap-volume"]),
            storage("FsxOpenZfs", VolumeId=self.estate["openzfs-volume"]),
            storage("FileCache", FileCacheId=self.estate["file-cache"]),
        ]

    def directory(self):
        return {"DomainName": "corp.example", "DomainAddr": "ldaps://corp.example",
                "PasswordSecretArn": self.estate["password"], "DomainReadOnlyUser": "cn=ro,dc=corp,dc=example"}

    def profiles(self):
        """Instance profiles that exist, and no records in a zone."""
        cluster = self.base(Iam={"Roles": {"LambdaFunctionsRole": self.estate["role-Lambda"]}},
                            LoginNodes=self.login_nodes(Iam={"InstanceProfile": self.estate["profile-Login"]}))
        cluster["HeadNode"]["Iam"] = {"InstanceProfile": self.estate["profile-HeadNode"]}
        cluster["Scheduling"].update(
            SlurmSettings={"Dns": {"DisableManagedDns": True, "UseEc2Hostnames": True}},
            SlurmQueues=[self.queue("q1", Iam={"InstanceProfile": self.estate["profile-Compute"]})])
        return cluster

    def custom_images(self):
        image = {"CustomAmi": self.estate["custom-image"]}
        cluster = self.base(Image={"Os": self.system, **image}, LoginNodes=self.login_nodes(Image=image))
        cluster["HeadNode"]["Image"] = image
        cluster["Scheduling"]["SlurmQueues"] = [self.queue("q1", Image=image)]
        return cluster

    def policies(self):
        """Policies in addition to those of the generated roles."""
        more = {"AdditionalIamPolicies": [{"Policy": self.estate["policy"]}]}
        cluster = self.base(LoginNodes=self.login_nodes(Iam=more))
        cluster["HeadNode"]["Iam"] = {"AdditionalIamPolicies": [
            *more["AdditionalIamPolicies"], {"Policy": "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"}]}
        cluster["Scheduling"]["SlurmQueues"] = [self.queue("q1", Iam=more)]
        return cluster

    def s3_access(self):
        """Buckets of one's own, and custom actions that lie in one."""
        access = {"S3Access": [{"BucketName": "my-data", "KeyName": "results/*", "EnableWriteAccess": True},
                               {"BucketName": "my-data"}]}
        actions = {"OnNodeStart": {"Script": "s3://my-data/scripts/start.sh"},
                   "OnNodeConfigured": {"Script": "s3://my-data/scripts/configured.sh", "Args": ["a"]}}
        cluster = self.base(LoginNodes=self.login_nodes(Iam=access, CustomActions=actions))
        cluster["HeadNode"].update(Iam=access, CustomActions=actions)
        cluster["Scheduling"]["SlurmQueues"] = [self.queue("q1", Iam=access, CustomActions=actions)]
        return cluster

    def keys(self):
        """Storage under a key of one's own."""
        key = {"KmsKeyId": self.estate["key"]}
        return self.base(SharedStorage=[
            storage("Ebs", Size=100, Encrypted=True, **key), storage("Efs", Encrypted=True, **key),
            storage("FsxLustre", StorageCapacity=1200, DeploymentType="PERSISTENT_2", PerUnitStorageThroughput=125,
                    **key)])

    def functions_in_vpc(self):
        return {"LambdaFunctionsVpcConfig": {"SecurityGroupIds": [self.estate["security-group"]],
                                             "SubnetIds": [self.estate["private"]]}}

    def capacity(self):
        """Capacity that was reserved: by its id, and by a group."""
        cluster, one = self.base(), {"CapacityReservationId": self.estate["reservation"]}
        group = {"CapacityReservationResourceGroupArn": self.estate["reservations"]}
        cluster["Scheduling"]["SlurmQueues"] = [
            self.queue("q1", resource={"CapacityReservationTarget": one}),
            self.queue("q2", CapacityReservationTarget=group)]
        return cluster

    def capacity_blocks(self):
        cluster = self.base()
        block = {"InstanceType": "p5.48xlarge", "MinCount": 2, "MaxCount": 2,
                 "CapacityReservationTarget": {"CapacityReservationId": self.estate["block"]}}
        cluster["Scheduling"]["SlurmQueues"] = [self.queue("q1", resource=block, CapacityType="CAPACITY_BLOCK")]
        return cluster

    def external_slurmdbd(self):
        cluster = self.base()
        cluster["Scheduling"]["SlurmSettings"] = {
            "ExternalSlurmdbd": {"Host": "slurmdbd.internal", "Port": 6819},
            "MungeKeySecretArn": self.estate["munge-key"]}
        return cluster

    def prefixed(self, **iam):
        """Every role that a cluster can have, named as asked for."""
        return self.base(Iam=iam, LoginNodes=self.login_nodes(), DeploymentSettings=self.functions_in_vpc())


def storage(kind, name=None, **settings):
    name = name or kind.lower()
    return {"MountDir": f"/{name}", "Name": name, "StorageType": kind, f"{kind}Settings": settings}


def without_roles(cluster):
    for part in (cluster, cluster["HeadNode"], *cluster["Scheduling"]["SlurmQueues"], *cluster["LoginNodes"]["Pools"]):
        part.pop("Iam", None)
    return cluster


def updated(cluster):
    """The same cluster with more nodes, and with changes of what else can change while it runs."""
    cluster = deepcopy(cluster)
    scheduling = cluster["Scheduling"]
    for resource in scheduling.get("SlurmQueues", [{}])[0].get("ComputeResources", []):
        resource["MaxCount"] += 4
    for resource in scheduling.get("AwsBatchQueues", [{}])[0].get("ComputeResources", []):
        resource["MaxvCpus"] *= 2
    for pool in cluster.get("LoginNodes", {}).get("Pools", []):
        pool["Count"] += 1
    for tag in cluster.get("Tags", []):
        tag["Value"] = "y"
    logs = cluster.get("Monitoring", {}).get("Logs", {}).get("CloudWatch", {})
    logs.update({"RetentionInDays": 60} if "RetentionInDays" in logs else {})
    return cluster
