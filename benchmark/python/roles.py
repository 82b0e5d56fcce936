"""Builds and synthesizes roles, with the library or statement by statement, and prints how many seconds that took."""

import json
import sys
import time
from typing import Callable

from aws_cdk import App, Stack, aws_iam as iam, aws_kms as kms, aws_s3 as s3
from cdk_platform_iam import (
    ImageSource,
    S3Location,
    SageMakerExecutionRole,
    SageMakerProcessingJobOptions,
    SageMakerTrainingJobOptions,
)

DATA = "churn-data"
ARTIFACTS = "churn-artifacts"
REFERENCE = "reference-data"
DATA_KEY = "arn:aws:kms:eu-central-1:111122223333:key/0b3f2a64-5c1d-4e8f-9a70-6d2c8b1e4f35"
ARTIFACTS_KEY = "arn:aws:kms:eu-central-1:111122223333:key/7e9d1c58-2f4b-4a36-8c05-1b6f3a9d7e82"

Rival = Callable[[str, str], object]


def library(stack: Stack) -> Rival:
    data = s3.Bucket.from_bucket_name(stack, "Data", DATA)
    artifacts = s3.Bucket.from_bucket_name(stack, "Artifacts", ARTIFACTS)
    data_key = kms.Key.from_key_arn(stack, "DataKey", DATA_KEY)
    artifacts_key = kms.Key.from_key_arn(stack, "ArtifactsKey", ARTIFACTS_KEY)
    training = ImageSource.uri("763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training:2.5")
    processing = ImageSource.uri("141502667606.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-scikit-learn:1.4")

    return lambda construct_id, job: SageMakerExecutionRole(
        stack,
        construct_id,
        training_job=SageMakerTrainingJobOptions(
            inputs=[S3Location.prefix(data, f"{job}/prepared/"), S3Location.prefix(data, f"{job}/labels/")],
            outputs=[S3Location.prefix(artifacts, f"{job}/models/")],
            checkpoints=[S3Location.prefix(artifacts, f"{job}/checkpoints/")],
            images=[training],
            vpc=True,
            input_keys=[data_key],
            output_key=artifacts_key,
            volume_key=artifacts_key,
            metric_namespaces=[job],
        ),
        processing_job=SageMakerProcessingJobOptions(
            inputs=[S3Location.prefix(data, f"{job}/raw/"), S3Location.uri("s3://reference-data/geography/")],
            outputs=[S3Location.prefix(data, f"{job}/prepared/"), S3Location.prefix(data, f"{job}/labels/")],
            images=[processing],
            vpc=True,
            input_keys=[data_key],
            output_key=data_key,
        ),
    )


def by_hand(stack: Stack) -> Rival:
    # Each of these is a call to the jsii kernel; a careful user makes it once.
    partition, region, account = stack.partition, stack.region, stack.account
    logs = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    encrypt = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"]
    locate = ["s3:GetBucketLocation", "s3:ListBucket"]
    write = ["s3:AbortMultipartUpload", "s3:PutObject"]
    network = [
        "ec2:CreateNetworkInterface",
        "ec2:CreateNetworkInterfacePermission",
        "ec2:DeleteNetworkInterface",
        "ec2:DeleteNetworkInterfacePermission",
        "ec2:DescribeDhcpOptions",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
    ]

    def objects(bucket: str, *keys: str) -> list[str]:
        return [f"arn:{partition}:s3:::{bucket}/{key}" for key in keys]

    def buckets(*names: str) -> list[str]:
        return [f"arn:{partition}:s3:::{name}" for name in names]

    def log_group(name: str) -> list[str]:
        return [f"arn:{partition}:logs:{region}:{account}:log-group:/aws/sagemaker/{name}*"]

    def repository(registry: str, name: str) -> list[str]:
        return [f"arn:{partition}:ecr:eu-central-1:{registry}:repository/{name}"]

    def make(construct_id: str, job: str) -> iam.Role:
        role = iam.Role(
            stack,
            construct_id,
            assumed_by=iam.ServicePrincipal(
                "sagemaker.amazonaws.com", conditions={"StringEquals": {"aws:SourceAccount": account}}
            ),
        )

        def allow(sid: str, actions: list[str], resources: list[str], conditions: object = None) -> None:
            role.add_to_policy(
                iam.PolicyStatement(sid=sid, actions=actions, resources=resources, conditions=conditions)
            )

        def metrics(*namespaces: str) -> object:
            return {"StringLike": {"cloudwatch:namespace": list(namespaces)}}

        allow("CommonRegistryLogin", ["ecr:GetAuthorizationToken"], ["*"])
        allow("CommonNetwork", network, ["*"])
        allow("TrainingJobWriteLogs", logs, log_group("TrainingJobs"))
        allow("TrainingJobPutMetrics", ["cloudwatch:PutMetricData"], ["*"], metrics("/aws/sagemaker/TrainingJobs", job))
        allow("TrainingJobInputKey", ["kms:Decrypt"], [DATA_KEY])
        allow("TrainingJobOutputKey", encrypt, [ARTIFACTS_KEY])
        allow("TrainingJobVolumeKey", ["kms:CreateGrant"], [ARTIFACTS_KEY], {"Bool": {"kms:GrantIsForAWSResource": "true"}})
        allow("TrainingJobPullImages", pull, repository("763104351884", "pytorch-training"))
        allow("TrainingJobListBuckets", locate, buckets(DATA, ARTIFACTS))
        allow("TrainingJobReadInputs", ["s3:GetObject"], objects(DATA, f"{job}/prepared/*", f"{job}/labels/*"))
        allow("TrainingJobWriteOutputs", write, objects(ARTIFACTS, f"{job}/models/*"))
        allow("TrainingJobUseCheckpoints", [write[0], "s3:GetObject", write[1]], objects(ARTIFACTS, f"{job}/checkpoints/*"))
        allow("ProcessingJobWriteLogs", logs, log_group("ProcessingJobs"))
        allow("ProcessingJobPutMetrics", ["cloudwatch:PutMetricData"], ["*"], metrics("/aws/sagemaker/ProcessingJobs"))
        allow("ProcessingJobInputKey", ["kms:Decrypt"], [DATA_KEY])
        allow("ProcessingJobOutputKey", encrypt, [DATA_KEY])
        allow("ProcessingJobPullImages", pull, repository("141502667606", "sagemaker-scikit-learn"))
        allow("ProcessingJobListBuckets", locate, buckets(DATA, REFERENCE))
        allow("ProcessingJobReadInputs", ["s3:GetObject"], objects(DATA, f"{job}/raw/*") + objects(REFERENCE, "geography/*"))
        allow("ProcessingJobWriteOutputs", write, objects(DATA, f"{job}/prepared/*", f"{job}/labels/*"))
        return role

    return make


def main(baseline: str, count: int) -> None:
    start = time.perf_counter()
    app = App(analytics_reporting=False)
    stack = Stack(app, "Stack")
    make = {"library": library, "by_hand": by_hand}[baseline](stack)
    before_first = time.perf_counter()
    make("Role0", "job0")
    first = time.perf_counter() - before_first
    for index in range(1, count):
        make(f"Role{index}", f"job{index}")
    template = app.synth().get_stack_by_name("Stack").template
    seconds = time.perf_counter() - start
    policies = [
        [statement["Sid"] for statement in document["Statement"]]
        for resource in template["Resources"].values()
        for document in [
            resource["Properties"].get("PolicyDocument"),
            *(policy["PolicyDocument"] for policy in resource["Properties"].get("Policies", [])),
        ]
        if document is not None
    ]
    json.dump({"seconds": seconds, "first": first, "statements": policies[0]}, sys.stdout)


main(sys.argv[1], int(sys.argv[2]))
