from aws_cdk import Stack, aws_ecr as ecr, aws_iam as iam, aws_kms as kms, aws_s3 as s3, aws_sagemaker as sagemaker
from cdk_platform_iam import (
    ImageSource,
    S3Location,
    SageMakerApiAccess,
    SageMakerExecutionRole,
    SageMakerModelOptions,
    SageMakerNotebookInstanceOptions,
    SageMakerProcessingJobOptions,
    SageMakerTrainingJobOptions,
)
from constructs import Construct


class ChurnStack(Stack):
    """Churn prediction: a pipeline trains a model, an endpoint serves it, users explore data in a notebook."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)

        key = kms.Key(self, "Key", enable_key_rotation=True)
        data = s3.Bucket(self, "Data", encryption_key=key)
        artifacts = s3.Bucket(self, "Artifacts", encryption_key=key)
        image = ImageSource.repository(ecr.Repository(self, "Images"))
        # The Python SDK in the notebook uploads code to this bucket, and the jobs read it.
        code = S3Location.sage_maker_default_bucket()

        jobs = SageMakerExecutionRole(
            self,
            "Jobs",
            description="Prepares the data and trains the model",
            processing_job=SageMakerProcessingJobOptions(
                inputs=[S3Location.prefix(data, "raw/"), code],
                outputs=[S3Location.prefix(data, "prepared/")],
                images=[image],
            ),
            training_job=SageMakerTrainingJobOptions(
                inputs=[S3Location.prefix(data, "prepared/"), code],
                outputs=[S3Location.prefix(artifacts, "models/")],
                checkpoints=[S3Location.prefix(artifacts, "checkpoints/")],
                images=[image],
                vpc=True,
                volume_key=key,
            ),
        )

        # The caller that starts jobs can pass the role to SageMaker only.
        pipeline = iam.Role(self, "Pipeline", assumed_by=iam.ServicePrincipal("states.amazonaws.com"))
        jobs.grant_pass(pipeline)

        serving = SageMakerExecutionRole(
            self,
            "Serving",
            model=SageMakerModelOptions(
                model_data=[S3Location.prefix(artifacts, "models/")],
                images=[image],
            ),
        )
        # No dependency on the permissions is needed: they are inline policies of the role.
        sagemaker.CfnModel(
            self,
            "Model",
            execution_role_arn=serving.role.role_arn,
            primary_container=sagemaker.CfnModel.ContainerDefinitionProperty(
                image=f"{self.account}.dkr.ecr.{self.region}.{self.url_suffix}/churn:1",
                model_data_url=artifacts.s3_url_for_object("models/churn-1/output/model.tar.gz"),
            ),
        )

        exploring = SageMakerExecutionRole(
            self,
            "Exploring",
            notebook_instance=SageMakerNotebookInstanceOptions(
                data=[S3Location.prefix(data, "prepared/"), code],
                api_access=[SageMakerApiAccess.TRAINING_JOBS, SageMakerApiAccess.EXPERIMENTS],
                pass_itself=False,
                passable_roles=[jobs],
            ),
        )
        sagemaker.CfnNotebookInstance(
            self,
            "Notebook",
            instance_type="ml.t3.medium",
            role_arn=exploring.role.role_arn,
        )
