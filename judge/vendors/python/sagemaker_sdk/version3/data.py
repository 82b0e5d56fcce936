"""Files, experiments, features and lineage."""

import pandas
from sagemaker.core.experiments.run import Run
from sagemaker.core.lineage.artifact import Artifact
from sagemaker.core.lineage.context import Context
from sagemaker.core.lineage.query import LineageQuery
from sagemaker.core.resources import Experiment, FeatureGroup, FeatureMetadata, Trial
from sagemaker.core.s3 import S3Downloader, S3Uploader
from sagemaker.core.shapes import (
    BatchGetRecordIdentifier, BatchWriteRecordEntry, FeatureDefinition, FeatureValue, OfflineStoreConfig,
    OnlineStoreConfig, S3StorageConfig,
)
from sagemaker.mlops.feature_store import feature_utils

from sagemaker_sdk import account
from sagemaker_sdk.answers import arn
from sagemaker_sdk.notebook import file
from sagemaker_sdk.version3.common import CHANNELS, place, role, session, trainer

GROUP = "fg3"


def default_bucket():
    started = session()
    role(started)
    started.default_bucket()


def upload():
    started = session()
    started.upload_data(file("train.csv"), key_prefix="churn/train")
    S3Uploader.upload_string_as_file_body("x", f"s3://{account.BUCKET}/y/z", sagemaker_session=started)


def download():
    started = session()
    started.list_s3_files(account.BUCKET, "x")
    started.read_s3_file(account.BUCKET, "x/train.csv")
    started.download_data(".", account.BUCKET, "x/")
    S3Downloader.list(account.DATA, sagemaker_session=started)


def record_runs():
    with Run(experiment_name="exp3", run_name="run1", sagemaker_session=session()) as run:
        run.log_parameter("a", 1)
        run.log_metric("loss", 0.1, step=0)
        run.log_file(file("notes.txt"), name="notes")
        run.log_artifact("art", account.DATA)


def train_in_run():
    started = session()
    with Run(experiment_name="exp4", sagemaker_session=started):
        trainer(started).train(input_data_config=CHANNELS, wait=False)


def look_at_runs():
    where = place(session())
    list(Experiment.get_all(**where))
    list(Trial.get_all(experiment_name="exp3", **where))
    Experiment.get("exp3", **where).update(description="x")
    Trial.get("Default-Run-Group-exp3", **where).update(display_name="x")


def create_features():
    started = session()
    stored = S3StorageConfig(s3_uri=f"s3://{account.BUCKET}/fs")
    types = {"id": "String", "t": "Fractional"}
    FeatureGroup.create(
        feature_group_name=GROUP, record_identifier_feature_name="id", event_time_feature_name="t",
        feature_definitions=[FeatureDefinition(feature_name=name, feature_type=kind) for name, kind in types.items()],
        role_arn=role(started), online_store_config=OnlineStoreConfig(enable_online_store=True),
        offline_store_config=OfflineStoreConfig(s3_storage_config=stored), **place(started),
    ).wait_for_status("Created")


def use_features():
    group = FeatureGroup.get(GROUP, **place(session()))
    record = [FeatureValue(feature_name=name, value_as_string=value) for name, value in {"id": "1", "t": "1.0"}.items()]
    group.put_record(record=record)
    group.batch_write_record(entries=[BatchWriteRecordEntry(feature_group_name=GROUP, record=record)])
    group.batch_get_record(identifiers=[BatchGetRecordIdentifier(
        feature_group_name=GROUP, record_identifiers_value_as_string=["1"])])
    group.list_records()
    group.get_record(record_identifier_value_as_string="1")
    group.delete_record(record_identifier_value_as_string="1", event_time="1.0")
    feature_utils.ingest_dataframe(feature_group_name=GROUP, max_workers=1, max_processes=1, wait=True,
                                   data_frame=pandas.DataFrame({"id": ["1", "2"], "t": [1.0, 2.0]}))


def change_features():
    started = session()
    list(FeatureGroup.get_all(**place(started)))
    FeatureMetadata.get(feature_group_name=GROUP, feature_name="id", **place(started)).update(description="x")


def query_features():
    started = session()
    query = feature_utils.create_athena_query(GROUP, started)
    query.run("select 1", output_location=f"s3://{account.BUCKET}/athena")
    query.wait()


def delete_features():
    FeatureGroup.get(GROUP, **place(session())).delete()


def record_lineage():
    started = session()
    Artifact.create(artifact_name="a", source_uri=account.DATA, artifact_type="Model", sagemaker_session=started)
    Context.create(context_name="x", source_uri=account.DATA, context_type="Endpoint", sagemaker_session=started)


def look_at_lineage():
    started = session()
    list(Artifact.list(sagemaker_session=started))
    list(Context.list(sagemaker_session=started))
    LineageQuery(started).query(start_arns=[arn("artifact", "x")])


FLOWS = {
    "data": [default_bucket, upload, download],
    "experiments": [record_runs, train_in_run, look_at_runs],
    "features": [create_features, use_features, change_features, query_features, delete_features],
    "lineage": [record_lineage, look_at_lineage],
}
