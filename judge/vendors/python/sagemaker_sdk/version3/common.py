"""What cells start with."""

from sagemaker.core.helper.session_helper import Session, get_execution_role
from sagemaker.core.processing import ScriptProcessor
from sagemaker.core.training.configs import Compute, InputData, OutputDataConfig
from sagemaker.serve import ModelBuilder
from sagemaker.train import ModelTrainer

from sagemaker_sdk import account
from server import REGION

INSTANCE = "ml.m5.large"
CHANNELS = [InputData(channel_name="train", data_source=account.DATA)]
OUTPUT = OutputDataConfig(s3_output_path=f"s3://{account.BUCKET}/models")
COMPUTE = Compute(instance_type=INSTANCE, instance_count=1)


def session():
    return Session()


def role(of):
    """The role of the notebook: what it starts runs with it."""
    return get_execution_role(of)


def trainer(of, **options):
    return ModelTrainer(**{
        "training_image": account.IMAGE, "role": role(of), "sagemaker_session": of, "base_job_name": "churn",
        "compute": COMPUTE, "output_data_config": OUTPUT, **options})


def processor(of):
    return ScriptProcessor(command=["python3"], image_uri=account.IMAGE, role=role(of), instance_count=1,
                           instance_type=INSTANCE, sagemaker_session=of)


def builder(of):
    return ModelBuilder(image_uri=account.IMAGE, s3_model_data_url=account.MODEL_DATA, role_arn=role(of),
                        sagemaker_session=of, instance_type=INSTANCE)


def place(of):
    """What the classes of resources ask for."""
    return {"session": of.boto_session, "region": REGION}
