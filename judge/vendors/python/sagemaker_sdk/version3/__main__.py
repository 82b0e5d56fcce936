"""Runs the flows of version 3 of the SDK."""

import sys

from sagemaker.core.helper import session_helper

from sagemaker_sdk.notebook import Notebook
from sagemaker_sdk.version3 import data, endpoints, jobs, models, pipelines


def main(folder, release):
    notebook = Notebook(folder, release)
    session_helper.NOTEBOOK_METADATA_FILE = str(notebook.metadata)
    for module in (data, jobs, endpoints, models, pipelines):
        for flow, cells in module.FLOWS.items():
            notebook.run(flow, cells)


if __name__ == "__main__":
    main(*sys.argv[1:])
