from typing import Optional, Sequence

from aws_cdk import Stack, aws_elasticbeanstalk as elasticbeanstalk, aws_kms as kms, aws_s3 as s3, aws_sqs as sqs
from cdk_platform_iam import (
    BeanstalkEc2Role,
    BeanstalkServiceRole,
    BeanstalkWebTierOptions,
    BeanstalkWorkerTierOptions,
    SessionManagerOptions,
)
from constructs import Construct

OptionSetting = elasticbeanstalk.CfnEnvironment.OptionSettingProperty
Tier = elasticbeanstalk.CfnEnvironment.TierProperty


class ShopStack(Stack):
    """A shop: a web environment takes orders, a worker environment handles them."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)

        key = kms.Key(self, "Key", enable_key_rotation=True)
        orders = sqs.Queue(self, "Orders", encryption_master_key=key)
        pictures = s3.Bucket(self, "Pictures", encryption_key=key)
        application = elasticbeanstalk.CfnApplication(self, "Application", application_name="shop")
        service = BeanstalkServiceRole(self, "Service")

        web = BeanstalkEc2Role(
            self,
            "Web",
            description="Serves the shop",
            web_tier=BeanstalkWebTierOptions(),
            application_name=application.ref,
            environment_names=["shop-live"],
            session_manager=SessionManagerOptions(),
        )
        # Permissions of the application itself: the environment waits for them.
        pictures.grant_read_write(web)
        orders.grant_send_messages(web)
        self.add_environment("shop-live", application, web, [*web.option_settings(), *service.option_settings()])

        worker = BeanstalkEc2Role(
            self,
            "Worker",
            description="Handles the orders",
            worker_tier=BeanstalkWorkerTierOptions(queue=orders, periodic_tasks=False),
            application_name=application.ref,
            environment_names=["shop-orders"],
            xray=False,
        )
        self.add_environment(
            "shop-orders",
            application,
            worker,
            [
                *worker.option_settings(),
                *service.option_settings(),
                OptionSetting(
                    namespace="aws:elasticbeanstalk:sqsd", option_name="WorkerQueueURL", value=orders.queue_url
                ),
            ],
            Tier(name="Worker", type="SQS/HTTP"),
        )

    def add_environment(
        self,
        environment_name: str,
        application: elasticbeanstalk.CfnApplication,
        instances: BeanstalkEc2Role,
        option_settings: Sequence[OptionSetting],
        tier: Optional[Tier] = None,
    ) -> None:
        environment = elasticbeanstalk.CfnEnvironment(
            self,
            environment_name,
            application_name=application.ref,
            environment_name=environment_name,
            tier=tier,
            solution_stack_name="64bit Amazon Linux 2023 v6.5.2 running Node.js 22",
            option_settings=option_settings,
        )
        environment.node.add_dependency(instances)
