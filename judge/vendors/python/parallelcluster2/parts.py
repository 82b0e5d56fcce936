"""What is recorded of a release of ParallelCluster 2, in which order, and for how many seconds at most.

The templates of these releases are in a bucket of AWS, not in the package: only calls are recorded.
"""

from parallelcluster3.official import official_images

VARIABLES = {"PCLUSTER_DISABLE_UPDATE_CHECK": "1"}
# The systems of official images, as they stand in their names.
SYSTEMS = ("amzn2-hvm", "centos7-hvm", "ubuntu-1804-lts-hvm", "ubuntu-2004-lts-hvm")

SECONDS = {"cli": 600, "configure": 120, "create_image": 120, "functions": 120, "batch_cli": 120,
           "slurm_daemons": 120, "scaling_daemons": 120}

# The daemons of Slurm launch instances themselves from here on, and functions clean up what is left of them. Before,
# Auto Scaling did it for each scheduler.
FIRST_WITH_SLURM_DAEMONS = (2, 9, 0)
LAST_WITH_SGE_AND_TORQUE = (2, 11, 4)
# Before, those of Auto Scaling are programs of Python 2.
FIRST_WITH_PYTHON_3_DAEMONS = (2, 5, 0)


def number(release):
    return tuple(map(int, release.split(".")))


def packages(release):
    """The packages of PyPI, each with its release."""
    return {"aws-parallelcluster": release, "aws-parallelcluster-node": release}


def images(release):
    return official_images(release, SYSTEMS)


def parts(release):
    left_out = {"slurm_daemons": number(release) < FIRST_WITH_SLURM_DAEMONS,
                "functions": number(release) < FIRST_WITH_SLURM_DAEMONS,
                "scaling_daemons": not FIRST_WITH_PYTHON_3_DAEMONS <= number(release) <= LAST_WITH_SGE_AND_TORQUE}
    return [part for part in SECONDS if not left_out.get(part)]


def schedulers(release):
    has_old_ones = number(release) <= LAST_WITH_SGE_AND_TORQUE
    return ["slurm", *(["sge", "torque"] if has_old_ones else []), "awsbatch"]
