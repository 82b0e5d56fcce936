"""What a user of Python sees: docstrings, programs, and a message of the library where an option is wrong."""

import ast
import json
import pathlib
import pydoc
import re
import subprocess
import sys

import aws_cdk as cdk
import cdk_platform_iam as library
import jsii

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
        assert "(experimental)" not in text, f"{name} says that it is experimental"
        assert "grant_pass" not in dir(construct) or "that passes this role" in text, f"{name}.grant_pass has no docstring"

programs = re.findall(r"^```python\n(.*?)^```$", library.__doc__ or "", re.MULTILINE | re.DOTALL)
assert programs and "```ts" not in library.__doc__, "the README of the package shows no Python"
for program in programs:
    ast.parse(program)



@jsii.implements(cdk.IPropertyInjector)
class PlatformPath:
    """Sets the path of all execution roles, as an organization would."""

    @property
    def construct_unique_id(self) -> str:
        return library.SageMakerExecutionRole.PROPERTY_INJECTION_ID

    def inject(self, original_props: object, *, scope: object, id: str) -> object:
        return {**original_props, "path": "/platform/"}


app = cdk.App()
stack = cdk.Stack(app, "Churn")
cdk.PropertyInjectors.of(stack).add(PlatformPath())
library.SageMakerExecutionRole(
    stack,
    "Training",
    training_job=library.SageMakerTrainingJobOptions(outputs=[library.S3Location.uri("s3://models/")]),
)
library.CdkNagFindings.acknowledge(app)
assembly = pathlib.Path(app.synth().directory)

resources = json.loads((assembly / "Churn.template.json").read_text())["Resources"].values()
paths = [resource["Properties"].get("Path") for resource in resources if resource["Type"] == "AWS::IAM::Role"]
assert paths == ["/platform/"], f"the property injector has no effect: {paths}"
acknowledged = [file for file in assembly.iterdir() if "AwsSolutions-IAM5[" in file.read_text()]
assert acknowledged, "no finding of cdk-nag is acknowledged"

print("docstrings, programs, messages, injected props and acknowledged findings are there")
