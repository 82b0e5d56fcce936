"""Runs the commands of eb, each in a process of its own: later ones find what the earlier ones made."""

import json
import os
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import boto3
from ebcli.core import ebcore

from eb_cli.answers import BRANCH, Service, answers
from recorder import Recorder
from server import ACCOUNT, REGION, reset
from steps import Steps

ROLES = {"MyShopInstances": "ec2", "MyShopService": "elasticbeanstalk"}
OF = ["--service-role", "MyShopService", "--instance_profile", "MyShopInstances"]
DATABASE = ["--database", "--database.username", "shop", "--database.password", "correct-horse"]
BUCKET = f"elasticbeanstalk-{REGION}-{ACCOUNT}"

# The command and what follows it, by what users do.
FLOWS = {
    "init": [("init", ["-p", BRANCH, "--region", REGION, "shop"])],
    "manage": [
        ("create", ["shop-live", *OF, "--tags", "a=b", "--timeout", "1", "--elb-type", "application"]),
        ("create-single", ["shop-test", *OF, "--single", "--timeout", "1"]),
        ("clone", ["shop-live", "--clone_name", "shop-copy", "--timeout", "1"]),
        ("create-worker", ["shop-worker", *OF, "--tier", "worker", "--timeout", "1"]),
        ("create-database", ["shop-database", *OF, *DATABASE, "--timeout", "1"]),
        ("create-configured", ["shop-saved", *OF, "--cfg", "saved", "--cname", "shop-saved", "--timeout", "1"]),
    ],
    "default-roles": [("create-default", ["shop-plain", "--timeout", "1"])],
    "watch": [
        ("list", []), ("use", ["shop-live"]), ("status", ["--verbose"]), ("events", ["shop-live"]),
        ("health", ["shop-live"]), ("printenv", ["shop-live"]), ("tags-list", ["shop-live", "--list"]),
        ("platform", ["list"]),
    ],
    "logs": [("logs", ["shop-live"])],
    "deploy": [
        ("deploy", ["shop-live", "--timeout", "1"]),
        ("deploy-staged", ["shop-live", "--staged", "--label", "v9", "--timeout", "1"]),
        ("deploy-again", ["shop-live", "--label", "v10", "--timeout", "1"]),
        ("setenv", ["A=c", "--environment", "shop-live", "--timeout", "1"]), ("abort", ["shop-live"]),
    ],
    "delete-version": [("appversion", ["--delete", "v9"])],
    "change": [
        ("scale", ["2", "shop-live", "--timeout", "1"]), ("upgrade", ["shop-live", "--force", "--timeout", "1"]),
        ("config-save", ["save", "shop-live", "--cfg", "saved"]),
        ("swap", ["shop-live", "--destination_name", "shop-test"]), ("tags-add", ["shop-live", "--add", "e=f"]),
        ("tags-update", ["shop-live", "--update", "c=e"]), ("tags-delete", ["shop-live", "--delete", "c"]),
        ("logs-enable", ["shop-live", "--cloudwatch-logs", "enable"]),
    ],
    "configurations": [
        ("config-list", ["list"]), ("config-get", ["get", "saved"]), ("config-put", ["put", "saved"]),
        ("config-delete", ["delete", "saved"]),
    ],
    "terminate": [("terminate", ["shop-live", "--force", "--timeout", "1"])],
    "restore": [("restore", ["e-0000000000"])],
    "terminate-all": [("terminate-all", ["--all", "--force", "--timeout", "1"])],
}


def main(folder, release):
    if version("awsebcli") != release:
        raise SystemExit(f"the environment has awsebcli {version('awsebcli')}, not {release}")
    folder = Path(folder)
    reset()
    make()
    recorder = Recorder(folder / "calls.jsonl")
    recorder.install(answers(Service(folder / "state.json")))
    steps = Steps(folder, recorder, "eb", "user")
    # Nothing need be waited for: all is made at once here.
    time.sleep = lambda *_: None
    project = made_project(folder / "project")
    for flow, commands in FLOWS.items():
        for name, arguments in commands:
            steps.run(name, flow, eb, project, [name.split("-", maxsplit=1)[0], *arguments], typed="y\n")


def make():
    iam = boto3.client("iam", region_name=REGION)
    for name, service in ROLES.items():
        trust = {"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"Service": f"{service}.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust))
    iam.create_instance_profile(InstanceProfileName="MyShopInstances")
    iam.add_role_to_instance_profile(InstanceProfileName="MyShopInstances", RoleName="MyShopInstances")
    s3 = boto3.client("s3", region_name=REGION)
    s3.create_bucket(Bucket=BUCKET)
    s3.put_object(Bucket=BUCKET, Key="resources/templates/shop/saved", Body=b"EnvironmentConfigurationMetadata: {}\n")


def made_project(folder):
    folder.mkdir()
    (folder / "application.py").write_text("print(1)\n")
    git = ["git", "-c", "user.email=a@b", "-c", "user.name=a", "-C", str(folder)]
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "x"]):
        subprocess.run([*git, *arguments], check=True)
    return folder


def eb(project, arguments):
    os.chdir(project)
    sys.argv = ["eb", *arguments]
    ebcore.main()


if __name__ == "__main__":
    main(*sys.argv[1:])
