"""The registry of models, and their monitoring."""

from sagemaker.model import ModelPackage
from sagemaker.model_monitor import CronExpressionGenerator, DefaultModelMonitor
from sagemaker.model_monitor.dataset_format import DatasetFormat

from sagemaker_sdk import account
from sagemaker_sdk.version2.common import INSTANCE, model, role, session

GROUP = "churn"
CONTENTS = {"content_types": ["text/csv"], "response_types": ["text/csv"]}


def register():
    started = session()
    started.sagemaker_client.create_model_package_group(ModelPackageGroupName=GROUP)
    model(started).register(
        **CONTENTS, inference_instances=[INSTANCE], transform_instances=[INSTANCE], model_package_group_name=GROUP,
        approval_status="PendingManualApproval")


def register_in_new_group():
    model(session()).register(**CONTENTS, model_package_group_name="newgroup")


def package(client):
    return client.list_model_packages(ModelPackageGroupName=GROUP)["ModelPackageSummaryList"][0]["ModelPackageArn"]


def approve():
    client = session().sagemaker_client
    client.list_model_package_groups()
    arn = package(client)
    client.describe_model_package(ModelPackageName=arn)
    client.update_model_package(ModelPackageArn=arn, ModelApprovalStatus="Approved")
    client.batch_describe_model_package(ModelPackageArnList=[arn])


def deploy_package():
    started = session()
    ModelPackage(role=role(started), model_package_arn=package(started.sagemaker_client), sagemaker_session=started,
                 ).deploy(1, INSTANCE, endpoint_name="mp")


def delete_package():
    client = session().sagemaker_client
    client.delete_model_package(ModelPackageName=package(client))
    client.delete_model_package_group(ModelPackageGroupName=GROUP)


def monitor():
    started = session()
    of_model = DefaultModelMonitor(role=role(started), sagemaker_session=started)
    of_model.suggest_baseline(baseline_dataset=f"{account.DATA}/train.csv", dataset_format=DatasetFormat.csv(),
                              output_s3_uri=f"s3://{account.BUCKET}/base", wait=False, logs=False)
    of_model.create_monitoring_schedule(
        endpoint_input="e", output_s3_uri=f"s3://{account.BUCKET}/mon", monitor_schedule_name="mon",
        schedule_cron_expression=CronExpressionGenerator.hourly())
    of_model.describe_schedule()
    of_model.list_executions()
    of_model.delete_monitoring_schedule()


FLOWS = {
    "registry": [register, register_in_new_group, approve, deploy_package, delete_package],
    "monitoring": [monitor],
}
