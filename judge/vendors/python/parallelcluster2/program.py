"""Runs `pcluster` in the process of a step."""

import importlib
import os
import random
import shutil
import sys
import time
from pathlib import Path

from answers import states
from parallelcluster2 import web
from parallelcluster2.answers import answers
from parallelcluster2.stacks import ClusterStacks
from recorder import Recorder
from steps import Steps


def pcluster(arguments, seed=""):
    """The program itself. Names that it makes up are the same in each run."""
    from pcluster.cli import main
    random.seed(f"{seed} {arguments[0]} {arguments[-1]}")
    time.sleep = lambda _: None
    sys.argv = ["pcluster", *arguments]
    main()


def pcluster_again(arguments):
    """The program, where names that it has made up before are in use."""
    pcluster(arguments, "again")


class User:
    """Calls the program, and is recorded."""

    def __init__(self, folder, made):
        web.close()
        importlib.import_module("pcluster.cli")
        self.stacks = ClusterStacks(folder / "stacks.json")
        recorder = Recorder(folder / "calls.jsonl")
        recorder.install({**answers(made), **self.stacks.answers()}, {**states(), **self.stacks.states()})
        self.steps = Steps(folder, recorder, "pcluster", "user")

    def run(self, command, configuration, *arguments, program=pcluster, **options):
        return self.steps.run(command, configuration, program, [command, *arguments], **options)


def by_default(file):
    """Some commands only know the file at home."""
    home = Path(os.environ["HOME"]) / ".parallelcluster"
    home.mkdir(exist_ok=True)
    shutil.copy(file, home / "config")
