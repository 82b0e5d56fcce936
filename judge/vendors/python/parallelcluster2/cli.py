"""Runs the commands of `pcluster` on clusters, from the first that is made to the last that is deleted."""

import os
import sys
from pathlib import Path

from parallelcluster2 import configurations, estate, made
from parallelcluster2.parts import number
from parallelcluster2.program import User, by_default, pcluster_again
from server import reset

# What the head node would say of its desktop.
DESKTOP = "PclusterDcvServerPort=8443 PclusterDcvSessionId=x PclusterDcvSessionToken=y"
# Of these clusters all commands are run, as far as the release knows them.
USED = ("slurm", "sge", "torque", "awsbatch", "queues")
WAITED_FOR = ("slurm", "awsbatch")
# The first release with a command or an option.
SINCE = {"dcv": (2, 5, 0), "--keep-logs": (2, 6, 0), "--yes": (2, 8, 0), "--force": (2, 8, 0)}
# A file of Slurm without queues can only make clusters, once the release knows queues.
UPDATED = ("sge", "torque", "awsbatch", "queues")


class Commands:
    """The commands for one release, in their order."""

    def __init__(self, folder, release):
        self.folder, self.release = folder, release
        reset()
        self.estate = estate.make()
        self.files = configurations.all_configurations(self.estate, release)
        for name, configuration in self.files.items():
            configurations.write(self.file(name), configuration)
            configurations.write(self.file(name, "updates"), configurations.updated(configuration))
        by_default(self.file("slurm"))
        self.user = User(folder, self.estate)
        self.created = []

    def file(self, name, folder="configurations"):
        return self.folder / folder / f"{name}.ini"

    def knows(self, word):
        return number(self.release) >= SINCE.get(word, (2, 0, 0))

    def on(self, command, name, *more, folder="configurations"):
        """Runs a command on a cluster, if there is one of this name."""
        options = ["--config", str(self.file(name, folder)), *(each for each in more if self.knows(each))]
        return name in self.created and self.user.run(command, name, *options, name)

    def create(self):
        for name in self.files:
            waiting = [] if name in WAITED_FOR else ["--nowait"]
            if self.user.run("create", name, "--config", str(self.file(name)), *waiting, name):
                self.created.append(name)
                made.cluster(self.user.stacks, self.estate, name)
        # There is one of this name: what the command has made is deleted again.
        for name in ("slurm", "own-bucket"):
            if name in self.files:
                file = ["--config", str(self.file(name))]
                self.user.run("create", name, *file, name, program=pcluster_again, ends_with=1)

    def look(self):
        path = {"PATH": f"{with_ssh(self.folder)}:{os.environ['PATH']}"}
        self.user.run("list", "", "--config", str(self.file("slurm")))
        for name in USED:
            self.on("status", name)
            self.on("instances", name)
            if name in self.created:
                self.user.run("ssh", name, "--dryrun", name)
                if self.knows("dcv"):
                    self.user.run("dcv", name, "connect", "--show-url", name, variables=path)

    def change(self):
        for command in ("stop", "start"):
            for name in USED:
                self.on(command, name)
        for name in UPDATED if "queues" in self.files else (*UPDATED, "slurm"):
            self.on("update", name, "--yes", "--force", folder="updates")

    def delete(self):
        for name in self.created:
            self.on("delete", name, *(["--keep-logs"] if name == "slurm" else []))


def with_ssh(folder):
    """A folder with an `ssh` that reaches nobody."""
    ssh = folder / "bin" / "ssh"
    ssh.parent.mkdir(exist_ok=True)
    ssh.write_text(f"#!/bin/sh\necho {DESKTOP}\n")
    ssh.chmod(0o755)
    return ssh.parent


def main(folder, release):
    commands = Commands(Path(folder), release)
    for part in (commands.create, commands.look, commands.change, commands.delete):
        part()


if __name__ == "__main__":
    main(*sys.argv[1:])
