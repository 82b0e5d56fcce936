import { Stack, StackProps } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { ImageSource, S3Location, SageMakerApiAccess, SageMakerExecutionRole } from 'cdk-platform-iam';

/**
 * Churn prediction: a pipeline trains a model, an endpoint serves it, users explore data in a notebook.
 */
export class ChurnStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const key = new kms.Key(this, 'Key', { enableKeyRotation: true });
    const data = new s3.Bucket(this, 'Data', { encryptionKey: key });
    const artifacts = new s3.Bucket(this, 'Artifacts', { encryptionKey: key });
    const image = ImageSource.repository(new ecr.Repository(this, 'Images'));
    // The Python SDK in the notebook uploads code to this bucket, and the jobs read it.
    const code = S3Location.sageMakerDefaultBucket();

    const jobs = new SageMakerExecutionRole(this, 'Jobs', {
      description: 'Prepares the data and trains the model',
      processingJob: {
        inputs: [S3Location.prefix(data, 'raw/'), code],
        outputs: [S3Location.prefix(data, 'prepared/')],
        images: [image],
      },
      trainingJob: {
        inputs: [S3Location.prefix(data, 'prepared/'), code],
        outputs: [S3Location.prefix(artifacts, 'models/')],
        checkpoints: [S3Location.prefix(artifacts, 'checkpoints/')],
        images: [image],
        vpc: true,
        volumeKey: key,
      },
    });

    // The caller that starts jobs can pass the role to SageMaker only.
    const pipeline = new iam.Role(this, 'Pipeline', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com') });
    jobs.grantPass(pipeline);

    const serving = new SageMakerExecutionRole(this, 'Serving', {
      model: {
        modelData: [S3Location.prefix(artifacts, 'models/')],
        images: [image],
      },
    });
    // No dependency on the permissions is needed: they are inline policies of the role.
    new sagemaker.CfnModel(this, 'Model', {
      executionRoleArn: serving.role.roleArn,
      primaryContainer: {
        image: `${this.account}.dkr.ecr.${this.region}.${this.urlSuffix}/churn:1`,
        modelDataUrl: artifacts.s3UrlForObject('models/churn-1/output/model.tar.gz'),
      },
    });

    const exploring = new SageMakerExecutionRole(this, 'Exploring', {
      notebookInstance: {
        data: [S3Location.prefix(data, 'prepared/'), code],
        apiAccess: [SageMakerApiAccess.TRAINING_JOBS, SageMakerApiAccess.EXPERIMENTS],
        passItself: false,
        passableRoles: [jobs],
      },
    });
    new sagemaker.CfnNotebookInstance(this, 'Notebook', {
      instanceType: 'ml.t3.medium',
      roleArn: exploring.role.roleArn,
    });
  }
}
