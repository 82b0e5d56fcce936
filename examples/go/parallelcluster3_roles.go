package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsefs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssecretsmanager"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsec2"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsefs"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsiam"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	iam "github.com/cdk-platform-iam/cdk-platform-iam-go/cdkplatformiam"
)

// NewResearchClusterStack makes the roles of a cluster with Slurm, login nodes and a custom image, all within a boundary.
func NewResearchClusterStack(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, nil)

	clusterName := jsii.String("research")
	version := iam.ParallelClusterVersion_LATEST()
	data := awss3.NewBucket(stack, jsii.String("Data"), nil)
	scripts := awss3.NewBucket(stack, jsii.String("Scripts"), nil)
	vpc := awsec2.Vpc_FromVpcAttributes(stack, jsii.String("Vpc"), &awsec2.VpcAttributes{
		VpcId:                      jsii.String("vpc-0123456789abcdef0"),
		AvailabilityZones:          jsii.Strings("eu-central-1a"),
		PrivateSubnetIds:           jsii.Strings("subnet-0123456789abcdef0"),
		PrivateSubnetRouteTableIds: jsii.Strings("rtb-0123456789abcdef0"),
	})
	home := &iam.ParallelClusterEfsAccess{
		FileSystems: &[]interfacesawsefs.IFileSystemRef{
			awsefs.NewFileSystem(stack, jsii.String("Home"), &awsefs.FileSystemProps{Vpc: vpc}),
		},
	}
	boundary := awsiam.ManagedPolicy_FromManagedPolicyName(
		stack, jsii.String("Boundary"), jsii.String("research-boundary"))

	cpu := iam.NewParallelClusterComputeNodeRole(
		stack, jsii.String("CpuQueue"), &iam.ParallelClusterComputeNodeRoleProps{
			ClusterName:         clusterName,
			Version:             version,
			PermissionsBoundary: boundary,
			Efs:                 home,
			S3Access: &iam.ParallelClusterS3Access{
				Readable: &[]iam.S3Location{iam.S3Location_Prefix(data, jsii.String("raw/"))},
				Writable: &[]iam.S3Location{iam.S3Location_Prefix(data, jsii.String("results/"))},
			},
		})
	head := iam.NewParallelClusterHeadNodeRole(
		stack, jsii.String("HeadNode"), &iam.ParallelClusterHeadNodeRoleProps{
			ClusterName:         clusterName,
			Version:             version,
			PermissionsBoundary: boundary,
			Efs:                 home,
			Slurm: &iam.ParallelClusterSlurmHeadNodeOptions{
				ComputeRoles: &[]interfacesawsiam.IRoleRef{cpu},
				Subnets:      &[]interfacesawsec2.ISubnetRef{(*vpc.PrivateSubnets())[0]},
				LoginNodes:   jsii.Bool(true),
			},
			Secrets: &iam.ParallelClusterHeadNodeSecrets{
				MungeKey: awssecretsmanager.NewSecret(stack, jsii.String("MungeKey"), nil),
			},
		})
	login := iam.NewParallelClusterLoginNodeRole(
		stack, jsii.String("LoginNode"), &iam.ParallelClusterLoginNodeRoleProps{
			ClusterName:         clusterName,
			Version:             version,
			PermissionsBoundary: boundary,
			Efs:                 home,
			Pools:               jsii.Strings("login"),
		})
	functions := iam.NewParallelClusterLambdaFunctionsRole(
		stack, jsii.String("Functions"), &iam.ParallelClusterLambdaFunctionsRoleProps{
			ClusterName:         clusterName,
			Version:             version,
			PermissionsBoundary: boundary,
			Slurm:               &iam.ParallelClusterSlurmLambdaOptions{},
		})

	builder := iam.NewParallelClusterImageBuilderRole(
		stack, jsii.String("ImageBuilder"), &iam.ParallelClusterImageBuilderRoleProps{
			PermissionsBoundary: boundary,
			Scripts: &iam.ParallelClusterImageScripts{
				Locations: &[]iam.S3Location{iam.S3Location_ExactObject(scripts, jsii.String("install.sh"))},
			},
		})
	cleanup := iam.NewParallelClusterImageCleanupRole(
		stack, jsii.String("ImageCleanup"), &iam.ParallelClusterImageCleanupRoleProps{PermissionsBoundary: boundary})

	output := func(name string, value *string) {
		awscdk.NewCfnOutput(stack, &name, &awscdk.CfnOutputProps{Value: value})
	}
	output("HeadNodeRole", head.Role().RoleArn())
	output("CpuQueueInstanceProfile", cpu.InstanceProfile().InstanceProfileArn())
	output("LoginNodeRole", login.Role().RoleArn())
	output("FunctionsRole", functions.Role().RoleArn())
	output("ImageBuilderRole", builder.Role().RoleArn())
	output("ImageCleanupRole", cleanup.Role().RoleArn())
	output("BoundaryPolicy", boundary.ManagedPolicyArn())

	return stack
}
