package com.example;

import io.github.cdkplatformiam.ImageSource;
import io.github.cdkplatformiam.S3Location;
import io.github.cdkplatformiam.SageMakerApiAccess;
import io.github.cdkplatformiam.SageMakerExecutionRole;
import io.github.cdkplatformiam.SageMakerModelOptions;
import io.github.cdkplatformiam.SageMakerNotebookInstanceOptions;
import io.github.cdkplatformiam.SageMakerProcessingJobOptions;
import io.github.cdkplatformiam.SageMakerTrainingJobOptions;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sagemaker.CfnModel;
import software.amazon.awscdk.services.sagemaker.CfnNotebookInstance;
import software.constructs.Construct;

/**
 * Churn prediction: a pipeline trains a model, an endpoint serves it, users explore data in a notebook.
 */
public class ChurnStack extends Stack {
    public ChurnStack(final Construct scope, final String id) {
        super(scope, id);

        Key key = Key.Builder.create(this, "Key").enableKeyRotation(true).build();
        Bucket data = Bucket.Builder.create(this, "Data").encryptionKey(key).build();
        Bucket artifacts = Bucket.Builder.create(this, "Artifacts").encryptionKey(key).build();
        List<ImageSource> images = List.of(ImageSource.repository(new Repository(this, "Images")));
        // The Python SDK in the notebook uploads code to this bucket, and the jobs read it.
        S3Location code = S3Location.sageMakerDefaultBucket();

        SageMakerExecutionRole jobs = SageMakerExecutionRole.Builder.create(this, "Jobs")
            .description("Prepares the data and trains the model")
            .processingJob(SageMakerProcessingJobOptions.builder()
                .inputs(List.of(S3Location.prefix(data, "raw/"), code))
                .outputs(List.of(S3Location.prefix(data, "prepared/")))
                .images(images)
                .build())
            .trainingJob(SageMakerTrainingJobOptions.builder()
                .inputs(List.of(S3Location.prefix(data, "prepared/"), code))
                .outputs(List.of(S3Location.prefix(artifacts, "models/")))
                .checkpoints(List.of(S3Location.prefix(artifacts, "checkpoints/")))
                .images(images)
                .vpc(true)
                .volumeKey(key)
                .build())
            .build();

        // The caller that starts jobs can pass the role to SageMaker only.
        Role pipeline = Role.Builder.create(this, "Pipeline")
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .build();
        jobs.grantPass(pipeline);

        SageMakerExecutionRole serving = SageMakerExecutionRole.Builder.create(this, "Serving")
            .model(SageMakerModelOptions.builder()
                .modelData(List.of(S3Location.prefix(artifacts, "models/")))
                .images(images)
                .build())
            .build();
        // No dependency on the permissions is needed: they are inline policies of the role.
        CfnModel.Builder.create(this, "Model")
            .executionRoleArn(serving.getRole().getRoleArn())
            .primaryContainer(CfnModel.ContainerDefinitionProperty.builder()
                .image(getAccount() + ".dkr.ecr." + getRegion() + "." + getUrlSuffix() + "/churn:1")
                .modelDataUrl(artifacts.s3UrlForObject("models/churn-1/output/model.tar.gz"))
                .build())
            .build();

        SageMakerExecutionRole exploring = SageMakerExecutionRole.Builder.create(this, "Exploring")
            .notebookInstance(SageMakerNotebookInstanceOptions.builder()
                .data(List.of(S3Location.prefix(data, "prepared/"), code))
                .apiAccess(List.of(SageMakerApiAccess.TRAINING_JOBS, SageMakerApiAccess.EXPERIMENTS))
                .passItself(false)
                .passableRoles(List.of(jobs))
                .build())
            .build();
        CfnNotebookInstance.Builder.create(this, "Notebook")
            .instanceType("ml.t3.medium")
            .roleArn(exploring.getRole().getRoleArn())
            .build();
    }
}
