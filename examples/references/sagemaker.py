from aws_cdk import App, Stack, aws_ecr as ecr, aws_kms as kms, aws_s3 as s3
from cdk_platform_iam import (
    ImageSource,
    S3Location,
    SageMakerExecutionRole,
    SageMakerNotebookInstanceOptions,
    SageMakerTrainingJobOptions,
)

app = App()
stack = Stack(app, "Churn")
key = kms.CfnKey(stack, "Key")
data = s3.CfnBucket(
    stack,
    "Data",
    bucket_encryption=s3.CfnBucket.BucketEncryptionProperty(
        server_side_encryption_configuration=[
            s3.CfnBucket.ServerSideEncryptionRuleProperty(
                server_side_encryption_by_default=s3.CfnBucket.ServerSideEncryptionByDefaultProperty(
                    sse_algorithm="aws:kms", kms_master_key_id=key.ref
                )
            )
        ]
    ),
)
images = ecr.CfnRepository(stack, "Images")

jobs = SageMakerExecutionRole(
    stack,
    "Jobs",
    training_job=SageMakerTrainingJobOptions(
        inputs=[S3Location.prefix(data, "prepared/"), S3Location.sage_maker_default_bucket()],
        outputs=[S3Location.prefix(data, "models/")],
        images=[ImageSource.repository(images)],
        volume_key=key,
    ),
)
SageMakerExecutionRole(
    stack,
    "Notebook",
    notebook_instance=SageMakerNotebookInstanceOptions(
        data=[S3Location.bucket(data), S3Location.sage_maker_default_bucket()], passable_roles=[jobs]
    ),
)
app.synth()
