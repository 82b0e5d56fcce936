"""Pipelines, and schedules that start them."""

from sagemaker.core.workflow.parameters import ParameterString
from sagemaker.mlops.workflow.fail_step import FailStep
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.triggers import PipelineSchedule

from sagemaker_sdk.version3.common import role, session


def pipeline(name, of):
    return Pipeline(name, parameters=[ParameterString("X", "y")], steps=[FailStep("f", error_message="x")],
                    sagemaker_session=of)


def run():
    started = session()
    made = pipeline("churn3", started)
    for _ in ("create", "update"):
        made.upsert(role_arn=role(started))
    made.describe()
    execution = made.start(parameters={"X": "z"})
    execution.describe()
    execution.list_steps()
    execution.list_parameters()
    made.list_executions()
    made.list_pipeline_versions()
    made.build_parameters_from_execution(execution.arn)
    execution.stop()
    made.delete()


def schedule():
    started = session()
    made = pipeline("nightly3", started)
    made.upsert(role_arn=role(started))
    made.put_triggers([PipelineSchedule(rate=(1, "days"))], role_arn=role(started))


FLOWS = {"pipeline": [run], "pipeline-schedule": [schedule]}
