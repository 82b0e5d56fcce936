"""Runs `pcluster configure`, which asks for what a first configuration needs."""

import sys
from pathlib import Path

from parallelcluster2 import configurations, estate
from parallelcluster2.parts import number
from parallelcluster2.program import User, pcluster
from server import REGION, reset

# One line for each question. An empty one takes what is offered.
CLUSTER = {
    "slurm": [REGION, "mykey", "slurm", "{system}", "0", "4", "c5.large", "c5.xlarge"],
    "awsbatch": [REGION, "mykey", "awsbatch", "0", "4", "c5.large"],
}
NETWORKS = {"existing-vpc": ["n", "", "n", "", ""], "new-subnets": ["n", "", "y", ""], "new-vpc": ["y", ""]}
FIRST_WITH_NETWORKS = (2, 5, 0)


def questions(release):
    """The answers by the name of the configuration. Older releases offer what a file has."""
    if number(release) < FIRST_WITH_NETWORKS:
        return {"existing-file": [""] * 9}
    return {f"{scheduler}-{name}": [*cluster, *network] for scheduler, cluster in CLUSTER.items()
            for name, network in NETWORKS.items()}


def configure(arguments):
    """The program, which names stacks after the time."""
    from pcluster.configure import networking
    networking.TIMESTAMP = "-20260101000000"
    pcluster(arguments)


def main(folder, release):
    folder = Path(folder)
    reset()
    made = estate.make()
    user = User(folder, made)
    program = configure if number(release) >= FIRST_WITH_NETWORKS else pcluster
    for name, typed in questions(release).items():
        configuration, user.stacks.file = f"configure-{name}", folder / f"stacks-of-{name}.json"
        file = folder / f"{configuration}.ini"
        if number(release) < FIRST_WITH_NETWORKS:
            configurations.write(file, configurations.base(made, release, "slurm"))
        answers = "\n".join([*typed, "", ""]).format(system=configurations.system(release))
        user.run("configure", configuration, "--config", str(file), program=program, typed=answers)


if __name__ == "__main__":
    main(*sys.argv[1:])
