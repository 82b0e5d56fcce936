"""Files, experiments, features and lineage."""

from pathlib import Path

import pandas
from sagemaker.analytics import ExperimentAnalytics
from sagemaker.experiments import list_runs
from sagemaker.experiments.experiment import Experiment
from sagemaker.experiments.run import Run, load_run
from sagemaker.feature_store.feature_definition import StringFeatureDefinition
from sagemaker.feature_store.feature_group import FeatureGroup
from sagemaker.feature_store.feature_store import FeatureStore
from sagemaker.feature_store.inputs import Filter, FilterOperatorEnum, ResourceEnum
from sagemaker.lineage.action import Action
from sagemaker.lineage.artifact import Artifact
from sagemaker.lineage.association import Association
from sagemaker.lineage.context import Context
from sagemaker.lineage.query import LineageQuery
from sagemaker.s3 import S3Downloader, S3Uploader
import sagemaker.session

from sagemaker_sdk import account
from sagemaker_sdk.answers import arn
from sagemaker_sdk.notebook import file
from sagemaker_sdk.version2.common import estimator, role, session

LARGE = 20 << 20


def default_bucket():
    started = session()
    role(started)
    started.default_bucket()


def outside_of_an_instance():
    sagemaker.session.NOTEBOOK_METADATA_FILE = "/nonexistent"
    session().get_caller_identity_arn()


def upload():
    started = session()
    started.upload_data(file("train.csv"), key_prefix="churn/train")
    Path("large.bin").write_bytes(b"0" * LARGE)
    started.upload_data("large.bin", bucket=account.BUCKET, key_prefix="large")
    started.upload_string_as_file_body("x", account.BUCKET, "y/z")
    S3Uploader.upload("train.csv", f"s3://{account.BUCKET}/y", sagemaker_session=started)


def download():
    started = session()
    started.list_s3_files(account.BUCKET, "x")
    started.read_s3_file(account.BUCKET, "x/train.csv")
    started.download_data(".", account.BUCKET, "x/")
    S3Downloader.list(account.DATA, sagemaker_session=started)
    S3Downloader.read_file(f"{account.DATA}/train.csv", sagemaker_session=started)


def record_runs():
    started = session()
    with Run(experiment_name="exp", run_name="run1", sagemaker_session=started) as run:
        run.log_parameter("a", 1)
        run.log_metric("loss", 0.1, step=0)
        run.log_file(file("notes.txt"), name="notes")
        run.log_artifact("art", account.DATA)
    with load_run(experiment_name="exp", run_name="run1", sagemaker_session=started) as run:
        run.log_metric("loss", 0.2)


def train_in_run():
    started = session()
    with Run(experiment_name="exp2", sagemaker_session=started):
        estimator(started).fit({"train": account.DATA}, job_name="churn-exp", wait=False)


def look_at_runs():
    started = session()
    list_runs("exp", sagemaker_session=started)
    ExperimentAnalytics(experiment_name="exp", sagemaker_session=started).dataframe()


def delete_runs():
    Experiment.load("exp", sagemaker_session=session())._delete_all(action="--force")


def frame():
    return pandas.DataFrame({"id": [1, 2], "v": [0.1, 0.2], "t": [1.0, 2.0]})


def create_features():
    started = session()
    group = FeatureGroup("fg", sagemaker_session=started)
    group.load_feature_definitions(frame())
    group.create(s3_uri=f"s3://{account.BUCKET}/fs", record_identifier_name="id", event_time_feature_name="t",
                 role_arn=role(started), enable_online_store=True)
    group.describe()


def use_features():
    group = FeatureGroup("fg", sagemaker_session=session())
    group.load_feature_definitions(frame())
    group.ingest(frame(), max_workers=1, wait=True)
    group.get_record("1")
    group.delete_record("1", "1.0")
    group.list_tags()


def change_features():
    group = FeatureGroup("fg", sagemaker_session=session())
    group.update([StringFeatureDefinition("n")])
    group.update_feature_metadata("v", description="x")
    group.describe_feature_metadata("v")


def query_features():
    started = session()
    query = FeatureGroup("fg", sagemaker_session=started).athena_query()
    query.run("select 1", output_location=f"s3://{account.BUCKET}/athena")
    query.wait()
    store = FeatureStore(sagemaker_session=started)
    store.list_feature_groups()
    store.search(resource=ResourceEnum.FEATURE_GROUP, filters=[
        Filter(name="FeatureGroupName", value="fg", operator=FilterOperatorEnum.EQUALS)])


def delete_features():
    FeatureGroup("fg", sagemaker_session=session()).delete()


def record_lineage():
    started = session()
    made = Artifact.create(artifact_name="a", source_uri=account.DATA, artifact_type="Model", sagemaker_session=started)
    Context.create(context_name="x", source_uri=account.DATA, context_type="Endpoint", sagemaker_session=started)
    Action.create(action_name="x", source_uri=account.DATA, action_type="Approval", sagemaker_session=started)
    Association.create(source_arn=made.artifact_arn, destination_arn=arn("context", "x"), sagemaker_session=started)


def look_at_lineage():
    started = session()
    Artifact.load(artifact_arn=arn("artifact", "x"), sagemaker_session=started)
    list(Artifact.list(sagemaker_session=started))
    list(Context.list(sagemaker_session=started))
    list(Action.list(sagemaker_session=started))
    list(Association.list(source_arn=arn("artifact", "x"), sagemaker_session=started))
    LineageQuery(started).query(start_arns=[arn("artifact", "x")])


FLOWS = {
    "data": [default_bucket, outside_of_an_instance, upload, download],
    "experiments": [record_runs, train_in_run, look_at_runs, delete_runs],
    "features": [create_features, use_features, change_features, query_features, delete_features],
    "lineage": [record_lineage, look_at_lineage],
}
