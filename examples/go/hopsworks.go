package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecr"
	"github.com/aws/aws-cdk-go/awscdk/v2/awseks"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsiam"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	iam "github.com/cdk-platform-iam/cdk-platform-iam-go/cdkplatformiam"
)

// NewHopsworksStack makes a feature store, as a managed cluster on EC2 and on nodes of EKS.
func NewHopsworksStack(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, nil)
	managedCluster(stack)
	nodesOnEks(stack)
	return stack
}

func managedCluster(stack awscdk.Stack) {
	key := awskms.NewKey(stack, jsii.String("ClusterKey"), &awskms.KeyProps{EnableKeyRotation: jsii.Bool(true)})
	cluster := iam.HopsworksInstanceProfileProps{
		Bucket:         awss3.NewBucket(stack, jsii.String("ClusterData"), &awss3.BucketProps{EncryptionKey: key}),
		CloudWatch:     &iam.HopsworksCloudWatchOptions{LogGroupPrefixes: jsii.Strings("features")},
		SessionManager: &iam.SessionManagerOptions{},
	}
	workers := iam.NewHopsworksInstanceProfile(stack, jsii.String("Workers"), &cluster)

	// Projects read data with their own role, which only the head node can assume.
	sales := awsiam.NewRole(stack, jsii.String("Sales"), &awsiam.RoleProps{
		AssumedBy: awsiam.NewAccountRootPrincipal(),
	})
	awss3.NewBucket(stack, jsii.String("SalesData"), nil).GrantRead(sales, nil)
	headNode := cluster
	headNode.AssumableRoles = &[]interfacesawsiam.IRoleRef{sales}
	head := iam.NewHopsworksInstanceProfile(stack, jsii.String("Head"), &headNode)

	awscdk.NewCfnOutput(stack, jsii.String("WorkersProfile"), &awscdk.CfnOutputProps{
		Value: workers.InstanceProfile().InstanceProfileName(),
	})
	awscdk.NewCfnOutput(stack, jsii.String("HeadProfile"), &awscdk.CfnOutputProps{
		Value: head.InstanceProfile().InstanceProfileName(),
	})
}

func nodesOnEks(stack awscdk.Stack) {
	images := awsecr.NewRepository(stack, jsii.String("Images"), &awsecr.RepositoryProps{
		RepositoryName: jsii.String("hopsworks/hopsworks-base"),
	})
	nodes := iam.NewHopsworksEksNodeRole(stack, jsii.String("Nodes"), &iam.HopsworksEksNodeRoleProps{
		Bucket:        awss3.NewBucket(stack, jsii.String("EksData"), &awss3.BucketProps{Versioned: jsii.Bool(true)}),
		ProjectImages: &[]iam.ImageSource{iam.ImageSource_Repository(images)},
	})
	awseks.NewCfnNodegroup(stack, jsii.String("NodeGroup"), &awseks.CfnNodegroupProps{
		ClusterName:   jsii.String("features"),
		NodeRole:      nodes.Role().RoleArn(),
		InstanceTypes: jsii.Strings("m6i.2xlarge"),
		ScalingConfig: &awseks.CfnNodegroup_ScalingConfigProperty{
			MinSize:     jsii.Number(1),
			DesiredSize: jsii.Number(5),
			MaxSize:     jsii.Number(5),
		},
		Subnets: &[]interface{}{jsii.String("subnet-0123456789abcdef0"), jsii.String("subnet-0123456789abcdef1")},
	})
}
