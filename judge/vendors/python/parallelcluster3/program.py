"""`pcluster` of a release on an estate of its own: each of its commands is a step."""

import importlib
import json
import os
import random
import subprocess
import sys
import time

import yaml

import answers
import estate
from parallelcluster3 import batch
from parallelcluster3.made import Made
from recorder import Recorder
from server import REGION, reset
from stacks import Stacks, given_parameters
from steps import Steps

# They are read once, for all commands, which use the same process of jsii one after the other.
MODULES = ("pcluster.cli.entrypoint", "pcluster.templates.cluster_stack", "pcluster.templates.imagebuilder_stack")
SECONDS_TO_WRITE_CONFIGURATIONS = 120


class Program:
    """Makes the estate and the configurations, and knows which clusters were created."""

    def __init__(self, folder, release):
        for module in MODULES:
            importlib.import_module(module)
        self.folder, self.release, self.created = folder, release, []
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

    def image(self, asked):
        amis = [{"image": self.estate["parent-image"], "region": REGION}]
        return {"image": {"arn": asked["imageBuildVersionArn"], "outputResources": {"amis": amis},
                          "state": {"status": os.environ.get("STATE_OF_IMAGE", "AVAILABLE")}}}

    def configuration(self, name):
        return yaml.safe_load(self.file(name).read_text())

    def file(self, name, folder="configurations"):
        return self.folder / folder / f"{name}.yaml"

    def configurations(self, is_image):
        """The names of those that the release knows. The plain ones come first: they make what all others share."""
        names = [file.stem for file in (self.folder / "configurations").glob("*.yaml")]
        chosen = [name for name in names if ("Build" in self.configuration(name)) == is_image]
        return sorted(chosen, key=lambda name: (name not in ("plain", "image"), name))

    def pools(self, name):
        return [pool["Name"] for pool in self.configuration(name).get("LoginNodes", {}).get("Pools", [])]

    def run(self, command, configuration, *arguments, **options):
        """Runs a command."""
        return self.steps.run(command, configuration, pcluster, [command, *arguments], **options)

    def on_cluster(self, command, name, *arguments, **options):
        """Runs a command on a cluster, if this cluster was created."""
        if name in self.created:
            self.run(command, name, "--cluster-name", name, *arguments, **options)

    def on_image(self, command, name, *arguments, **options):
        """Runs a command on an image."""
        self.run(command, name, "--image-id", name, *arguments, **options)


def pcluster(arguments):
    """The program itself. It need not wait: all is made at once here."""
    random.seed(" ".join(arguments))
    time.sleep = lambda _: None
    sys.argv = ["pcluster", *arguments]
    importlib.import_module("pcluster.cli.entrypoint").main()


def write_configurations(folder):
    """In a process of its own: reading the schemas must leave nothing here that a command would find."""
    known = subprocess.run([sys.executable, "-m", "parallelcluster3.known", str(folder)], check=True, text=True,
                           stdout=subprocess.PIPE, timeout=SECONDS_TO_WRITE_CONFIGURATIONS)
    (folder / "known.txt").write_text(known.stdout)
