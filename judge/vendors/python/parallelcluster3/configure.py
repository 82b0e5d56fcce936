"""Runs `pcluster configure`, which asks for what a first configuration needs."""

import sys
from pathlib import Path

import answers
import estate
from parallelcluster3.program import pcluster
from parallelcluster3.known import system
from recorder import Recorder
from server import REGION, reset
from stacks import Stacks
from steps import Steps

# One line for each question. An empty one takes what is offered.
CLUSTER = ["mykey", "slurm", "{system}", "c5.large", "1", "q1", "1", "c5.xlarge", "4"]
NETWORKS = {"configure-existing-vpc": ["n", "", "n", "", "", ""], "configure-new-vpc": ["y", "", "", ""]}


def main(folder, _):
    folder = Path(folder)
    reset()
    made = estate.make()
    recorder = Recorder(folder / "calls.jsonl")
    stacks = Stacks(folder / "stacks-of-configure.json", folder / "templates", recorder.who)
    recorder.install({**answers.answers(made), **stacks.answers()}, {**answers.states(), **stacks.states()})
    steps = Steps(folder, recorder, "pcluster", "user")
    for name, network in NETWORKS.items():
        typed = "\n".join([*CLUSTER, *network, ""]).format(system=system())
        arguments = ["configure", "--config", str(folder / f"{name}.yaml"), "--region", REGION]
        steps.run("configure", name, pcluster, arguments, typed=typed)


if __name__ == "__main__":
    main(*sys.argv[1:])
