package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awselasticbeanstalk"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	iam "github.com/cdk-platform-iam/cdk-platform-iam-go/cdkplatformiam"
)

// NewShopStack makes a shop: a web environment takes orders, a worker environment handles them.
func NewShopStack(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, nil)

	key := awskms.NewKey(stack, jsii.String("Key"), &awskms.KeyProps{EnableKeyRotation: jsii.Bool(true)})
	orders := awssqs.NewQueue(stack, jsii.String("Orders"), &awssqs.QueueProps{EncryptionMasterKey: key})
	pictures := awss3.NewBucket(stack, jsii.String("Pictures"), &awss3.BucketProps{EncryptionKey: key})
	application := awselasticbeanstalk.NewCfnApplication(
		stack, jsii.String("Application"), &awselasticbeanstalk.CfnApplicationProps{ApplicationName: jsii.String("shop")})
	service := iam.NewBeanstalkServiceRole(stack, jsii.String("Service"), nil)

	web := iam.NewBeanstalkEc2Role(stack, jsii.String("Web"), &iam.BeanstalkEc2RoleProps{
		Description:      jsii.String("Serves the shop"),
		WebTier:          &iam.BeanstalkWebTierOptions{},
		ApplicationName:  application.Ref(),
		EnvironmentNames: jsii.Strings("shop-live"),
		SessionManager:   &iam.SessionManagerOptions{},
	})
	// Permissions of the application itself: the environment waits for them.
	pictures.GrantReadWrite(web, nil)
	orders.GrantSendMessages(web)
	addEnvironment(stack, "shop-live", application, web, settings(web, service), nil)

	worker := iam.NewBeanstalkEc2Role(stack, jsii.String("Worker"), &iam.BeanstalkEc2RoleProps{
		Description:      jsii.String("Handles the orders"),
		WorkerTier:       &iam.BeanstalkWorkerTierOptions{Queue: orders, PeriodicTasks: jsii.Bool(false)},
		ApplicationName:  application.Ref(),
		EnvironmentNames: jsii.Strings("shop-orders"),
		Xray:             jsii.Bool(false),
	})
	ofWorker := append(settings(worker, service), &awselasticbeanstalk.CfnEnvironment_OptionSettingProperty{
		Namespace:  jsii.String("aws:elasticbeanstalk:sqsd"),
		OptionName: jsii.String("WorkerQueueURL"),
		Value:      orders.QueueUrl(),
	})
	addEnvironment(stack, "shop-orders", application, worker, ofWorker, &awselasticbeanstalk.CfnEnvironment_TierProperty{
		Name: jsii.String("Worker"),
		Type: jsii.String("SQS/HTTP"),
	})

	return stack
}

func settings(
	instances iam.BeanstalkEc2Role, service iam.BeanstalkServiceRole,
) []*awselasticbeanstalk.CfnEnvironment_OptionSettingProperty {
	return append(append([]*awselasticbeanstalk.CfnEnvironment_OptionSettingProperty{},
		*instances.OptionSettings()...), *service.OptionSettings()...)
}

func addEnvironment(
	stack awscdk.Stack,
	environmentName string,
	application awselasticbeanstalk.CfnApplication,
	instances iam.BeanstalkEc2Role,
	optionSettings []*awselasticbeanstalk.CfnEnvironment_OptionSettingProperty,
	tier *awselasticbeanstalk.CfnEnvironment_TierProperty,
) {
	props := &awselasticbeanstalk.CfnEnvironmentProps{
		ApplicationName:   application.Ref(),
		EnvironmentName:   &environmentName,
		SolutionStackName: jsii.String("64bit Amazon Linux 2023 v6.5.2 running Node.js 22"),
		OptionSettings:    &optionSettings,
	}
	if tier != nil {
		props.Tier = tier
	}
	awselasticbeanstalk.NewCfnEnvironment(stack, &environmentName, props).Node().AddDependency(instances)
}
