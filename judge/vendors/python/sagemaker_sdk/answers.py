"""Answers in place of moto, where it does not know an operation of SageMaker or answers otherwise than AWS."""

import io
from datetime import datetime, timezone

from botocore.exceptions import BotoCoreError, ClientError
from botocore.response import StreamingBody

from sagemaker_sdk import account
from server import ACCOUNT, REGION
from stacks import given_parameters

AT = datetime(2026, 11, 1, tzinfo=timezone.utc)
TIMES = {"CreationTime": AT, "LastModifiedTime": AT}
DEFAULT_BUCKET = f"sagemaker-{REGION}-{ACCOUNT}"
VARIANTS = [{"VariantName": "AllTraffic"}]


def arn(kind, name):
    return f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:{kind}/{name}"


def arn_of(kind, prefix, parameter=None):
    """An answer that is the ARN of the resource that a parameter names."""
    return lambda asked: {f"{prefix}Arn": arn(kind, asked.get(parameter or f"{prefix}Name", "x"))}


def nothing(_):
    return {}


def fixed(answer):
    return lambda _: answer


def same(parameter, *others):
    """An answer that repeats parameters."""
    return lambda asked: {name: asked[name] for name in (parameter, *others)}


def finished(operation, more):
    """The answer of moto, with what has become of a job in the meantime."""
    def answer(client, original, asked):
        found = original(client, operation, asked)
        # Moto answers with empty structures where AWS leaves them out.
        found = {key: value for key, value in found.items() if value not in (None, {})}
        return {**found, **(more(found) if callable(more) else more)}
    return answer


def unless_known(operation, answer):
    """The answer of moto, or another if it has none."""
    def other(client, original, asked):
        try:
            found = original(client, operation, asked)
        except (BotoCoreError, ClientError, NotImplementedError):
            return answer(asked)
        return {key: value for key, value in found.items() if value not in (None, {})}
    return other


def training_job(found):
    return {
        "TrainingJobStatus": "Completed", "SecondaryStatus": "Completed",
        "SecondaryStatusTransitions": [{"Status": "Completed", "StartTime": AT, "StatusMessage": "done"}],
        "TrainingStartTime": AT, "TrainingEndTime": AT,
        "ModelArtifacts": {"S3ModelArtifacts": f"s3://{DEFAULT_BUCKET}/model.tar.gz"},
        "OutputDataConfig": {"KmsKeyId": "", **found["OutputDataConfig"]},
    }


def processing_job(_):
    cluster = {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30}
    return {"ProcessingJobStatus": "Completed", "ProcessingResources": {"ClusterConfig": cluster}}


def best_training_job(_):
    return {
        "HyperParameterTuningJobStatus": "Completed",
        "BestTrainingJob": {
            "TrainingJobName": "churn-1", "TrainingJobArn": arn("training-job", "churn-1"),
            "TrainingJobStatus": "Completed", "TunedHyperParameters": {}, "CreationTime": AT,
            "ObjectiveStatus": "Succeeded", "TrainingJobDefinitionName": "x",
        },
    }


def feature_group(_):
    return {
        "FeatureGroupStatus": "Created",
        "OfflineStoreConfig": {
            "S3StorageConfig": {"S3Uri": f"s3://{account.BUCKET}/fs",
                                "ResolvedOutputS3Uri": f"s3://{account.BUCKET}/fs/x"},
            "DataCatalogConfig": {"TableName": "t", "Catalog": "AwsDataCatalog", "Database": "sagemaker_featurestore"},
        },
    }


def endpoint(asked):
    return {"EndpointName": asked["EndpointName"], "EndpointArn": arn("endpoint", asked["EndpointName"]),
            "EndpointConfigName": asked["EndpointName"], "EndpointStatus": "InService", "ProductionVariants": VARIANTS,
            **TIMES}


def endpoint_config(asked):
    name = asked["EndpointConfigName"]
    return {"EndpointConfigName": name, "EndpointConfigArn": arn("endpoint-config", name),
            "ProductionVariants": VARIANTS, "CreationTime": AT}


def model(asked):
    return {"ModelName": asked["ModelName"], "ModelArn": arn("model", asked["ModelName"]), "CreationTime": AT,
            "PrimaryContainer": {}, "ExecutionRoleArn": account.ROLE}


def inference_component(asked):
    name = asked["InferenceComponentName"]
    return {"InferenceComponentName": name, "InferenceComponentArn": arn("inference-component", name),
            "EndpointName": "e", "EndpointArn": arn("endpoint", "e"), "InferenceComponentStatus": "InService",
            "VariantName": "AllTraffic", "Specification": {}, "RuntimeConfig": {}, **TIMES}


def auto_ml_job(asked):
    container = {"Image": account.IMAGE, "ModelDataUrl": account.MODEL_DATA, "Environment": {}}
    source = {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": account.DATA}}
    channels = [{"DataSource": source, "TargetAttributeName": "y"}]
    return {
        "AutoMLJobName": asked["AutoMLJobName"], "AutoMLJobArn": arn("automl-job", asked["AutoMLJobName"]),
        "InputDataConfig": channels, "AutoMLJobInputDataConfig": channels, "AutoMLProblemTypeConfigName": "Tabular",
        "OutputDataConfig": {"S3OutputPath": f"s3://{account.BUCKET}/auto"}, "RoleArn": account.ROLE, **TIMES,
        "AutoMLJobStatus": "Completed", "AutoMLJobSecondaryStatus": "Completed",
        "BestCandidate": {"CandidateName": "c", "ObjectiveStatus": "Succeeded", "CandidateSteps": [],
                          "CandidateStatus": "Completed", "InferenceContainers": [container], **TIMES},
    }


def monitoring_schedule(asked):
    name = asked["MonitoringScheduleName"]
    return {"MonitoringScheduleArn": arn("monitoring-schedule", name), "MonitoringScheduleName": name,
            "MonitoringScheduleStatus": "Scheduled", "EndpointName": "e", **TIMES,
            "MonitoringScheduleConfig": {"MonitoringJobDefinitionName": "x", "MonitoringType": "DataQuality"}}


def feature_metadata(asked):
    return {**same("FeatureGroupName", "FeatureName")(asked), **arn_of("feature-group", "FeatureGroup")(asked),
            "FeatureType": "String", "Parameters": [], **TIMES}


def artifact(asked):
    return {"ArtifactArn": asked["ArtifactArn"], "ArtifactType": "Model", "Source": {"SourceUri": account.DATA},
            **TIMES}


def pipeline_version(asked):
    version = {"PipelineArn": arn("pipeline", asked["PipelineName"]), "PipelineVersionId": 1, "CreationTime": AT}
    return {"PipelineVersionSummaries": [version]}


def invoked(_):
    return {"Body": StreamingBody(io.BytesIO(b"[1]"), 3), "ContentType": "application/json",
            "InvokedProductionVariant": "AllTraffic"}


def allowed(asked):
    results = [{"EvalActionName": action, "EvalResourceName": "*", "EvalDecision": "allowed", "MatchedStatements": [],
                "MissingContextValues": []} for action in asked["ActionNames"]]
    return {"EvaluationResults": results, "IsTruncated": False}


OF_JOBS = {
    "ListHyperParameterTuningJobs": fixed({"HyperParameterTuningJobSummaries": []}),
    "ListTrainingJobsForHyperParameterTuningJob": fixed({"TrainingJobSummaries": []}),
    "UpdateTrainingJob": arn_of("training-job", "TrainingJob"),
    "CreateAutoMLJob": arn_of("automl-job", "AutoMLJob"),
    "CreateAutoMLJobV2": arn_of("automl-job", "AutoMLJob"),
    "DescribeAutoMLJob": auto_ml_job,
    "DescribeAutoMLJobV2": auto_ml_job,
    "ListAutoMLJobs": fixed({"AutoMLJobSummaries": []}),
    "ListCandidatesForAutoMLJob": fixed({"Candidates": []}),
    "CreateMonitoringSchedule": arn_of("monitoring-schedule", "MonitoringSchedule"),
    "DescribeMonitoringSchedule": monitoring_schedule,
    "ListMonitoringExecutions": fixed({"MonitoringExecutionSummaries": []}),
}
OF_ENDPOINTS = {
    "UpdateEndpoint": arn_of("endpoint", "Endpoint"),
    "UpdateEndpointWeightsAndCapacities": arn_of("endpoint", "Endpoint"),
    "CreateInferenceComponent": arn_of("inference-component", "InferenceComponent"),
    "DescribeInferenceComponent": inference_component,
    "ListInferenceComponents": fixed({"InferenceComponents": []}),
    "UpdateInferenceComponent": arn_of("inference-component", "InferenceComponent"),
    "UpdateInferenceComponentRuntimeConfig": arn_of("inference-component", "InferenceComponent"),
}
OF_DATA = {
    "UpdateFeatureGroup": arn_of("feature-group", "FeatureGroup"),
    "DescribeFeatureMetadata": feature_metadata,
    "ListFeatureGroups": fixed({"FeatureGroupSummaries": []}),
    "CreateArtifact": fixed({"ArtifactArn": arn("artifact", "x")}),
    "DescribeArtifact": artifact,
    "ListArtifacts": fixed({"ArtifactSummaries": []}),
    "UpdateArtifact": same("ArtifactArn"),
    "DeleteArtifact": same("ArtifactArn"),
    "CreateContext": fixed({"ContextArn": arn("context", "x")}),
    "DescribeContext": fixed({"ContextArn": arn("context", "x"), "ContextName": "x"}),
    "ListContexts": fixed({"ContextSummaries": []}),
    "DeleteContext": fixed({"ContextArn": arn("context", "x")}),
    "CreateAction": fixed({"ActionArn": arn("action", "x")}),
    "DeleteAction": fixed({"ActionArn": arn("action", "x")}),
    "ListActions": fixed({"ActionSummaries": []}),
    "AddAssociation": same("SourceArn", "DestinationArn"),
    "DeleteAssociation": same("SourceArn", "DestinationArn"),
    "ListAssociations": fixed({"AssociationSummaries": []}),
    "QueryLineage": fixed({"Vertices": [], "Edges": []}),
    "UpdateExperiment": arn_of("experiment", "Experiment"),
    "UpdateTrial": arn_of("experiment-trial", "Trial"),
    "BatchDescribeModelPackage": fixed({"ModelPackageSummaries": {}}),
}
OF_PIPELINES = {
    "ListPipelineVersions": pipeline_version,
    "ListPipelineExecutionSteps": fixed({"PipelineExecutionSteps": []}),
    "StopPipelineExecution": same("PipelineExecutionArn"),
    "SendPipelineExecutionStepFailure": nothing,
    "SendPipelineExecutionStepSuccess": nothing,
    "RetryPipelineExecution": same("PipelineExecutionArn"),
    "UpdatePipelineExecution": same("PipelineExecutionArn"),
}
WITHOUT_AN_ANSWER = (
    "StopTrainingJob", "StopTransformJob", "StopHyperParameterTuningJob", "StopAutoMLJob", "StopProcessingJob",
    "DeleteInferenceComponent", "DeleteFeatureGroup", "UpdateFeatureMetadata", "DeleteModelPackage",
    "DeleteModelPackageGroup", "DeleteMonitoringSchedule", "StopMonitoringSchedule", "StartMonitoringSchedule",
    "DeleteTags", "DeleteHyperParameterTuningJob", "DeleteProcessingJob", "DeleteTrainingJob",
)
KNOWN_TO_MOTO_ONLY_IN_PART = {
    "ListTags": fixed({"Tags": []}),
    "AddTags": same("Tags"),
    "Search": fixed({"Results": []}),
    "CreateEndpointConfig": arn_of("endpoint-config", "EndpointConfig"),
    "DescribeEndpointConfig": endpoint_config,
    "CreateEndpoint": arn_of("endpoint", "Endpoint"),
    "DescribeEndpoint": endpoint,
    "DescribeModel": model,
    "DeleteEndpoint": nothing,
    "DeleteEndpointConfig": nothing,
    "DeleteModel": nothing,
}
FINISHED = {
    "DescribeTrainingJob": training_job,
    "DescribeProcessingJob": processing_job,
    "DescribeTransformJob": {"TransformJobStatus": "Completed"},
    "DescribeHyperParameterTuningJob": best_training_job,
    "DescribeFeatureGroup": feature_group,
}
OF_OTHER_SERVICES = {
    # The SDK names the endpoint of the region itself, which no variable moves. The call needs no permission.
    "sts.GetCallerIdentity": fixed({
        "Account": ACCOUNT, "UserId": "x",
        "Arn": f"arn:aws:sts::{ACCOUNT}:assumed-role/{account.ROLE_NAME}/SageMaker"}),
    "iam.SimulatePrincipalPolicy": allowed,
    "events.PutRule": fixed({"RuleArn": "x"}),
    "scheduler.CreateSchedule": fixed({"ScheduleArn": "x"}),
    "scheduler.UpdateSchedule": fixed({"ScheduleArn": "x"}),
    "athena.StartQueryExecution": fixed({"QueryExecutionId": "q"}),
    "athena.GetQueryExecution": fixed({
        "QueryExecution": {"QueryExecutionId": "q", "Status": {"State": "SUCCEEDED"}}}),
    "application-autoscaling.RegisterScalableTarget": nothing,
    "application-autoscaling.PutScalingPolicy": fixed({"PolicyARN": "x"}),
    "sagemaker-runtime.InvokeEndpoint": invoked,
    "sagemaker-runtime.InvokeEndpointWithResponseStream": fixed({
        "Body": {"PayloadPart": {"Bytes": b"[1]"}}, "ContentType": "application/json"}),
    "sagemaker-runtime.InvokeEndpointAsync": fixed({
        "OutputLocation": f"s3://{account.BUCKET}/async/out", "FailureLocation": f"s3://{account.BUCKET}/async/failed",
        "InferenceId": "x"}),
    "sagemaker-featurestore-runtime.PutRecord": nothing,
    "sagemaker-featurestore-runtime.GetRecord": fixed({"Record": []}),
    "sagemaker-featurestore-runtime.DeleteRecord": nothing,
    "sagemaker-featurestore-runtime.BatchWriteRecord": fixed({"Errors": [], "UnprocessedEntries": []}),
    "sagemaker-featurestore-runtime.ListRecords": fixed({"RecordIdentifiers": []}),
    "sagemaker-featurestore-runtime.BatchGetRecord": fixed({
        "Records": [], "Errors": [], "UnprocessedIdentifiers": []}),
    "sagemaker-metrics.BatchPutMetrics": fixed({"Errors": []}),
}


def answers():
    alone = {**OF_JOBS, **OF_ENDPOINTS, **OF_DATA, **OF_PIPELINES, **dict.fromkeys(WITHOUT_AN_ANSWER, nothing)}
    of_sagemaker = {
        **{operation: given_parameters(answer) for operation, answer in alone.items()},
        **{operation: unless_known(operation, answer) for operation, answer in KNOWN_TO_MOTO_ONLY_IN_PART.items()},
        **{operation: finished(operation, more) for operation, more in FINISHED.items()},
    }
    return {
        **{f"sagemaker.{operation}": answer for operation, answer in of_sagemaker.items()},
        **{operation: given_parameters(answer) for operation, answer in OF_OTHER_SERVICES.items()},
    }
