"""Runs the flows of version 2 of the SDK."""

import sys

import sagemaker.session

from sagemaker_sdk.notebook import Notebook
from sagemaker_sdk.version2 import data, endpoints, jobs, models, pipelines


def main(folder, release):
    notebook = Notebook(folder, release)
    sagemaker.session.NOTEBOOK_METADATA_FILE = str(notebook.metadata)
    for module in (data, jobs, endpoints, models, pipelines):
        for flow, cells in module.FLOWS.items():
            notebook.run(flow, cells)


if __name__ == "__main__":
    main(*sys.argv[1:])
