"""Runs the commands of `pcluster`, from the first cluster to the last image that is deleted."""

import hashlib
import os
import sys
from pathlib import Path

from parallelcluster3.program import Program
from server import ACCOUNT, REGION

STREAM = "ip-10-0-0-1.i-1.cfn-init"
DEFAULT_BUCKET = f"parallelcluster-{hashlib.sha256((ACCOUNT + REGION).encode()).hexdigest()[:16]}-v1-do-not-delete"
# The clusters that are looked at, updated and deleted; the others are only created.
USED = ("plain", "managed", "existing", "own-bucket", "boundary", "batch")


def create_clusters(program):
    for name in program.configurations(is_image=False):
        if program.run("create-cluster", name, "--cluster-name", name, *cluster_file(program, name), *waiting(name)):
            program.created.append(name)
    for name in program.created:
        if name in USED:
            program.made.cluster(name, program.pools(name))
    program.run("create-cluster", "plain", "--cluster-name", "other", *cluster_file(program, "plain"),
                "--dryrun", "true", ends_with=1)


def cluster_file(program, name, folder="configurations"):
    return ["--cluster-configuration", str(program.file(name, folder))]


def waiting(name):
    return ["--wait"] if name == "plain" else []


def look_at_clusters(program):
    program.run("list-clusters", "")
    for name in USED:
        program.on_cluster("describe-cluster", name)
    for name in ("plain", "batch"):
        program.on_cluster("describe-compute-fleet", name)
        program.on_cluster("describe-cluster-instances", name)
    program.on_cluster("describe-cluster-instances", "managed")
    path = {"PATH": f"{without_ssh(program.folder)}:{os.environ['PATH']}"}
    program.on_cluster("dcv-connect", "managed", "--show-url", variables=path, ends_with=1)
    program.on_cluster("ssh", "managed", "--dryrun", "true", variables=path)


def read_logs_of_clusters(program):
    program.on_cluster("list-cluster-log-streams", "managed")
    program.on_cluster("get-cluster-log-events", "managed", "--log-stream-name", STREAM)
    program.on_cluster("get-cluster-stack-events", "managed")
    program.on_cluster("export-cluster-logs", "managed", "--bucket", DEFAULT_BUCKET)
    program.on_cluster("export-cluster-logs", "managed", "--bucket", "my-logs", "--bucket-prefix", "exports",
                       "--output-file", str(program.folder / "logs.tgz"), "--filters", "Name=node-type,Values=HeadNode")


def change_clusters(program):
    program.on_cluster("update-compute-fleet", "plain", "--status", "STOP_REQUESTED")
    for status in ("DISABLED", "ENABLED"):
        program.on_cluster("update-compute-fleet", "batch", "--status", status)
    program.on_cluster("delete-cluster-instances", "managed")
    for name in USED:
        program.on_cluster("update-cluster", name, *cluster_file(program, name, "updates"), "--force-update", "true",
                           *waiting(name))


def delete_clusters(program):
    for name in USED:
        program.on_cluster("delete-cluster", name)


def build_images(program):
    program.run("list-official-images", "")
    for name in program.configurations(is_image=True):
        program.on_image("build-image", name, "--image-configuration", str(program.file(name)),
                         "--rollback-on-failure", "false")


def look_at_images(program):
    program.made.image_logs("image")
    program.run("list-images", "", "--image-status", "PENDING")
    program.on_image("describe-image", "image")
    program.on_image("list-image-log-streams", "image")
    program.on_image("get-image-log-events", "image", "--log-stream-name", f"{program.release}/1")
    program.on_image("get-image-stack-events", "image")
    program.on_image("export-image-logs", "image", "--bucket", "my-logs", "--bucket-prefix", "exports")


def delete_images(program):
    """One that is ready, and two whose build failed."""
    program.made.image("image")
    program.run("list-images", "", "--image-status", "AVAILABLE")
    program.on_image("describe-image", "image")
    program.on_image("delete-image", "image")
    failed = {"variables": {"STATE_OF_IMAGE": "FAILED"}}
    program.stacks.change("image-roles", status="CREATE_FAILED")
    program.run("list-images", "", "--image-status", "FAILED", **failed)
    program.on_image("describe-image", "image-roles", **failed)
    program.on_image("delete-image", "image-roles", "--force", "true", **failed)
    program.on_image("delete-image", "image-full", **failed)


def without_ssh(folder):
    """A folder with an `ssh` that reaches nobody."""
    ssh = folder / "bin" / "ssh"
    ssh.parent.mkdir(exist_ok=True)
    ssh.write_text("#!/bin/sh\nexit 1\n")
    ssh.chmod(0o755)
    return ssh.parent


def main(folder, release):
    program = Program(Path(folder), release)
    for part in (create_clusters, look_at_clusters, read_logs_of_clusters, change_clusters, delete_clusters,
                 build_images, look_at_images, delete_images):
        part(program)


if __name__ == "__main__":
    main(*sys.argv[1:])
