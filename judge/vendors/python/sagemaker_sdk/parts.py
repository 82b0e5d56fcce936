"""What is recorded of the SageMaker SDK for Python, and for how many seconds at most."""

SECONDS = {"version2": 900, "version3": 900}
VARIABLES = {"SAGEMAKER_TELEMETRY_OPT_OUT": "1"}


def packages(_):
    """None: the SDK is in the environment with what it stands on, since its two versions share little."""
    return {}


def images(_):
    return []


def parts(release):
    return [f"version{release.split('.')[0]}"]
