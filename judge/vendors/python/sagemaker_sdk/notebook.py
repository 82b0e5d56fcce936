"""Runs what people do in notebooks: each cell is a step, in a process of its own with a session of its own."""

import io
import os
import tarfile
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from recorder import Recorder
from sagemaker_sdk import account
from sagemaker_sdk.answers import answers
from server import reset
from steps import Steps


class Notebook:
    """A notebook instance with the SDK of a release."""

    def __init__(self, folder, release):
        installed = version("sagemaker")
        if installed != release:
            raise SystemExit(f"the environment has the SDK {installed}, not {release}")
        folder = Path(folder)
        reset()
        account.make(model())
        recorder = Recorder(folder / "calls.jsonl")
        recorder.install(answers())
        self.steps = Steps(folder, recorder, "notebook", "notebook")
        self.metadata = folder / "metadata.json"
        self.metadata.write_text(account.metadata())
        # Nothing need be waited for: all is made at once here.
        time.sleep = lambda *_: None

    def run(self, flow, cells):
        """The cells of a flow, one after the other: later ones find what the earlier ones made."""
        for cell in cells:
            self.steps.run(cell.__name__.replace("_", "-"), flow, in_folder, cell)


def in_folder(cell):
    """Cells write files into a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            cell()
        finally:
            os.chdir("/")


def file(name, text="print(1)\n"):
    """A file in the folder of the cell."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return str(path)


def model():
    """The archive of a model."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as files:
        files.addfile(tarfile.TarInfo("model.pth"))
    return archive.getvalue()
