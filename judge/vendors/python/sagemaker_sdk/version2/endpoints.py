"""Endpoints in each form."""

from sagemaker.async_inference import AsyncInferenceConfig
from sagemaker.compute_resource_requirements.resource_requirements import ResourceRequirements
from sagemaker.deserializers import JSONDeserializer
from sagemaker.enums import EndpointType
from sagemaker.estimator import Estimator
from sagemaker.jumpstart.model import JumpStartModel
from sagemaker.pytorch import PyTorchModel
from sagemaker.serializers import JSONSerializer
from sagemaker.serverless import ServerlessInferenceConfig

from sagemaker_sdk import account
from sagemaker_sdk.notebook import file
from sagemaker_sdk.version2.common import INSTANCE, TRAINED, model, role, session


def deploy():
    predictor = Estimator.attach(TRAINED, sagemaker_session=session()).deploy(
        1, INSTANCE, endpoint_name="e", serializer=JSONSerializer(), deserializer=JSONDeserializer())
    predictor.predict({"a": 1})
    predictor.update_endpoint(initial_instance_count=2, instance_type=INSTANCE)
    predictor.delete_model()
    predictor.delete_endpoint()


def deploy_script():
    started = session()
    file("inference.py")
    PyTorchModel(model_data=account.MODEL_DATA, role=role(started), framework_version="2.1", py_version="py310",
                 entry_point="inference.py", sagemaker_session=started).deploy(1, INSTANCE, endpoint_name="pt")


def deploy_serverless():
    model(session()).deploy(serverless_inference_config=ServerlessInferenceConfig(), endpoint_name="sl")


def deploy_asynchronous():
    configuration = AsyncInferenceConfig(output_path=f"s3://{account.BUCKET}/async")
    predictor = model(session()).deploy(1, INSTANCE, async_inference_config=configuration, endpoint_name="as")
    predictor.predict_async(data=b"x")
    predictor.predict_async(input_path=f"{account.DATA}/train.csv")


def deploy_component():
    resources = ResourceRequirements(requests={"num_cpus": 1, "memory": 1024, "copies": 1})
    model(session(), name="icm").deploy(1, INSTANCE, endpoint_type=EndpointType.INFERENCE_COMPONENT_BASED,
                                        endpoint_name="ic", resources=resources)


def look_at_endpoints():
    started = session()
    started.describe_model("icm")
    started.wait_for_endpoint("as")
    for what in ("endpoints", "endpoint_configs", "models", "inference_components"):
        getattr(started.sagemaker_client, f"list_{what}")()
    started.delete_endpoint("sl")
    started.delete_endpoint_config("sl")


def deploy_public_model():
    started = session()
    try:
        JumpStartModel(model_id="huggingface-text2text-flan-t5-base", sagemaker_session=started, role=role(started),
                       ).deploy(endpoint_name="js")
    except started.s3_client.exceptions.NoSuchBucket:
        # The bucket with the list of these models belongs to AWS: it is not here.
        pass


FLOWS = {
    "endpoint": [deploy, deploy_script, deploy_serverless, deploy_asynchronous, deploy_component, look_at_endpoints],
    "jumpstart": [deploy_public_model],
}
