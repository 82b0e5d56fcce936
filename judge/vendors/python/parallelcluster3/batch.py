"""Configurations of clusters with AWS Batch, which ended with 3.15, and what AWS Batch would answer."""

from stacks import given_parameters


class Batch:
    """Configurations by name, on one estate."""

    def __init__(self, estate, system):
        self.estate, self.system = estate, system

    def all(self):
        boundary = {"PermissionsBoundary": self.estate["boundary"]}
        return {
            "batch": self.base(),
            "batch-prefix-both": self.base(Iam={"ResourcePrefix": "/hpc/team-", **boundary}),
        }

    def base(self, **more):
        queue = {"Name": "q1", "CapacityType": "ONDEMAND", "Networking": {"SubnetIds": [self.estate["private"]]},
                 "ComputeResources": [{"Name": "c1", "InstanceTypes": ["c5.xlarge"], "MinvCpus": 0,
                                       "DesiredvCpus": 0, "MaxvCpus": 16}]}
        return {
            "Region": self.estate["region"], "Image": {"Os": self.system},
            "HeadNode": {"InstanceType": "c5.large", "Imds": {"Secured": False},
                         "Networking": {"SubnetId": self.estate["public"]},
                         "Ssh": {"KeyName": self.estate["key-pair"]}},
            "Scheduling": {"Scheduler": "awsbatch", "AwsBatchQueues": [queue]},
            "SharedStorage": [{"MountDir": "/efs", "Name": "efs", "StorageType": "Efs"}],
            **more,
        }


def answers():
    """Moto has compute environments only where their network and roles exist, which no stack has made here."""
    return {f"batch.{operation}": given_parameters(function) for operation, function in {
        "DescribeComputeEnvironments": compute_environments,
        "UpdateComputeEnvironment": lambda asked: {"computeEnvironmentArn": asked["computeEnvironment"]},
        "DescribeJobQueues": lambda _: {"jobQueues": []},
        "ListJobs": lambda _: {"jobSummaryList": []},
    }.items()}


def compute_environments(asked):
    resources = {"type": "EC2", "maxvCpus": 16, "desiredvCpus": 0, "minvCpus": 0, "subnets": []}
    return {"computeEnvironments": [{
        "computeEnvironmentName": "x", "computeEnvironmentArn": arn, "ecsClusterArn": "x", "state": "ENABLED",
        "status": "VALID", "computeResources": resources} for arn in asked["computeEnvironments"]]}
