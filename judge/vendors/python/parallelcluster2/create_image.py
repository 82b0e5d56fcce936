"""Runs `pcluster createami` up to Packer, which is no part of the package: a script that starts an instance."""

import os
import sys
import tempfile
from pathlib import Path

from parallelcluster2 import configurations, estate
from parallelcluster2.parts import number
from parallelcluster2.program import User, by_default
from parallelcluster2.web import INSTANCE
from server import reset


FIRST_WITH_SCRIPTS = (2, 10, 0)


def main(folder, release):
    folder = Path(folder)
    tempfile.tempdir = str(folder)
    reset()
    made = estate.make()
    file = folder / "create-image.ini"
    configurations.write(file, configurations.base(made, release, "slurm"))
    by_default(file)
    packer = estate.client("ec2").run_instances(ImageId=made["parent-image"], MinCount=1, MaxCount=1)
    os.environ[INSTANCE] = packer["Instances"][0]["InstanceId"]
    user = User(folder, made)
    script = ["--post-install", f"s3://{made['data']}/scripts/start.sh"]
    for more in [[], script] if number(release) >= FIRST_WITH_SCRIPTS else [[]]:
        image = ["--ami-id", made["custom-image"], "--os", "alinux2"]
        user.run("createami", "image", "--config", str(file), *image, *more)


if __name__ == "__main__":
    main(*sys.argv[1:])
