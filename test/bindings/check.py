"""What a user of Python sees: docstrings, programs, and a message of the library where an option is wrong."""

import ast
import pydoc
import re
import subprocess
import sys

import cdk_platform_iam as library

WRONG = """
from aws_cdk import App, Stack
from cdk_platform_iam import SageMakerExecutionRole, SageMakerTrainingJobOptions

SageMakerExecutionRole(Stack(App(), "Churn"), "Training", training_job=SageMakerTrainingJobOptions(outputs=[]))
"""
MESSAGE = "'trainingJob.outputs' must not be empty: a training job requires an output location, got []"

traceback = subprocess.run([sys.executable, "-c", WRONG], capture_output=True, text=True).stderr
last_line = traceback.strip().splitlines()[-1]
assert last_line.endswith(f"Churn/Training: {MESSAGE}"), last_line

for name, construct in vars(library).items():
    if isinstance(construct, type):
        text = pydoc.plain(pydoc.render_doc(construct))
        # Structs say at their initializer what they are.
        assert construct.__doc__ or construct.__init__.__doc__, f"{name} has no docstring"
        assert "grant_pass" not in dir(construct) or "that passes this role" in text, f"{name}.grant_pass has no docstring"

programs = re.findall(r"^```python\n(.*?)^```$", library.__doc__ or "", re.MULTILINE | re.DOTALL)
assert programs and "```ts" not in library.__doc__, "the README of the package shows no Python"
for program in programs:
    ast.parse(program)

print("docstrings, programs and messages are there")
