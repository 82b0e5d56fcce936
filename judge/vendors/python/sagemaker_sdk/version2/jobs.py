"""Jobs: training, tuning, processing, transform, AutoML, and functions that run as jobs."""

from sagemaker.analytics import HyperparameterTuningJobAnalytics, TrainingJobAnalytics
from sagemaker.automl.automl import AutoML
from sagemaker.clarify import BiasConfig, DataConfig, SageMakerClarifyProcessor
from sagemaker.estimator import Estimator
from sagemaker.processing import ProcessingInput, ProcessingOutput
from sagemaker.pytorch import PyTorch
from sagemaker.remote_function import remote
from sagemaker.remote_function.errors import ServiceError
from sagemaker.sklearn.processing import SKLearnProcessor
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

from sagemaker_sdk import account
from sagemaker_sdk.answers import arn
from sagemaker_sdk.notebook import file
from sagemaker_sdk.version2.common import INSTANCE, TRAINED, estimator, processor, role, session
from recorder import unrecorded

METRICS = [{"Name": "loss", "Regex": "loss=(.*)"}]


def log_of(group, job, *stream):
    with unrecorded():
        account.write_log(group, job, *stream)


def train():
    log_of("TrainingJobs", TRAINED)
    started = session()
    tags = [{"Key": "a", "Value": "b"}]
    estimator(started, tags=tags, metric_definitions=METRICS).fit(
        {"train": account.DATA}, job_name=TRAINED, logs="All")


def train_script():
    log_of("TrainingJobs", "pt-1")
    started = session()
    file("src/train.py")
    PyTorch(entry_point="train.py", source_dir="src", role=role(started), framework_version="2.1", py_version="py310",
            instance_count=1, instance_type=INSTANCE, sagemaker_session=started, use_spot_instances=True, max_run=100,
            max_wait=200, checkpoint_s3_uri=f"s3://{account.BUCKET}/checkpoints",
            ).fit({"train": account.DATA}, job_name="pt-1")


def train_in_vpc():
    started = session()
    estimator(started, subnets=["subnet-1"], security_group_ids=["sg-1"], volume_kms_key=account.KEY,
              output_kms_key=account.KEY, encrypt_inter_container_traffic=True,
              ).fit({"train": account.DATA}, job_name="churn-vpc", wait=False)


def look_at_training():
    started = session()
    attached = Estimator.attach(TRAINED, sagemaker_session=started)
    attached.latest_training_job.describe()
    started.logs_for_job(TRAINED, wait=False)
    started.stop_training_job(TRAINED)
    TrainingJobAnalytics(TRAINED, metric_names=["loss"], sagemaker_session=started).dataframe()
    started.sagemaker_client.list_training_jobs()


def tag():
    client, job = session().sagemaker_client, arn("training-job", TRAINED)
    client.add_tags(ResourceArn=job, Tags=[{"Key": "c", "Value": "d"}])
    client.list_tags(ResourceArn=job)
    client.delete_tags(ResourceArn=job, TagKeys=["c"])


def tune():
    started = session()
    tuner = HyperparameterTuner(estimator(started), "loss", {"lr": ContinuousParameter(0.1, 0.2)},
                                metric_definitions=METRICS, objective_type="Minimize", max_jobs=2, max_parallel_jobs=1)
    tuner.fit({"train": account.DATA}, job_name="tune-1")
    tuner.wait()
    tuner.describe()
    tuner.best_training_job()
    tuner.stop_tuning_job()
    HyperparameterTuningJobAnalytics("tune-1", sagemaker_session=started).dataframe()


def process():
    log_of("ProcessingJobs", "prep-1")
    started = session()
    prepared = f"s3://{account.BUCKET}/prepared"
    job = processor(started)
    job.run(file("prep.py"), job_name="prep-1", logs=True,
            inputs=[ProcessingInput(source=account.DATA, destination="/opt/ml/processing/in")],
            outputs=[ProcessingOutput(source="/opt/ml/processing/out", destination=prepared)])
    job.latest_job.describe()
    started.stop_processing_job("prep-1")


def process_by_framework():
    started = session()
    SKLearnProcessor(framework_version="1.2-1", role=role(started), instance_count=1, instance_type=INSTANCE,
                     sagemaker_session=started).run(file("prep.py"), wait=False, job_name="sk-1")


def find_bias():
    started = session()
    result = f"s3://{account.BUCKET}/clarify"
    SageMakerClarifyProcessor(role=role(started), instance_count=1, instance_type=INSTANCE, sagemaker_session=started,
                              ).run_pre_training_bias(
        data_config=DataConfig(s3_data_input_path=account.DATA, s3_output_path=result, label="y", headers=["x", "y"],
                               dataset_type="text/csv"),
        data_bias_config=BiasConfig(label_values_or_threshold=[1], facet_name="x"), wait=False, logs=False)


def transform():
    log_of("TransformJobs", "tr-1", "i-1")
    started = session()
    transformer = Estimator.attach(TRAINED, sagemaker_session=started).transformer(
        1, INSTANCE, output_path=f"s3://{account.BUCKET}/scores")
    transformer.transform(account.DATA, content_type="text/csv", job_name="tr-1", wait=True, logs=True)
    transformer.stop_transform_job(wait=False)
    transformer.delete_model()


def auto_ml():
    log_of("TrainingJobs", "auto-1")
    started = session()
    auto = AutoML(role=role(started), target_attribute_name="y", sagemaker_session=started, max_candidates=1,
                  output_path=f"s3://{account.BUCKET}/auto")
    auto.fit(account.DATA, job_name="auto-1", wait=True, logs=False)
    auto.list_candidates()
    auto.best_candidate()
    auto.deploy(1, INSTANCE, endpoint_name="automl")
    started.sagemaker_client.list_auto_ml_jobs()
    started.sagemaker_client.stop_auto_ml_job(AutoMLJobName="auto-1")


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
    "training": [train, train_script, train_in_vpc, look_at_training, tag],
    "tuning": [tune],
    "processing": [process, process_by_framework, find_bias],
    "transform": [transform],
    "auto-ml": [auto_ml],
    "remote-function": [call_remotely],
}
