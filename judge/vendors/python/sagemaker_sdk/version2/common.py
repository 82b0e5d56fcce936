"""What cells start with."""

import sagemaker
from sagemaker.estimator import Estimator
from sagemaker.model import Model
from sagemaker.predictor import Predictor
from sagemaker.processing import ScriptProcessor

from sagemaker_sdk import account

INSTANCE = "ml.m5.large"
TRAINED = "churn-1"


def session():
    return sagemaker.Session()


def role(of):
    """The role of the notebook: what it starts runs with it."""
    return sagemaker.get_execution_role(of)


def estimator(of, **options):
    return Estimator(account.IMAGE, role(of), 1, INSTANCE, sagemaker_session=of,
                     output_path=f"s3://{account.BUCKET}/models", **options)


def processor(of):
    return ScriptProcessor(command=["python3"], image_uri=account.IMAGE, role=role(of), instance_count=1,
                           instance_type=INSTANCE, sagemaker_session=of)


def model(of, **options):
    return Model(account.IMAGE, account.MODEL_DATA, role(of), sagemaker_session=of, predictor_cls=Predictor, **options)
