"""Runs the flows of version 3 of the SDK, and writes which roles it would make by itself."""

import json
import sys
from importlib.metadata import version
from pathlib import Path

from sagemaker.core.helper import session_helper
from sagemaker.core.helper.iam_policies import IAM_POLICY_CONFIG

from sagemaker_sdk.notebook import Notebook
from sagemaker_sdk.version3 import data, endpoints, jobs, models, pipelines


def main(folder, release):
    notebook = Notebook(folder, release)
    session_helper.NOTEBOOK_METADATA_FILE = str(notebook.metadata)
    for module in (data, jobs, endpoints, models, pipelines):
        for flow, cells in module.FLOWS.items():
            notebook.run(flow, cells)
    (Path(folder) / "roles.json").write_text(json.dumps(roles(), indent=1))


def roles():
    """The names of the actions of each role, and the package that has them."""
    return {
        "source": f"sagemaker-core {version('sagemaker-core')}, sagemaker/core/helper/iam_policies.py, Apache-2.0",
        "actions": {kind: sorted({action for policy in role["policies"].values()
                                  for statement in policy["Statement"] for action in statement["Action"]})
                    for kind, role in IAM_POLICY_CONFIG.items()},
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
