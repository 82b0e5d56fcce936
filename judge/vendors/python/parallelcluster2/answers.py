"""Answers in place of moto, where it does not know an operation or answers otherwise than AWS."""

from botocore.exceptions import ClientError

import answers as shared
from server import ACCOUNT, REGION
from stacks import given_parameters

ENVIRONMENT = {"computeEnvironmentName": "x", "computeResources": {"desiredvCpus": 0}}


def answers(estate):
    alone = {
        "batch.CreateComputeEnvironment": unknown_type,
        "batch.DescribeComputeEnvironments": lambda _: {"computeEnvironments": [ENVIRONMENT]},
        "batch.UpdateComputeEnvironment": lambda asked: {"computeEnvironmentName": asked["computeEnvironment"]},
        "iam.SimulatePrincipalPolicy": allowed,
        "sts.GetCallerIdentity": lambda _: {"Account": ACCOUNT},
    }
    return {**shared.answers(estate), **{key: given_parameters(function) for key, function in alone.items()},
            "ec2.DescribeVpcs": vpcs}


def vpcs(client, original, asked):
    """Each network of AWS has options for DHCP."""
    found = original(client, "DescribeVpcs", asked)
    return {**found, "Vpcs": [{**vpc, "DhcpOptionsId": "dopt-0123456789abcdef0"} for vpc in found["Vpcs"]]}


def unknown_type(_):
    """The program asks for an instance type that does not exist, to learn which do."""
    message = "Instance type can only be one of [optimal, c5, c5.large, c5.xlarge, m5]"
    raise ClientError({"Error": {"Code": "ClientException", "Message": message}}, "CreateComputeEnvironment")


def allowed(asked):
    return {"EvaluationResults": [{"EvalActionName": name, "EvalDecision": "allowed", "EvalResourceName": REGION}
                                  for name in asked["ActionNames"]]}
