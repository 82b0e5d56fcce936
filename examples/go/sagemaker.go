package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecr"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssagemaker"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsiam"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	iam "github.com/cdk-platform-iam/cdk-platform-iam-go/cdkplatformiam"
)

// NewChurnStack predicts churn: a pipeline prepares data and trains, an endpoint serves, people explore in a notebook.
func NewChurnStack(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, nil)

	key := awskms.NewKey(stack, jsii.String("Key"), &awskms.KeyProps{EnableKeyRotation: jsii.Bool(true)})
	data := awss3.NewBucket(stack, jsii.String("Data"), &awss3.BucketProps{EncryptionKey: key})
	artifacts := awss3.NewBucket(stack, jsii.String("Artifacts"), &awss3.BucketProps{EncryptionKey: key})
	images := &[]iam.ImageSource{iam.ImageSource_Repository(awsecr.NewRepository(stack, jsii.String("Images"), nil))}
	prefix := func(bucket awss3.IBucket, prefix string, more ...iam.S3Location) *[]iam.S3Location {
		locations := append([]iam.S3Location{iam.S3Location_Prefix(bucket, &prefix)}, more...)
		return &locations
	}
	// The Python SDK in the notebook uploads code to this bucket, and the jobs read it.
	code := iam.S3Location_SageMakerDefaultBucket(nil)

	jobs := iam.NewSageMakerExecutionRole(stack, jsii.String("Jobs"), &iam.SageMakerExecutionRoleProps{
		Description: jsii.String("Prepares the data and trains the model"),
		ProcessingJob: &iam.SageMakerProcessingJobOptions{
			Inputs:  prefix(data, "raw/", code),
			Outputs: prefix(data, "prepared/"),
			Images:  images,
		},
		TrainingJob: &iam.SageMakerTrainingJobOptions{
			Inputs:      prefix(data, "prepared/", code),
			Outputs:     prefix(artifacts, "models/"),
			Checkpoints: prefix(artifacts, "checkpoints/"),
			Images:      images,
			Vpc:         jsii.Bool(true),
			VolumeKey:   key,
		},
	})

	// The caller that starts jobs can pass the role to SageMaker only.
	pipeline := awsiam.NewRole(stack, jsii.String("Pipeline"), &awsiam.RoleProps{
		AssumedBy: awsiam.NewServicePrincipal(jsii.String("states.amazonaws.com"), nil),
	})
	jobs.GrantPass(pipeline)

	serving := iam.NewSageMakerExecutionRole(stack, jsii.String("Serving"), &iam.SageMakerExecutionRoleProps{
		Model: &iam.SageMakerModelOptions{
			ModelData: prefix(artifacts, "models/"),
			Images:    images,
		},
	})
	// No dependency on the permissions is needed: they are inline policies of the role.
	awssagemaker.NewCfnModel(stack, jsii.String("Model"), &awssagemaker.CfnModelProps{
		ExecutionRoleArn: serving.Role().RoleArn(),
		PrimaryContainer: &awssagemaker.CfnModel_ContainerDefinitionProperty{
			Image: jsii.String(
				*stack.Account() + ".dkr.ecr." + *stack.Region() + "." + *stack.UrlSuffix() + "/churn:1"),
			ModelDataUrl: artifacts.S3UrlForObject(jsii.String("models/churn-1/output/model.tar.gz")),
		},
	})

	exploring := iam.NewSageMakerExecutionRole(stack, jsii.String("Exploring"), &iam.SageMakerExecutionRoleProps{
		NotebookInstance: &iam.SageMakerNotebookInstanceOptions{
			Data: prefix(data, "prepared/", code),
			ApiAccess: &[]iam.SageMakerApiAccess{
				iam.SageMakerApiAccess_TRAINING_JOBS(),
				iam.SageMakerApiAccess_EXPERIMENTS(),
			},
			PassItself:    jsii.Bool(false),
			PassableRoles: &[]interfacesawsiam.IRoleRef{jobs},
		},
	})
	awssagemaker.NewCfnNotebookInstance(stack, jsii.String("Notebook"), &awssagemaker.CfnNotebookInstanceProps{
		InstanceType: jsii.String("ml.t3.medium"),
		RoleArn:      exploring.Role().RoleArn(),
	})

	return stack
}
