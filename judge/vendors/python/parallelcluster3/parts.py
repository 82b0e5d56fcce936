"""What is recorded of a release, in which order, and for how many seconds at most."""

from parallelcluster3.official import official_images

BATCH_CLI = "1.6.0"
LAST_WITH_BATCH = (3, 15)
VARIABLES = {"PCLUSTER_DISABLE_UPDATE_CHECK": "1"}
# The systems of official images, as they stand in their names.
SYSTEMS = ("amzn2023-hvm", "amzn2-hvm", "ubuntu-2204-lts-hvm", "ubuntu-2404-lts-hvm", "rhel8-hvm", "rhel9-hvm")

SECONDS = {"cli": 900, "configure": 120, "node": 120, "functions": 120, "batch_cli": 120}


def packages(release):
    """The packages of PyPI, each with its release."""
    batch = {"aws-parallelcluster-awsbatch-cli": BATCH_CLI} if has_batch(release) else {}
    return {"aws-parallelcluster": release, "aws-parallelcluster-node": release, **batch}


def images(release):
    return official_images(release, SYSTEMS)


def parts(release):
    return [part for part in SECONDS if part != "batch_cli" or has_batch(release)]


def has_batch(release):
    return tuple(map(int, release.split(".")[:2])) <= LAST_WITH_BATCH
