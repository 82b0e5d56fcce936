"""The stacks of ParallelCluster 2. Their templates are in a bucket of AWS: here a stack has what programs look for."""

import uuid

from server import ACCOUNT, REGION
from stacks import Stacks, error

PREFIX = "parallelcluster-"
SUFFIX = "1ABCDEFGHIJKL"
BATCH = f"arn:aws:batch:{REGION}:{ACCOUNT}"
OUTPUTS_OF_BATCH = {
    "BatchComputeEnvironmentArn": f"{BATCH}:compute-environment/ComputeEnvironment-0123456789abcdef",
    "BatchJobQueueArn": f"{BATCH}:job-queue/JobQueue-0123456789abcdef",
    "BatchJobDefinitionArn": f"{BATCH}:job-definition/JobDefinition-0123456789abcdef:1",
    "BatchJobDefinitionMnpArn": f"{BATCH}:job-definition/JobDefinition-fedcba9876543210:1",
}
NETWORK_IDS = {"PublicSubnetId": "subnet-0123456789abcdef0", "PrivateSubnetId": "subnet-0123456789abcdef1"}
USERS = {"OSFeatures": {"alinux2": {"User": "ec2-user"}, "alinux": {"User": "ec2-user"}}}
LOGS = "CloudWatchLogsSubstack"
# What each look at a stack finds, one after the other. After the last of a stack that goes it is gone.
COMING, GOING = ("CREATE_IN_PROGRESS", "CREATE_COMPLETE"), ("DELETE_IN_PROGRESS", "DELETE_IN_PROGRESS")


def group_of(stack_name):
    """The Auto Scaling group of a cluster, as CloudFormation names it."""
    return f"{stack_name}-ComputeFleetSubstack-{SUFFIX}-ComputeFleet-{SUFFIX}"


class ClusterStacks(Stacks):
    """Knows stacks without templates, and lets them come and go slowly."""

    def __init__(self, file):  # pylint: disable=super-init-not-called
        self.file = file

    def create(self, parameters):
        name = parameters["StackName"]
        if name in self.load():
            raise error(f"Stack [{name}] already exists", "AlreadyExistsException")
        self._make(name, template_of(parameters), parameters)
        if name.startswith(PREFIX):
            nested = f"{name}-{LOGS}-{SUFFIX}"
            group = {"Type": "AWS::Logs::LogGroup", "Properties": {}}
            self._make(nested, {"Resources": {"CloudWatchLogGroup": group}}, {})
            _, stack = self.find(name)
            stack["resources"][LOGS]["id"] = self.find(nested)[1]["id"]
            stack["resources"]["ComputeFleet"]["id"] = group_of(name)
            self.change(name, resources=stack["resources"])
        return {"StackId": self.find(name)[1]["id"]}

    def _make(self, name, template, parameters):
        stack = {"id": f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{name}/{uuid.uuid4()}",
                 "tags": [], "parameters": {}, "resources": {}, "template": template, "coming": list(COMING)}
        self._put(name, stack, {**parameters, "UsePreviousTemplate": True}, COMING[-1])

    def update(self, parameters):
        """Also that of a template that the program has changed: nobody looks at it here."""
        return super().update({**parameters, "UsePreviousTemplate": True})

    def delete(self, parameters):
        self.change(parameters["StackName"], coming=list(GOING), status=None)
        return {}

    def describe(self, parameters):
        if not parameters.get("StackName"):
            return with_outputs(super().describe(parameters))
        name, stack = self.find(parameters["StackName"])
        status = stack["coming"].pop(0) if stack.get("coming") else stack["status"]
        if status is None:
            self.forget(name)
        else:
            self.change(name, coming=stack.get("coming", []))
        return with_outputs(super().describe(parameters), status)

    def template(self, parameters):
        return {"TemplateBody": self.find(parameters["StackName"])[1]["template"]}


def with_outputs(found, status=None):
    for stack in found["Stacks"]:
        stack["StackStatus"] = status or stack["StackStatus"] or GOING[-1]
        outputs = outputs_of(stack)
        stack["Outputs"] = [{"OutputKey": key, "OutputValue": value} for key, value in outputs.items()]
    return found


def outputs_of(stack):
    """By the scheduler of the cluster."""
    parameters = {each["ParameterKey"]: each["ParameterValue"] for each in stack["Parameters"]}
    if not stack["StackName"].startswith(PREFIX):
        return NETWORK_IDS
    scheduler, version = parameters.get("Scheduler"), {tag["Key"]: tag["Value"] for tag in stack["Tags"]}.get("Version")
    has_groups = scheduler in ("sge", "torque") or (scheduler == "slurm" and not has_slurm_daemons(version))
    return {
        "ClusterUser": "ec2-user", "MasterPrivateIP": "10.0.0.5", "MasterPublicIP": "192.0.2.5",
        "ResourcesS3Bucket": parameters.get("ResourcesS3Bucket", "NONE"),
        "ArtifactS3RootDirectory": parameters.get("ArtifactS3RootDirectory", "NONE"),
        **({"ASGName": group_of(stack["StackName"])} if has_groups else {}),
        **({"IsHITCluster": "true"} if scheduler == "slurm" and not has_groups else {}),
        **(OUTPUTS_OF_BATCH if scheduler == "awsbatch" else {}),
    }


def has_slurm_daemons(version):
    return version is not None and tuple(map(int, version.split("."))) >= (2, 9, 0)


def template_of(parameters):
    """Only what programs read of it."""
    given = parameters.get("Parameters", [])
    resources = {LOGS: "AWS::CloudFormation::Stack", "MasterServer": "AWS::EC2::Instance",
                 "ComputeFleet": "AWS::AutoScaling::AutoScalingGroup"}
    return {"Parameters": {each["ParameterKey"]: {} for each in given}, "Mappings": USERS,
            "Resources": {key: {"Type": kind, "Properties": {}} for key, kind in resources.items()}}
