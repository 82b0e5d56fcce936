from aws_cdk import App, Stack, aws_ec2 as ec2, aws_iam as iam, aws_secretsmanager as secretsmanager, aws_sqs as sqs
from cdk_platform_iam import BeanstalkEc2Role, BeanstalkEnvironmentSecretOptions, BeanstalkWorkerTierOptions

app = App()
stack = Stack(app, "Shop")
boundary = iam.CfnManagedPolicy(
    stack,
    "Boundary",
    policy_document={
        "Statement": [{"Effect": "Allow", "Action": ["s3:*", "sqs:*"], "Resource": "*"}],
        "Version": "2012-10-17",
    },
)
orders = sqs.CfnQueue(stack, "Orders", kms_master_key_id="alias/aws/sqs")
password = secretsmanager.CfnSecret(
    stack, "Password", generate_secret_string=secretsmanager.CfnSecret.GenerateSecretStringProperty()
)

instances = BeanstalkEc2Role(
    stack,
    "Instances",
    worker_tier=BeanstalkWorkerTierOptions(queue=orders),
    environment_secrets=BeanstalkEnvironmentSecretOptions(secrets=[password]),
    permissions_boundary=boundary,
)
# The construct is an instance profile for the CDK.
ec2.CfnInstance(stack, "Debugger", image_id="ami-0123456789abcdef0", iam_instance_profile=instances)
app.synth()
