"""Pipelines, and schedules that start them."""

from sagemaker.core import resources
from sagemaker.core.resources import PipelineExecution
from sagemaker.core.workflow.parameters import ParameterString
from sagemaker.mlops.workflow.fail_step import FailStep
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.triggers import PipelineSchedule

from sagemaker_sdk.answers import arn
from sagemaker_sdk.version3.common import place, role, session

TOKEN = "0" * 32


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
    change(execution.arn, place(started))
    execution.stop()
    made.delete()


def change(execution, where):
    list(resources.Pipeline.get_all(**where))
    execution = PipelineExecution.get(execution, **where)
    execution.get_pipeline_definition()
    execution.update(pipeline_execution_description="x")
    execution.retry(client_request_token=TOKEN)


def answer_callback():
    """What a step that waits for somebody is told: the token has its execution."""
    of_token = arn("pipeline", "churn3/execution/0123456789ab")
    execution = PipelineExecution(pipeline_execution_arn=of_token, failure_reason="x")
    execution.send_execution_step_success(callback_token="0123456789")
    execution.send_execution_step_failure(callback_token="0123456789")


def schedule():
    started = session()
    made = pipeline("nightly3", started)
    made.upsert(role_arn=role(started))
    made.put_triggers([PipelineSchedule(rate=(1, "days"))], role_arn=role(started))


FLOWS = {"pipeline": [run, answer_callback], "pipeline-schedule": [schedule]}
