package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawss3"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	iam "github.com/cdk-platform-iam/cdk-platform-iam-go/cdkplatformiam"
)

// NewClusterUsersStack says who may make clusters, and what the roles can do at most that clusters make.
func NewClusterUsersStack(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, nil)

	resourcePrefix := &iam.ParallelClusterResourcePrefix{
		Path:       jsii.String("/hpc/"),
		NamePrefix: jsii.String("team-"),
	}
	data := awss3.NewBucket(stack, jsii.String("Data"), nil)

	boundary := iam.NewParallelClusterPermissionsBoundary(
		stack, jsii.String("Boundary"), &iam.ParallelClusterPermissionsBoundaryProps{
			ResourcePrefix: resourcePrefix,
			Storage:        &iam.ParallelClusterStorageOptions{Buckets: &[]interfacesawss3.IBucketRef{data}},
		})
	users := awsiam.NewRole(stack, jsii.String("Users"), &awsiam.RoleProps{
		AssumedBy: awsiam.NewAccountRootPrincipal(),
	})
	iam.NewParallelClusterUserPolicy(stack, jsii.String("Policy"), &iam.ParallelClusterUserPolicyProps{
		ResourcePrefix: resourcePrefix,
		IamAccess:      iam.ParallelClusterIamAccess_WithinBoundary(boundary, nil),
		CreateClusters: &iam.ParallelClusterCreateClustersOptions{
			FsxForLustre: &iam.ParallelClusterUserFsxForLustre{
				DataRepositories: &[]iam.S3Location{iam.S3Location_Prefix(data, jsii.String("lustre/"))},
			},
			LoginNodes: jsii.Bool(true),
		},
		LogRetrieval: &iam.ParallelClusterUserLogRetrieval{},
		Roles:        &[]interfacesawsiam.IRoleRef{users},
	})

	// The value of Iam/PermissionsBoundary in the cluster configurations; Iam/ResourcePrefix is /hpc/team-.
	awscdk.NewCfnOutput(stack, jsii.String("PermissionsBoundary"), &awscdk.CfnOutputProps{
		Value: boundary.ManagedPolicyRef().PolicyArn,
	})

	return stack
}
