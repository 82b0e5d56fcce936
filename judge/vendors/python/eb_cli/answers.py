"""Elastic Beanstalk in place of moto, which has no part of it that the program calls."""

import datetime
import json
import os

from server import ACCOUNT, REGION
from stacks import given_parameters

NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
BRANCH = "Python 3.11 running on 64bit Amazon Linux 2023"
PLATFORM = f"arn:aws:elasticbeanstalk:{REGION}::platform/{BRANCH}/4.5.0"
STACK = "64bit Amazon Linux 2023 v4.5.0 running Python 3.11"
INSTANCE = "i-0123456789abcdef0"
TIER = {"Name": "WebServer", "Type": "Standard", "Version": "1.0"}
PREFIX = "elasticbeanstalk"
# What the program waits for.
MESSAGES = ("Successfully launched environment: shop-live", "Environment update completed successfully.",
            "terminateEnvironment completed successfully.", "Pulled logs for environment instances.",
            "Completed swapping CNAMEs for environments", "rebuildEnvironment completed successfully.",
            "The environment's application version has been deployed", "Environment restart completed successfully.")
SETTINGS = (
    ("aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs", "false"),
    ("aws:elasticbeanstalk:cloudwatch:logs:health", "HealthStreamingEnabled", "false"),
    ("aws:autoscaling:asg", "MinSize", "1"), ("aws:autoscaling:asg", "MaxSize", "4"),
    ("aws:elasticbeanstalk:environment", "EnvironmentType", "LoadBalanced"),
    ("aws:elasticbeanstalk:application:environment", "A", "b"),
    ("aws:elasticbeanstalk:healthreporting:system", "SystemType", "enhanced"),
    ("aws:elasticbeanstalk:xray", "XRayEnabled", "false"),
)


class Service:
    """The applications and environments, in a file: each command is a process of its own."""

    def __init__(self, file):
        self.file = file
        self.write({"applications": [], "environments": {}, "versions": []})

    def read(self):
        return json.loads(self.file.read_text())

    def write(self, state):
        self.file.write_text(json.dumps(state))

    def change(self, change):
        state = self.read()
        change(state)
        self.write(state)

    def environment(self, name):
        of = self.read()["environments"][name]
        return {
            "EnvironmentName": name, "EnvironmentId": of["id"], "ApplicationName": of["application"], "CNAME": name,
            "VersionLabel": of.get("version") or "Sample Application", "SolutionStackName": STACK, "EndpointURL": "x",
            "PlatformArn": PLATFORM, "DateCreated": NOW, "DateUpdated": NOW, "Status": of.get("status", "Ready"),
            "Health": "Green", "HealthStatus": "Ok", "AbortableOperationInProgress": False, "Tier": TIER,
            "EnvironmentLinks": [], "EnvironmentArn": arn(f"environment/{of['application']}/{name}"),
        }

    def create_environment(self, asked):
        name = asked["EnvironmentName"]
        self.change(lambda state: state["environments"].update({name: {
            "application": asked["ApplicationName"], "version": asked.get("VersionLabel"),
            "id": f"e-{len(state['environments']):010d}"}}))
        return self.environment(name)

    def describe_environments(self, asked):
        every = self.read()["environments"]
        names = [name for name, of in every.items()
                 if name in (asked.get("EnvironmentNames") or [name])
                 and of["id"] in (asked.get("EnvironmentIds") or [of["id"]])]
        found = map(self.environment, names)
        return {"Environments": [each for each in found
                                 if each["Status"] != "Terminated" or asked.get("IncludeDeleted")]}

    def update_environment(self, asked):
        name = asked.get("EnvironmentName")
        if "VersionLabel" in asked:
            self.change(lambda state: state["environments"][name].update(version=asked["VersionLabel"]))
        return self.environment(name)

    def terminate_environment(self, asked):
        name = asked["EnvironmentName"]
        self.change(lambda state: state["environments"][name].update(status="Terminated"))
        return self.environment(name)

    def create_application(self, asked):
        self.change(lambda state: state["applications"].append(asked["ApplicationName"]))
        return {"Application": application(asked["ApplicationName"])}

    def describe_applications(self, asked):
        known = self.read()["applications"]
        return {"Applications": [application(name) for name in asked.get("ApplicationNames") or known if name in known]}

    def create_version(self, asked):
        self.change(lambda state: state["versions"].append(asked["VersionLabel"]))
        return {"ApplicationVersion": version(asked["ApplicationName"], asked["VersionLabel"])}

    def describe_versions(self, asked):
        known = self.read()["versions"]
        labels = [label for label in asked.get("VersionLabels") or known if label in known]
        return {"ApplicationVersions": [version(asked.get("ApplicationName", "shop"), label) for label in labels]}


def arn(resource):
    return f"arn:aws:elasticbeanstalk:{REGION}:{ACCOUNT}:{resource}"


def application(name):
    age = {"Enabled": False, "MaxCount": 200, "MaxAgeInDays": 180, "DeleteSourceFromS3": False}
    return {"ApplicationName": name, "ApplicationArn": arn(f"application/{name}"), "DateCreated": NOW,
            "DateUpdated": NOW, "Versions": [], "ConfigurationTemplates": [], "ResourceLifecycleConfig": {
                "ServiceRole": "x", "VersionLifecycleConfig": {"MaxCountRule": age, "MaxAgeRule": age}}}


def version(name, label):
    return {"ApplicationName": name, "VersionLabel": label, "DateCreated": NOW, "DateUpdated": NOW,
            "Status": "PROCESSED",
            "SourceBundle": {"S3Bucket": f"elasticbeanstalk-{REGION}-{ACCOUNT}", "S3Key": f"{name}/{label}.zip"}}


def events(_):
    """All events at once: the program takes the one that it waits for."""
    now = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=5)
    return {"Events": [{"EventDate": now, "Message": message, "ApplicationName": "shop", "EnvironmentName": "shop-live",
                        "Severity": "INFO", "RequestId": "x"} for message in MESSAGES]}


def platforms(_):
    return {"PlatformSummaryList": [{
        "PlatformArn": PLATFORM, "PlatformOwner": "AWSElasticBeanstalk", "PlatformStatus": "Ready",
        "PlatformCategory": "Python", "OperatingSystemName": "Amazon Linux", "OperatingSystemVersion": "2023",
        "PlatformVersion": "4.5.0", "SupportedTierList": ["WebServer/Standard", "Worker/SQS/HTTP"],
        "SupportedAddonList": [], "PlatformBranchName": BRANCH,
        "PlatformLifecycleState": "Recommended", "PlatformBranchLifecycleState": "Supported"}]}


def platform(_):
    return {"PlatformDescription": {
        "PlatformArn": PLATFORM, "PlatformName": "Python", "PlatformVersion": "4.5.0", "SolutionStackName": STACK,
        "PlatformStatus": "Ready", "PlatformBranchName": BRANCH, "PlatformBranchLifecycleState": "Supported",
        "PlatformCategory": "Python", "PlatformOwner": "AWSElasticBeanstalk"}}


def settings(asked):
    return {"ConfigurationSettings": [{
        "SolutionStackName": STACK, "PlatformArn": PLATFORM, "ApplicationName": "shop", "Tier": TIER,
        "DateCreated": NOW,
        "DateUpdated": NOW, "EnvironmentName": asked.get("EnvironmentName", "shop-live"), "OptionSettings": [
            {"Namespace": namespace, "OptionName": name, "Value": value} for namespace, name, value in SETTINGS]}]}


def health(_):
    return {"EnvironmentName": "shop-live", "HealthStatus": "Ok", "Status": "Ready", "Color": "Green", "Causes": [],
            "ApplicationMetrics": {"Duration": 10, "RequestCount": 0, "StatusCodes": {}, "Latency": {}},
            "InstancesHealth": {"Ok": 1}, "RefreshedAt": NOW}


def resources(_):
    return {"EnvironmentResources": {
        "EnvironmentName": "shop-live",
        "AutoScalingGroups": [{"Name": "awseb-e-0000000000-stack-AWSEBAutoScalingGroup-0123"}],
        "Instances": [{"Id": INSTANCE}], "LaunchConfigurations": [], "LaunchTemplates": [], "Triggers": [],
        "Queues": [],
        "LoadBalancers": [{"Name": "awseb-e-0-AWSEBLoa-0123"}]}}


def logs(_):
    return {"EnvironmentInfo": [{"InfoType": "tail", "Ec2InstanceId": INSTANCE, "SampleTimestamp": NOW,
                                 "Message": f"{os.environ['AWS_ENDPOINT_URL']}/moto-api/data.json"}]}


def answers(service):
    """By service and operation."""
    nothing = {operation: lambda _: {} for operation in (
        "AbortEnvironmentUpdate", "DeleteApplication", "DeleteApplicationVersion", "DeleteConfigurationTemplate",
        "RebuildEnvironment", "RequestEnvironmentInfo", "SwapEnvironmentCNAMEs", "UpdateTagsForResource")}
    known = {
        **nothing,
        "CheckDNSAvailability": lambda _: {"Available": True, "FullyQualifiedCNAME": "x"},
        "CreateApplication": service.create_application, "DescribeApplications": service.describe_applications,
        "CreateApplicationVersion": service.create_version, "DescribeApplicationVersions": service.describe_versions,
        "CreateConfigurationTemplate": lambda _: {"ApplicationName": "shop", "TemplateName": "saved"},
        "CreateEnvironment": service.create_environment, "DescribeEnvironments": service.describe_environments,
        "UpdateEnvironment": service.update_environment, "TerminateEnvironment": service.terminate_environment,
        "CreateStorageLocation": lambda _: {"S3Bucket": f"elasticbeanstalk-{REGION}-{ACCOUNT}"},
        "DescribeConfigurationOptions": lambda _: {"SolutionStackName": STACK, "Options": []},
        "DescribeConfigurationSettings": settings, "DescribeEnvironmentHealth": health, "DescribeEvents": events,
        "DescribeEnvironmentResources": resources, "DescribePlatformVersion": platform,
        "ListPlatformVersions": platforms,
        "DescribeInstancesHealth": lambda _: {"InstanceHealthList": [], "RefreshedAt": NOW},
        "ListAvailableSolutionStacks": lambda _: {
            "SolutionStacks": [STACK],
            "SolutionStackDetails": [{"SolutionStackName": STACK, "PermittedFileTypes": ["zip"]}]},
        "ListPlatformBranches": lambda _: {"PlatformBranchSummaryList": [{
            "PlatformName": "Python", "BranchName": BRANCH, "LifecycleState": "Supported", "BranchOrder": 1,
            "SupportedTierList": ["WebServer/Standard", "Worker/SQS/HTTP"]}]},
        "ListTagsForResource": lambda asked: {
            "ResourceArn": asked["ResourceArn"], "ResourceTags": [{"Key": "c", "Value": "d"}]},
        "RetrieveEnvironmentInfo": logs, "ValidateConfigurationSettings": lambda _: {"Messages": []},
    }
    ours = {f"{PREFIX}.{operation}": given_parameters(function) for operation, function in known.items()}
    others = {
        "ec2.DescribeInstances": lambda _: {"Reservations": [{"Instances": [{
            "InstanceId": INSTANCE, "PublicIpAddress": "", "PrivateIpAddress": "10.0.0.1",
            "State": {"Name": "running"}}]}]},
        "cloudformation.DescribeStacks": lambda _: {"Stacks": [
            {"StackName": "x", "CreationTime": NOW, "StackStatus": "UPDATE_COMPLETE"}]},
        "cloudformation.GetTemplate": lambda _: {
            "TemplateBody": {"Parameters": {"AppSource": {"Default": "http://127.0.0.1:1/x"}}}},
        "elb.DescribeInstanceHealth": lambda _: {"InstanceStates": []},
    }
    return {**ours, **{key: given_parameters(function) for key, function in others.items()}}
