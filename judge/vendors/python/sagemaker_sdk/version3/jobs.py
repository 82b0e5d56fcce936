"""Jobs: training, tuning, processing, transform, AutoML, and functions that run as jobs."""

from pathlib import Path

from recorder import unrecorded
from sagemaker.core.parameter import ContinuousParameter
from sagemaker.core.remote_function import remote
from sagemaker.core.remote_function.errors import ServiceError
from sagemaker.core.resources import (
    AutoMLJobV2, HyperParameterTuningJob, ProcessingJob, TrainingJob, TransformJob,
)
from sagemaker.core.shapes import (
    AutoMLDataSource, AutoMLJobChannel, AutoMLOutputDataConfig, AutoMLProblemTypeConfig, AutoMLS3DataSource,
    ProcessingInput, ProcessingOutput, ProcessingS3Input, ProcessingS3Output, ProfilerConfigForUpdate,
    TabularJobConfig,
)
from sagemaker.core.training.configs import CheckpointConfig, Compute, InputData, SourceCode
from sagemaker.core.transformer import Transformer
from sagemaker.train.tuner import HyperparameterTuner

from sagemaker_sdk import account
from sagemaker_sdk.notebook import file
from sagemaker_sdk.version3.common import CHANNELS, INSTANCE, builder, place, processor, role, session, trainer

METRICS = [{"Name": "loss", "Regex": "loss=(.*)"}]


def train():
    file("src/train.py")
    of_script = trainer(session(), source_code=SourceCode(source_dir="src", entry_script="train.py"))
    of_script.train(input_data_config=CHANNELS, wait=True, logs=False)
    job = of_script._latest_training_job
    with unrecorded():
        account.write_log("TrainingJobs", job.training_job_name)
    job.wait(logs=True)


def train_with_own_data():
    file("data/train.csv")
    checkpoints = CheckpointConfig(s3_uri=f"s3://{account.BUCKET}/checkpoints")
    compute = Compute(instance_type=INSTANCE, instance_count=1, enable_managed_spot_training=True)
    trainer(session(), compute=compute).with_checkpoint_config(checkpoints).train(
        input_data_config=[InputData(channel_name="train", data_source=str(Path("data").resolve()))], wait=False)


def train_without_a_role():
    """The SDK takes the role of the notebook."""
    trainer(session(), role=None).train(input_data_config=CHANNELS, wait=False)


def look_at_training():
    where = place(session())
    name = next(iter(TrainingJob.get_all(**where))).training_job_name
    job = TrainingJob.get(name, **where)
    job.refresh()
    job.update(profiler_config=ProfilerConfigForUpdate(disable_profiler=True))
    job.stop()
    job.delete()


def tune():
    tuner = HyperparameterTuner(
        model_trainer=trainer(session()), objective_metric_name="loss", metric_definitions=METRICS,
        hyperparameter_ranges={"lr": ContinuousParameter(0.1, 0.2)}, objective_type="Minimize", max_jobs=2,
        max_parallel_jobs=1)
    tuner.tune(inputs=CHANNELS, job_name="tune-3", wait=False)
    tuner.describe()
    tuner.best_training_job()
    tuner.stop_tuning_job()
    tuner.analytics().dataframe()


def look_at_tuning():
    where = place(session())
    list(HyperParameterTuningJob.get_all(**where))
    HyperParameterTuningJob.get("tune-3", **where).delete()


def process():
    local, given, prepared = "/opt/ml/processing", account.DATA, f"s3://{account.BUCKET}/prepared"
    job = processor(session())
    job.run(
        file("prep.py"), job_name="prep-3", wait=False, logs=False,
        inputs=[ProcessingInput(input_name="in", s3_input=ProcessingS3Input(
            s3_uri=given, local_path=f"{local}/in", s3_data_type="S3Prefix", s3_input_mode="File"))],
        outputs=[ProcessingOutput(output_name="out", s3_output=ProcessingS3Output(
            s3_uri=prepared, local_path=f"{local}/out", s3_upload_mode="EndOfJob"))])
    job.latest_job.refresh()
    job.latest_job.stop()


def look_at_processing():
    where = place(session())
    list(ProcessingJob.get_all(**where))
    ProcessingJob.get("prep-3", **where).delete()


def transform():
    started = session()
    builder(started).build(model_name="mt")
    transformer = Transformer("mt", 1, INSTANCE, output_path=f"s3://{account.BUCKET}/scores", sagemaker_session=started)
    transformer.transform(account.DATA, content_type="text/csv", job_name="tr-3", wait=False, logs=False)
    transformer.stop_transform_job(wait=False)
    list(TransformJob.get_all(**place(started)))


def auto_ml():
    started = session()
    source = AutoMLS3DataSource(s3_data_type="S3Prefix", s3_uri=account.DATA)
    AutoMLJobV2.create(
        auto_ml_job_name="auto-3", role_arn=role(started),
        auto_ml_job_input_data_config=[AutoMLJobChannel(data_source=AutoMLDataSource(s3_data_source=source))],
        output_data_config=AutoMLOutputDataConfig(s3_output_path=f"s3://{account.BUCKET}/auto"),
        auto_ml_problem_type_config=AutoMLProblemTypeConfig(
            tabular_job_config=TabularJobConfig(target_attribute_name="y")), **place(started))


def call_remotely():
    started = session()

    @remote(instance_type=INSTANCE, image_uri=account.IMAGE, role=role(started), sagemaker_session=started,
            s3_root_uri=f"s3://{account.BUCKET}/remote", keep_alive_period_in_seconds=0)
    def add(one, other):
        return one + other
    try:
        add(1, 2)
    except ServiceError:
        # No job runs here, so none leaves the result that is read at the end.
        pass


FLOWS = {
    "training": [train, train_with_own_data, train_without_a_role, look_at_training],
    "tuning": [tune, look_at_tuning],
    "processing": [process, look_at_processing],
    "transform": [transform],
    "auto-ml": [auto_ml],
    "remote-function": [call_remotely],
}
