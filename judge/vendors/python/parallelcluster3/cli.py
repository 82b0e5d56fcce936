"""Runs the commands of `pcluster`, from the first cluster to the last image that is deleted."""

import hashlib
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import yaml

import answers
import estate
from parallelcluster3 import batch
from parallelcluster3.made import Made
from recorder import Recorder
from server import ACCOUNT, REGION, reset
from stacks import Stacks, given_parameters
from steps import Steps

STREAM = "ip-10-0-0-1.i-1.cfn-init"
DEFAULT_BUCKET = f"parallelcluster-{hashlib.sha256((ACCOUNT + REGION).encode()).hexdigest()[:16]}-v1-do-not-delete"
# The clusters that are looked at and updated; the others are only created.
USED = ("plain", "managed", "existing", "own-bucket", "boundary", "batch")
# They are read once, for all commands, which use the same process of jsii one after the other.
MODULES = ("pcluster.cli.entrypoint", "pcluster.templates.cluster_stack", "pcluster.templates.imagebuilder_stack")
SECONDS_TO_WRITE_CONFIGURATIONS = 120


class Commands:
    """The commands for one release, in their order."""

    def __init__(self, folder, release):
        self.folder, self.release = folder, release
        reset()
        self.estate = estate.make()
        (folder / "estate.json").write_text(json.dumps(self.estate, indent=1))
        write_configurations(folder)
        recorder = Recorder(folder / "calls.jsonl")
        self.stacks = Stacks(folder / "stacks.json", folder / "templates", recorder.who)
        self.made = Made(self.estate, self.stacks, release, self.configuration("plain")["Image"]["Os"])
        image = {"imagebuilder.GetImage": given_parameters(self.image)}
        recorder.install({**answers.answers(self.estate), **batch.answers(), **self.stacks.answers(), **image},
                         {**answers.states(), **self.stacks.states()})
        self.steps = Steps(folder, recorder, "pcluster", "user")
        self.created = []

    def image(self, asked):
        amis = [{"image": self.estate["parent-image"], "region": REGION}]
        return {"image": {"arn": asked["imageBuildVersionArn"], "outputResources": {"amis": amis},
                          "state": {"status": os.environ.get("STATE_OF_IMAGE", "AVAILABLE")}}}

    def configuration(self, name):
        return yaml.safe_load((self.folder / "configurations" / f"{name}.yaml").read_text())

    def configurations(self, is_image):
        files = (self.folder / "configurations").glob("*.yaml")
        names = [file.stem for file in files if ("Build" in self.configuration(file.stem)) == is_image]
        # The plain ones come first: they make what all others share.
        return sorted(names, key=lambda name: (name not in ("plain", "image"), name))

    def pcluster(self, command, configuration, *more, **options):
        """Runs a command of the program."""
        return self.steps.run(command, configuration, run, [command, *more], **options)

    def on(self, command, name, *more, **options):
        """Runs a command on a cluster, if there is one of this name."""
        return name in self.created and self.pcluster(command, name, "--cluster-name", name, *more, **options)

    def file(self, name, folder="configurations"):
        return ["--cluster-configuration", str(self.folder / folder / f"{name}.yaml")]

    def create(self):
        for name in self.configurations(is_image=False):
            waiting = ["--wait"] if name == "plain" else []
            if self.pcluster("create-cluster", name, "--cluster-name", name, *self.file(name), *waiting):
                self.created.append(name)
        for name in USED:
            if name in self.created:
                self.made.cluster(name, self.pools(name))
        self.pcluster("create-cluster", "plain", "--cluster-name", "other", *self.file("plain"), "--dryrun", "true",
                      ends_with=1)

    def pools(self, name):
        return [pool["Name"] for pool in self.configuration(name).get("LoginNodes", {}).get("Pools", [])]

    def look(self):
        self.pcluster("list-clusters", "")
        for name in USED:
            self.on("describe-cluster", name)
        for name in ("plain", "batch"):
            self.on("describe-compute-fleet", name)
            self.on("describe-cluster-instances", name)
        self.on("describe-cluster-instances", "managed")
        self.on("list-cluster-log-streams", "managed")
        self.on("get-cluster-log-events", "managed", "--log-stream-name", STREAM)
        self.on("get-cluster-stack-events", "managed")
        head = ["--filters", "Name=node-type,Values=HeadNode"]
        own = ["--bucket", "my-logs", "--bucket-prefix", "exports", "--output-file", str(self.folder / "logs.tgz")]
        self.on("export-cluster-logs", "managed", "--bucket", DEFAULT_BUCKET)
        self.on("export-cluster-logs", "managed", *own, *head)
        path = {"PATH": f"{without_ssh(self.folder)}:{os.environ['PATH']}"}
        self.on("dcv-connect", "managed", "--show-url", variables=path, ends_with=1)
        self.on("ssh", "managed", "--dryrun", "true", variables=path)

    def change(self):
        self.on("update-compute-fleet", "plain", "--status", "STOP_REQUESTED")
        for status in ("DISABLED", "ENABLED"):
            self.on("update-compute-fleet", "batch", "--status", status)
        self.on("delete-cluster-instances", "managed")
        for name in USED:
            waiting = ["--wait"] if name == "plain" else []
            self.on("update-cluster", name, *self.file(name, "updates"), "--force-update", "true", *waiting)

    def delete(self):
        for name in USED:
            self.on("delete-cluster", name)

    def build(self):
        self.pcluster("list-official-images", "")
        for name in self.configurations(is_image=True):
            file = ["--image-configuration", str(self.folder / "configurations" / f"{name}.yaml")]
            self.of("build-image", name, *file, "--rollback-on-failure", "false")

    def of(self, command, image, *more, **options):
        """Runs a command on an image."""
        return self.pcluster(command, image, "--image-id", image, *more, **options)

    def images(self):
        self.made.image_logs("image")
        self.pcluster("list-images", "", "--image-status", "PENDING")
        self.of("describe-image", "image")
        self.of("list-image-log-streams", "image")
        self.of("get-image-log-events", "image", "--log-stream-name", f"{self.release}/1")
        self.of("get-image-stack-events", "image")
        self.of("export-image-logs", "image", "--bucket", "my-logs", "--bucket-prefix", "exports")
        self.made.image("image")
        self.pcluster("list-images", "", "--image-status", "AVAILABLE")
        self.of("describe-image", "image")
        self.of("delete-image", "image")
        failed = {"variables": {"STATE_OF_IMAGE": "FAILED"}}
        self.stacks.change("image-roles", status="CREATE_FAILED")
        self.pcluster("list-images", "", "--image-status", "FAILED", **failed)
        self.of("describe-image", "image-roles", **failed)
        self.of("delete-image", "image-roles", "--force", "true", **failed)
        self.of("delete-image", "image-full", **failed)


def run(arguments):
    """The program itself."""
    import random
    import time
    from pcluster.cli.entrypoint import main
    random.seed(" ".join(arguments))
    time.sleep = lambda _: None
    sys.argv = ["pcluster", *arguments]
    main()


def write_configurations(folder):
    """In a process of its own: reading the schemas must leave nothing here that a command would find."""
    known = subprocess.run([sys.executable, "-m", "parallelcluster3.known", str(folder)], check=True, text=True,
                           stdout=subprocess.PIPE, timeout=SECONDS_TO_WRITE_CONFIGURATIONS)
    (folder / "known.txt").write_text(known.stdout)


def without_ssh(folder):
    """A folder with an `ssh` that reaches nobody."""
    ssh = folder / "bin" / "ssh"
    ssh.parent.mkdir(exist_ok=True)
    ssh.write_text("#!/bin/sh\nexit 1\n")
    ssh.chmod(0o755)
    return ssh.parent


def main(folder, release):
    for module in MODULES:
        importlib.import_module(module)
    commands = Commands(Path(folder), release)
    for part in (commands.create, commands.look, commands.change, commands.delete, commands.build, commands.images):
        part()


if __name__ == "__main__":
    main(*sys.argv[1:])
