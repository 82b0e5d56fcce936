package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsiam"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	iam "github.com/cdk-platform-iam/cdk-platform-iam-go/cdkplatformiam"
)

// NewWeatherStack runs weather models on a cluster of Slurm: operators create it with these roles, researchers use it.
func NewWeatherStack(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, nil)

	scheduler := iam.ParallelCluster2Scheduler_SLURM
	clusterName := jsii.String("weather")
	resourceBucket := &iam.ParallelCluster2ResourceBucket{
		Bucket: awss3.NewBucket(stack, jsii.String("Artifacts"), &awss3.BucketProps{Versioned: jsii.Bool(true)}),
	}

	nodes := iam.NewParallelCluster2InstanceRole(stack, jsii.String("Nodes"), &iam.ParallelCluster2InstanceRoleProps{
		Description:    jsii.String("ec2_iam_role of the cluster"),
		Scheduler:      scheduler,
		ClusterName:    clusterName,
		ResourceBucket: resourceBucket,
	})
	functions := iam.NewParallelCluster2LambdaRole(stack, jsii.String("Functions"), &iam.ParallelCluster2LambdaRoleProps{
		Description:    jsii.String("iam_lambda_role of the cluster"),
		Scheduler:      scheduler,
		ClusterName:    clusterName,
		ResourceBucket: resourceBucket,
	})
	awss3.NewBucket(stack, jsii.String("Forecasts"), nil).GrantReadWrite(nodes, nil)

	iam.NewParallelCluster2UserPolicy(stack, jsii.String("Operators"), &iam.ParallelCluster2UserPolicyProps{
		CreateClusters: &iam.ParallelCluster2CreateClustersOptions{
			Schedulers:     &[]iam.ParallelCluster2Scheduler{scheduler},
			ResourceBucket: resourceBucket,
			InstanceRoles:  &[]interfacesawsiam.IRoleRef{nodes},
			LambdaRoles:    &[]interfacesawsiam.IRoleRef{functions},
			CreateRoles:    jsii.Bool(false),
		},
		Groups: &[]interfacesawsiam.IGroupRef{awsiam.NewGroup(stack, jsii.String("OperatorsGroup"), nil)},
	})
	iam.NewParallelCluster2UserPolicy(stack, jsii.String("Researchers"), &iam.ParallelCluster2UserPolicyProps{
		UseClusters: &iam.ParallelCluster2UseClustersOptions{ClusterNames: &[]*string{clusterName}},
		Groups:      &[]interfacesawsiam.IGroupRef{awsiam.NewGroup(stack, jsii.String("ResearchersGroup"), nil)},
	})

	return stack
}
