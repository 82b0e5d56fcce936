"""The registry of models, their monitoring, and the check of roles."""

from sagemaker.core.helper.iam_role_resolver import resolve_and_validate_role
from sagemaker.core.model_monitor import CronExpressionGenerator, DefaultModelMonitor
from sagemaker.core.model_monitor.dataset_format import DatasetFormat
from sagemaker.core.resources import ModelPackage, ModelPackageGroup

from sagemaker_sdk import account
from sagemaker_sdk.version3.common import INSTANCE, builder, place, role, session

GROUP = "churn3"


def register():
    of_model = builder(session())
    of_model.build(model_name="mr")
    of_model.register(
        model_package_group_name=GROUP, content_types=["text/csv"], response_types=["text/csv"],
        inference_instances=[INSTANCE], transform_instances=[INSTANCE], approval_status="PendingManualApproval")


def approve():
    started = session()
    where = place(started)
    list(ModelPackageGroup.get_all(**where))
    package = next(iter(ModelPackage.get_all(model_package_group_name=GROUP, **where)))
    package.refresh()
    package.update(model_approval_status="Approved")
    started.sagemaker_client.delete_model_package(ModelPackageName=package.model_package_arn)
    ModelPackageGroup.get(GROUP, **where).delete()


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


def check_roles():
    started = session()
    for kind in ("training", "serving", "pipeline", "feature_store"):
        resolve_and_validate_role(role(started), kind, started)


FLOWS = {
    "registry": [register, approve],
    "monitoring": [monitor],
    "role-check": [check_roles],
}
