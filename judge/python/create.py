"""moto: creates each stack with a local CloudFormation, and compares the result in its IAM."""

import json
import logging
import sys
import warnings
from ast import literal_eval
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import boto3
from moto import __version__, mock_aws

from verdict import announce, as_list

REGION = "eu-central-1"
ACCOUNT = "123456789012"
# The parameter of a bootstrapped account: CDK templates check its version.
BOOTSTRAP = {"Name": "/cdk-bootstrap/hnb659fds/version", "Value": "30", "Type": "String"}
# Resources that moto's CloudFormation cannot create, or not without a network: the values of Ref and of the ARN.
ABSENT = {
    "AWS::APS::Workspace": f"arn:aws:aps:{REGION}:{ACCOUNT}:workspace/ws-{{}}",
    "AWS::EFS::FileSystem": "fs-{}",
    "AWS::EFS::MountTarget": "fsmt-{}",
    "AWS::ElasticBeanstalk::Application": "{}",
    "AWS::ElasticBeanstalk::Environment": "{}",
    "AWS::Glue::Database": "{}",
    "AWS::IAM::Group": "{}",
    "AWS::Lambda::Function": "{}",
    "AWS::SageMaker::Domain": "d-{}",
    "AWS::SageMaker::MlflowTrackingServer": "{}",
    "AWS::SageMaker::Model": f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:model/{{}}",
    "AWS::SageMaker::ModelPackageGroup": f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:model-package-group/{{}}",
    "AWS::SecretsManager::Secret": f"arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:{{}}-AbCdEf",
}
ARNS = {
    "AWS::APS::Workspace": f"arn:aws:aps:{REGION}:{ACCOUNT}:workspace/ws-{{}}",
    "AWS::CloudWatch::Alarm": f"arn:aws:cloudwatch:{REGION}:{ACCOUNT}:alarm:{{}}",
    "AWS::EFS::FileSystem": f"arn:aws:elasticfilesystem:{REGION}:{ACCOUNT}:file-system/fs-{{}}",
    "AWS::Lambda::Function": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{{}}",
}
POLICY_TYPES = ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")


class Cloud:
    """AWS within this process, without an account."""

    def __init__(self, mock):
        self.reset = mock.reset
        self.cloudformation, self.iam, self.ssm = (
            boto3.client(service, region_name=REGION) for service in ("cloudformation", "iam", "ssm"))
        self._refusals = {}

    @classmethod
    @contextmanager
    def started(cls):
        # Nothing is signed here, and moto makes an RSA key for each key of KMS, which takes longer than all the rest.
        with mock_aws() as mock, patch("moto.kms.models.generate_private_key"):
            yield cls(mock)

    def refusal(self, document):
        """Why IAM refuses the document: moto's CloudFormation does not validate the documents inside a role."""
        text = json.dumps(document)
        if text not in self._refusals:
            self._refusals[text] = self._refusal(text)
        return self._refusals[text]

    def _refusal(self, text):
        try:
            policy = self.iam.create_policy(PolicyName="Asked", PolicyDocument=text)["Policy"]
            self.iam.delete_policy(PolicyArn=policy["Arn"])
            return None
        except self.iam.exceptions.MalformedPolicyDocumentException as error:
            return str(error)


class Creation:
    """A created stack."""

    def __init__(self, cloud, template):
        self.template, self.cloud, self.iam = template, cloud, cloud.iam
        cloud.reset()
        cloud.ssm.put_parameter(**BOOTSTRAP)
        self._make_imports()
        # CloudFormation returns the attributes as outputs.
        attributes = [list(attribute) for attribute in sorted(attributes_in(template["Resources"]))]
        outputs = {f"Output{index}": {"Value": {"Fn::GetAtt": attribute}} for index, attribute in enumerate(attributes)}
        # Tabs make moto read JSON rather than YAML, which takes ten times as long.
        body = json.dumps({**template, "Outputs": outputs}, indent="\t")
        cloud.cloudformation.create_stack(StackName="stack", Capabilities=["CAPABILITY_NAMED_IAM"], TemplateBody=body)
        stack = cloud.cloudformation.describe_stacks(StackName="stack")["Stacks"][0]
        if stack["StackStatus"] != "CREATE_COMPLETE":
            raise RuntimeError(f"the stack is {stack['StackStatus']}")
        values = {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}
        self.attributes = {tuple(attribute): values[f"Output{index}"] for index, attribute in enumerate(attributes)}
        # Reads all pages: moto returns a limited number of resources in each.
        pages = cloud.cloudformation.get_paginator("list_stack_resources").paginate(StackName="stack")
        self.ids = {resource["LogicalResourceId"]: resource.get("PhysicalResourceId", "")
                    for page in pages for resource in page["StackResourceSummaries"]}

    def _make_imports(self):
        """Creates what the template expects to exist: users, groups, roles and managed policies by name."""
        trust = json.dumps({"Version": "2012-10-17", "Statement": []})
        for resource in self.template["Resources"].values():
            properties = resource.get("Properties", {})
            if resource["Type"] not in POLICY_TYPES:
                continue
            for name in filter(is_text, as_list(properties.get("Roles"))):
                self._once(self.iam.create_role, RoleName=name, AssumeRolePolicyDocument=trust)
            for name in filter(is_text, as_list(properties.get("Users"))):
                self._once(self.iam.create_user, UserName=name)
            for name in filter(is_text, as_list(properties.get("Groups"))):
                self._once(self.iam.create_group, GroupName=name)

    def _once(self, create, **names):
        try:
            create(**names)
        except self.iam.exceptions.EntityAlreadyExistsException:
            pass

    def differences(self):
        """Lists the differences between IAM and the template."""
        compare = {"AWS::IAM::Role": self._role, "AWS::IAM::InstanceProfile": self._profile,
                   "AWS::IAM::ManagedPolicy": self._managed_policy, "AWS::IAM::Policy": self._policy}
        for logical_id, resource in self.template["Resources"].items():
            if resource["Type"] in compare:
                wanted = self.resolve(resource.get("Properties", {}))
                for what, ours, theirs in compare[resource["Type"]](logical_id, wanted):
                    if what.endswith("document") and (refused := self.cloud.refusal(ours)):
                        yield f"{resource['Type']} {what}: {refused}"
                    if normal(ours) != normal(theirs):
                        yield f"{resource['Type']} {what}: {json.dumps(theirs)[:300]} instead of {json.dumps(ours)[:300]}"

    def _role(self, logical_id, wanted):
        role = self.iam.get_role(RoleName=self.ids[logical_id])["Role"]
        # IAM refuses the document here if it is no trust policy.
        self.iam.update_assume_role_policy(RoleName=role["RoleName"],
                                           PolicyDocument=json.dumps(wanted["AssumeRolePolicyDocument"]))
        yield "trust", wanted["AssumeRolePolicyDocument"], role["AssumeRolePolicyDocument"]
        yield "path", wanted.get("Path", "/"), role["Path"]
        yield "description", wanted.get("Description", ""), role.get("Description", "")
        yield "session", wanted.get("MaxSessionDuration", 3600), role["MaxSessionDuration"]
        yield "boundary", wanted.get("PermissionsBoundary"), role.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn")
        yield "name", wanted.get("RoleName", role["RoleName"]), role["RoleName"]
        policies = {policy["PolicyName"]: policy["PolicyDocument"] for policy in as_list(wanted.get("Policies"))}
        found = self.iam.list_role_policies(RoleName=role["RoleName"])["PolicyNames"]
        attached = [policy["PolicyName"] for logical, policy in self._policies() if role["RoleName"] in as_list(policy.get("Roles"))]
        yield "inline policies", sorted([*policies, *attached]), sorted(found)
        for name, document in policies.items():
            yield "inline document", document, self.iam.get_role_policy(
                RoleName=role["RoleName"], PolicyName=name)["PolicyDocument"]

    def _policies(self):
        for logical_id, resource in self.template["Resources"].items():
            if resource["Type"] == "AWS::IAM::Policy":
                yield logical_id, self.resolve(resource["Properties"])

    def _policy(self, _, wanted):
        for kind, get in (("Role", self.iam.get_role_policy), ("User", self.iam.get_user_policy),
                          ("Group", self.iam.get_group_policy)):
            for name in as_list(wanted.get(f"{kind}s")):
                found = get(**{f"{kind}Name": name, "PolicyName": wanted["PolicyName"]})
                yield "document", wanted["PolicyDocument"], found["PolicyDocument"]

    def _managed_policy(self, logical_id, wanted):
        policy = self.iam.get_policy(PolicyArn=self.ids[logical_id])["Policy"]
        version = self.iam.get_policy_version(PolicyArn=policy["Arn"], VersionId=policy["DefaultVersionId"])
        yield "document", wanted["PolicyDocument"], version["PolicyVersion"]["Document"]
        yield "path", wanted.get("Path", "/"), policy["Path"]
        yield "name", wanted.get("ManagedPolicyName", policy["PolicyName"]), policy["PolicyName"]

    def _profile(self, logical_id, wanted):
        profile = self.iam.get_instance_profile(InstanceProfileName=self.ids[logical_id])["InstanceProfile"]
        yield "path", wanted.get("Path", "/"), profile["Path"]
        yield "name", wanted.get("InstanceProfileName", profile["InstanceProfileName"]), profile["InstanceProfileName"]
        yield "roles", wanted["Roles"], [role["RoleName"] for role in profile["Roles"]]

    def resolve(self, value):
        """Resolves a reference as CloudFormation does, to the name or ARN of what was created here."""
        if isinstance(value, list):
            return [element for element in map(self.resolve, value) if not is_nothing(element)]
        if not isinstance(value, dict):
            return value
        if len(value) != 1 or not (set(value) & {"Ref"} or next(iter(value)).startswith("Fn::")):
            resolved = {key: self.resolve(element) for key, element in value.items()}
            return {key: element for key, element in resolved.items() if not is_nothing(element)}
        (function, argument), = value.items()
        if is_nothing(value):
            return value
        if function == "Ref":
            return self._pseudo(argument) or self._value(argument)
        if function == "Fn::GetAtt":
            return self.attributes[tuple(argument)]
        if function == "Fn::Join":
            return argument[0].join(self.resolve(argument[1]))
        if function == "Fn::Select":
            return self.resolve(argument[1])[int(argument[0])]
        if function == "Fn::Split":
            return self.resolve(argument[1]).split(argument[0])
        if function == "Fn::If":
            return self.resolve(argument[1 if self.resolve(self.template["Conditions"][argument[0]]) else 2])
        if function == "Fn::Equals":
            return self.resolve(argument[0]) == self.resolve(argument[1])
        if function == "Fn::Not":
            return not self.resolve(argument[0])
        raise RuntimeError(f"can't resolve {function}")

    def _value(self, name):
        parameters = self.template.get("Parameters", {})
        return parameters[name]["Default"] if name in parameters else self.ids[name]

    def _pseudo(self, name):
        return {"AWS::AccountId": ACCOUNT, "AWS::Partition": "aws", "AWS::Region": REGION,
                "AWS::StackName": "stack", "AWS::URLSuffix": "amazonaws.com"}.get(name)


def attributes_in(value):
    """Lists each attribute that is referenced, once."""
    if isinstance(value, dict) and set(value) == {"Fn::GetAtt"}:
        return {tuple(value["Fn::GetAtt"])}
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return set().union(*map(attributes_in, parts))


def is_text(value):
    return isinstance(value, str)


def is_nothing(value):
    return value == {"Ref": "AWS::NoValue"}


def normal(value):
    """The document as text: for documents in a role, moto returns the text of a Python value, and None for no value."""
    if not is_text(value) or not value.startswith("{'"):
        return json.dumps(value, sort_keys=True)
    document = literal_eval(value)
    document["Statement"] = [statement for statement in document["Statement"] if statement is not None]
    return json.dumps(document, sort_keys=True)


def mended(template):
    """Replaces resources that moto cannot create with literals; gives the others names that moto accepts."""
    resources = template["Resources"]
    absent = {logical_id for logical_id, resource in resources.items() if resource["Type"] in ABSENT}
    names = {logical_id: ABSENT[resources[logical_id]["Type"]].format(logical_id) for logical_id in absent}
    arns = {(logical_id, "Arn"): ARNS[resource["Type"]].format(logical_id)
            for logical_id, resource in resources.items() if resource["Type"] in ARNS}
    for logical_id, resource in resources.items():
        if resource["Type"] == "AWS::ECR::Repository":
            resource.setdefault("Properties", {}).setdefault("RepositoryName", logical_id.lower())
        if resource.get("Properties", {}).get("FifoQueue"):
            resource["Properties"].setdefault("QueueName", f"{logical_id}.fifo")
        if "DependsOn" in resource:
            resource["DependsOn"] = [other for other in as_list(resource["DependsOn"]) if other not in absent]
    kept = {logical_id: resource for logical_id, resource in resources.items() if logical_id not in absent}
    return with_literals({**template, "Resources": kept}, names, arns)


def with_literals(value, names, arns):
    """Replaces references to resources that have a name or an ARN here."""
    if isinstance(value, list):
        return [with_literals(part, names, arns) for part in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"Ref"}:
        return names.get(value["Ref"], value)
    if set(value) == {"Fn::GetAtt"}:
        return arns.get(tuple(value["Fn::GetAtt"]), value)
    return {key: with_literals(part, names, arns) for key, part in value.items()}


def check(cloud):
    """A policy that IAM refuses, and one that differs from the template, must be found."""
    if len(list(Creation(cloud, role("my-bucket")).differences())) != 1:
        sys.exit("moto takes a policy on what is no ARN")
    creation = Creation(cloud, role("arn:aws:s3:::one"))
    creation.template = role("arn:aws:s3:::other")
    if len(list(creation.differences())) != 1:
        sys.exit("another policy than was asked for goes unnoticed")


def role(resource):
    document = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": resource}]}
    return {"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {
        "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]},
        "Policies": [{"PolicyName": "Policy", "PolicyDocument": document}],
    }}}}


def main(rows, *others):
    files = [*sorted(Path(rows).glob("*.json")),
             *(path for folder in others for path in sorted(Path(folder).glob("*.template.json")))]
    if len(files) < 200:
        sys.exit(f"there are {len(files)} templates: make them by the judge 'templates'")
    # Silences moto about resources of users that it can't create.
    logging.disable()
    warnings.simplefilter("ignore")
    findings, resources = [], 0
    with Cloud.started() as cloud:
        check(cloud)
        for path in files:
            template = mended(json.loads(path.read_text()))
            resources += sum(resource["Type"].startswith("AWS::IAM::") for resource in template["Resources"].values())
            try:
                findings += [f"{path.stem}: {difference}" for difference in Creation(cloud, template).differences()]
            except Exception as error:  # pylint: disable=broad-except
                findings.append(f"{path.stem}: {type(error).__name__} {str(error)[:300]}")
    announce(f"{len(files)} stacks created, {resources} resources of IAM read back, by moto {__version__}", findings)


main(*sys.argv[1:])
