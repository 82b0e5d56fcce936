"""Pipelines, and schedules that start them."""

from sagemaker.inputs import TrainingInput
from sagemaker.workflow.fail_step import FailStep
from sagemaker.workflow.parameters import ParameterString
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import ProcessingStep, TrainingStep
from sagemaker.workflow.triggers import PipelineSchedule

from sagemaker_sdk import account
from sagemaker_sdk.notebook import file
from sagemaker_sdk.version2.common import estimator, processor, role, session


def run():
    started = PipelineSession()
    steps = [
        ProcessingStep("prep", step_args=processor(started).run(file("prep.py"))),
        TrainingStep("train", step_args=estimator(started).fit({"train": TrainingInput(account.DATA)})),
    ]
    pipeline = Pipeline("churn", parameters=[ParameterString("X", "y")], steps=steps, sagemaker_session=started)
    tags = [{"Key": "a", "Value": "b"}]
    pipeline.upsert(role_arn=role(started), tags=tags)
    pipeline.upsert(role_arn=role(started), tags=tags)
    pipeline.describe()
    execution = pipeline.start(parameters={"X": "z"})
    execution.describe()
    execution.list_steps()
    execution.list_parameters()
    pipeline.list_executions()
    execution.stop()
    pipeline.delete()


def schedule():
    started = session()
    pipeline = Pipeline("nightly", steps=[FailStep("f", error_message="x")], sagemaker_session=started)
    pipeline.upsert(role_arn=role(started))
    pipeline.list_pipeline_versions()
    pipeline.put_triggers([PipelineSchedule(rate=(1, "days"))], role_arn=role(started))


FLOWS = {"pipeline": [run], "pipeline-schedule": [schedule]}
