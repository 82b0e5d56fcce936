"""Endpoints in each form."""

from sagemaker.core.inference_config import AsyncInferenceConfig, ServerlessInferenceConfig
from sagemaker.core.resources import Endpoint, EndpointConfig, InferenceComponent, Model
from sagemaker.core.shapes import (
    DesiredWeightAndCapacity, InferenceComponentRuntimeConfig, InferenceComponentSpecification,
)

from sagemaker_sdk import account
from sagemaker_sdk.version3.common import builder, place, session


def deploy():
    of_model = builder(session())
    of_model.build(model_name="m3")
    endpoint = of_model.deploy(endpoint_name="e3", initial_instance_count=1, wait=False)
    endpoint.refresh()
    endpoint.invoke(body="x")
    endpoint.invoke_with_response_stream(body="x")
    endpoint.update_weights_and_capacities([DesiredWeightAndCapacity(variant_name="AllTraffic", desired_weight=1.0)])
    endpoint.delete()


def deploy_serverless():
    of_model = builder(session())
    of_model.build(model_name="ms")
    of_model.deploy(endpoint_name="es", inference_config=ServerlessInferenceConfig(), wait=False)


def deploy_asynchronous():
    configuration = AsyncInferenceConfig(output_path=f"s3://{account.BUCKET}/async")
    of_model = builder(session())
    of_model.build(model_name="ma")
    of_model.deploy(endpoint_name="ea", inference_config=configuration, wait=False)


def deploy_component():
    where = place(session())
    component = InferenceComponent.create(
        inference_component_name="ic3", endpoint_name="e3", variant_name="AllTraffic",
        specification=InferenceComponentSpecification(model_name="m3"),
        runtime_config=InferenceComponentRuntimeConfig(copy_count=1), **where)
    component.update(runtime_config=InferenceComponentRuntimeConfig(copy_count=2))
    component.update_runtime_configs(InferenceComponentRuntimeConfig(copy_count=1))
    list(InferenceComponent.get_all(**where))
    component.delete()


def look_at_endpoints():
    where = place(session())
    for resource in (Endpoint, EndpointConfig, Model):
        list(resource.get_all(**where))
    Model.get("m3", **where).delete()
    EndpointConfig.get("e3", **where).delete()


FLOWS = {
    "endpoint": [deploy, deploy_serverless, deploy_asynchronous, deploy_component, look_at_endpoints],
}
