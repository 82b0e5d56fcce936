"""Prints how many seconds the imports of an app take, without the library or with it."""

import json
import sys
import time

start = time.perf_counter()
import aws_cdk  # noqa: E402,F401
import aws_cdk.aws_iam  # noqa: E402,F401

if sys.argv[1] == "library":
    import cdk_platform_iam  # noqa: F401

json.dump({"seconds": time.perf_counter() - start}, sys.stdout)
