"""A CloudFormation that makes nothing: moto lacks too many of the types in the templates.

The stacks live in a file, since each command runs in a process of its own. Templates are kept for the judge.
"""

import json
import re
import uuid
from datetime import datetime, timezone

import boto3
import yaml
from botocore.exceptions import ClientError

from server import ACCOUNT, REGION

# The templates of networks lie in a bucket of the vendor, so nobody knows them here. These are their outputs.
UNKNOWN_TEMPLATE = {"Resources": {}, "Outputs": {"PublicSubnetId": {}, "PrivateSubnetId": {}}}
MADE_AT = datetime(2026, 11, 1, tzinfo=timezone.utc)
PHYSICAL_IDS = {
    "AWS::EC2::Instance": "i-{hex}", "AWS::EC2::SecurityGroup": "sg-{hex}", "AWS::EC2::Volume": "vol-{hex}",
    "AWS::ImageBuilder::Image": f"arn:aws:imagebuilder:{REGION}:{ACCOUNT}:image/parallelclusterimage-{{stack}}/1.0.0/1",
}
OUTPUTS = {
    "BatchComputeEnvironmentArn": f"arn:aws:batch:{REGION}:{ACCOUNT}:compute-environment/PclusterComputeEnviron-x",
    "BatchJobQueueArn": f"arn:aws:batch:{REGION}:{ACCOUNT}:job-queue/PclusterJobQueue-x",
    "BatchJobDefinitionArn": f"arn:aws:batch:{REGION}:{ACCOUNT}:job-definition/PclusterJobDefinition-x:1",
}


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads the short form of intrinsic functions, too."""


def intrinsic(loader, name, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    if name == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {name if name in ("Ref", "Condition") else f"Fn::{name}": value}


Loader.add_multi_constructor("!", intrinsic)


class Stacks:
    """Knows the stacks by their names: id, tags, parameters, status, template, physical ids.

    Who: what is known of the step. The files of its templates are named after its configuration.
    """

    def __init__(self, file, templates, who):
        self.file, self.templates, self.who = file, templates, who
        templates.mkdir(parents=True, exist_ok=True)

    def load(self):
        return json.loads(self.file.read_text()) if self.file.exists() else {}

    def save(self, stacks):
        self.file.write_text(json.dumps(stacks, indent=1, default=str))

    def find(self, name):
        for known, stack in self.load().items():
            if name in (known, stack["id"]):
                return known, stack
        raise error(f"Stack with id {name} does not exist")

    def change(self, name, **values):
        name, stack = self.find(name)
        self.save({**self.load(), name: {**stack, **values}})

    def forget(self, name):
        self.save({known: stack for known, stack in self.load().items() if known != name})

    def create(self, parameters):
        name = parameters["StackName"]
        if name in self.load():
            raise error(f"Stack [{name}] already exists", "AlreadyExistsException")
        stack = {"id": f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{name}/{uuid.uuid4()}",
                 "tags": [], "parameters": {}, "resources": {}}
        self._put(name, stack, parameters, "CREATE_COMPLETE")
        if stack["template"] != UNKNOWN_TEMPLATE:
            self._keep(name, stack["template"], parameters)
        return {"StackId": stack["id"]}

    def update(self, parameters):
        name, stack = self.find(parameters["StackName"])
        self._put(name, stack, parameters, "UPDATE_COMPLETE")
        return {"StackId": stack["id"]}

    def _put(self, name, stack, parameters, status):
        if not parameters.get("UsePreviousTemplate"):
            stack["template"] = template_of(parameters)
        stack["tags"] = parameters.get("Tags", stack["tags"])
        given = {each["ParameterKey"]: each.get("ParameterValue", stack["parameters"].get(each["ParameterKey"], ""))
                 for each in parameters.get("Parameters", [])}
        stack["parameters"] = {key: str(given.get(key, value.get("Default", "")))
                               for key, value in stack["template"].get("Parameters", {}).items()}
        for key, resource in stack["template"]["Resources"].items():
            made = PHYSICAL_IDS.get(resource["Type"], "{stack}-{key}-{hex}")
            physical_id = made.format(stack=name, key=key, hex=uuid.uuid4().hex[:17])
            stack["resources"].setdefault(key, {"type": resource["Type"], "id": physical_id})
        stack["status"] = status
        self.save({**self.load(), name: stack})

    def _keep(self, name, template, parameters):
        file = self.who["configuration"]
        given = {each["ParameterKey"]: each.get("ParameterValue") for each in parameters.get("Parameters", [])}
        passed = {"stackName": name, "tags": parameters.get("Tags", []), "parameters": given}
        write(self.templates / f"{file}.json", template)
        write(self.templates / f"{file}.stack.json", passed)
        if "TemplateURL" in parameters:
            for index, nested in enumerate(nested_templates(template, parameters["TemplateURL"]), 1):
                write(self.templates / f"{file}.{index}.json", nested)

    def delete(self, parameters):
        try:
            self.change(parameters["StackName"], status="DELETE_IN_PROGRESS")
        except ClientError:
            pass
        return {}

    def describe(self, parameters):
        stacks = dict([self.find(parameters["StackName"])]) if parameters.get("StackName") else self.load()
        return {"Stacks": [{
            "StackId": stack["id"], "StackName": name, "CreationTime": MADE_AT, "StackStatus": stack["status"],
            "Tags": stack["tags"], "Capabilities": [], "DisableRollback": False, "NotificationARNs": [],
            "Parameters": [{"ParameterKey": key, "ParameterValue": value}
                           for key, value in stack["parameters"].items()],
            "Outputs": [{"OutputKey": key, "OutputValue": OUTPUTS.get(key, "x")}
                        for key in stack["template"].get("Outputs", {})],
        } for name, stack in stacks.items()]}

    def resource(self, parameters):
        key = parameters["LogicalResourceId"]
        found = [each for each in self.resources(parameters)["StackResources"] if each["LogicalResourceId"] == key]
        if not found:
            raise error(f"Resource {key} does not exist for stack {parameters['StackName']}")
        return {"StackResourceDetail": {**found[0], "LastUpdatedTimestamp": MADE_AT}}

    def resources(self, parameters):
        name, stack = self.find(parameters["StackName"])
        return {"StackResources": [{
            "StackName": name, "StackId": stack["id"], "LogicalResourceId": key, "PhysicalResourceId": resource["id"],
            "ResourceType": resource["type"], "Timestamp": MADE_AT, "ResourceStatus": "CREATE_COMPLETE",
        } for key, resource in stack["resources"].items()]}

    def summaries(self, parameters):
        resources = self.resources(parameters)["StackResources"]
        return {"StackResourceSummaries": [{**each, "LastUpdatedTimestamp": MADE_AT} for each in resources]}

    def events(self, parameters):
        name, stack = self.find(parameters["StackName"])
        return {"StackEvents": [{
            "StackId": stack["id"], "EventId": "1", "StackName": name, "LogicalResourceId": name, "Timestamp": MADE_AT,
            "PhysicalResourceId": stack["id"], "ResourceType": "AWS::CloudFormation::Stack",
            "ResourceStatus": "CREATE_COMPLETE",
        }]}

    def template(self, parameters):
        return {"TemplateBody": yaml.safe_dump(self.find(parameters["StackName"])[1]["template"])}

    def answers(self):
        methods = {
            "CreateStack": self.create, "UpdateStack": self.update, "DeleteStack": self.delete,
            "DescribeStacks": self.describe, "DescribeStackResource": self.resource,
            "DescribeStackResources": self.resources, "ListStackResources": self.summaries,
            "DescribeStackEvents": self.events, "GetTemplate": self.template,
        }
        return {f"cloudformation.{operation}": given_parameters(method) for operation, method in methods.items()}

    def states(self):
        """The tags of a stack that a call changes: rights can depend on them."""
        def tags(parameters):
            try:
                stack = self.find(parameters["StackName"])[1]
            except ClientError:
                return {}
            return {"id": stack["id"], "tags": {tag["Key"]: tag["Value"] for tag in stack["tags"]}}
        return {f"cloudformation.{operation}": given_parameters(tags) for operation in ("UpdateStack", "DeleteStack")}


def given_parameters(function):
    """The function for one that asks for the parameters alone."""
    return lambda client, original, parameters: function(parameters)


def error(message, code="ValidationError"):
    return ClientError({"Error": {"Code": code, "Message": message}}, "Stack")


def location(url):
    """The bucket and the key of an object."""
    return re.match(r"https://([^.]+)\.s3[^/]*/([^?]*)", url).groups()


def template_of(parameters):
    if "TemplateBody" in parameters:
        return yaml.load(parameters["TemplateBody"], Loader)
    return object_at(*location(parameters["TemplateURL"]))


def object_at(bucket, key):
    s3 = boto3.client("s3", region_name=REGION)
    try:
        return yaml.load(s3.get_object(Bucket=bucket, Key=key)["Body"].read(), Loader)
    except s3.exceptions.NoSuchBucket:
        return UNKNOWN_TEMPLATE


def nested_templates(template, url):
    """The templates of nested stacks, in the order of their logical ids: assets beside the folder of the template."""
    bucket, key = location(url)
    folder = f"{key.split('/templates/')[0]}/assets/"
    pages = boto3.client("s3", region_name=REGION).get_paginator("list_objects_v2")
    assets = [each["Key"] for page in pages.paginate(Bucket=bucket, Prefix=folder) for each in page.get("Contents", [])]
    for _, resource in sorted(template["Resources"].items()):
        if resource["Type"] == "AWS::CloudFormation::Stack":
            where = json.dumps(resource["Properties"]["TemplateURL"])
            yield from (object_at(bucket, asset) for asset in assets if asset.split("/")[-1].split(".")[0] in where)


def write(file, value):
    file.write_text(json.dumps(value, indent=1, default=str))
