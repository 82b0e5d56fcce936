"""What is recorded of the command line of Elastic Beanstalk, and for how many seconds at most."""

SECONDS = {"commands": 900}
VARIABLES = {}


def packages(_):
    """None: the program is in the environment."""
    return {}


def images(_):
    return []


def parts(_):
    return ["commands"]
