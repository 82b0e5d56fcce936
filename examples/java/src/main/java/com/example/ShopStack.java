package com.example;

import io.github.cdkplatformiam.BeanstalkEc2Role;
import io.github.cdkplatformiam.BeanstalkServiceRole;
import io.github.cdkplatformiam.BeanstalkWebTierOptions;
import io.github.cdkplatformiam.BeanstalkWorkerTierOptions;
import io.github.cdkplatformiam.SessionManagerOptions;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticbeanstalk.CfnApplication;
import software.amazon.awscdk.services.elasticbeanstalk.CfnEnvironment;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** A shop: a web environment takes orders, a worker environment handles them. */
public class ShopStack extends Stack {
    public ShopStack(final Construct scope, final String id) {
        super(scope, id);

        Key key = Key.Builder.create(this, "Key").enableKeyRotation(true).build();
        Queue orders = Queue.Builder.create(this, "Orders").encryptionMasterKey(key).build();
        Bucket pictures = Bucket.Builder.create(this, "Pictures").encryptionKey(key).build();
        CfnApplication application = CfnApplication.Builder.create(this, "Application")
            .applicationName("shop")
            .build();
        BeanstalkServiceRole service = new BeanstalkServiceRole(this, "Service");

        BeanstalkEc2Role web = BeanstalkEc2Role.Builder.create(this, "Web")
            .description("Serves the shop")
            .webTier(BeanstalkWebTierOptions.builder().build())
            .applicationName(application.getRef())
            .environmentNames(List.of("shop-live"))
            .sessionManager(SessionManagerOptions.builder().build())
            .build();
        // Permissions of the application itself: the environment waits for them.
        pictures.grantReadWrite(web);
        orders.grantSendMessages(web);
        addEnvironment("shop-live", application, web, settings(web, service), null);

        BeanstalkEc2Role worker = BeanstalkEc2Role.Builder.create(this, "Worker")
            .description("Handles the orders")
            .workerTier(BeanstalkWorkerTierOptions.builder().queue(orders).periodicTasks(false).build())
            .applicationName(application.getRef())
            .environmentNames(List.of("shop-orders"))
            .xray(false)
            .build();
        List<CfnEnvironment.OptionSettingProperty> ofWorker = settings(worker, service);
        ofWorker.add(CfnEnvironment.OptionSettingProperty.builder()
            .namespace("aws:elasticbeanstalk:sqsd")
            .optionName("WorkerQueueURL")
            .value(orders.getQueueUrl())
            .build());
        addEnvironment("shop-orders", application, worker, ofWorker,
            CfnEnvironment.TierProperty.builder().name("Worker").type("SQS/HTTP").build());
    }

    private static List<CfnEnvironment.OptionSettingProperty> settings(
            final BeanstalkEc2Role instances, final BeanstalkServiceRole service) {
        List<CfnEnvironment.OptionSettingProperty> settings = new ArrayList<>(instances.optionSettings());
        settings.addAll(service.optionSettings());
        return settings;
    }

    private void addEnvironment(
            final String environmentName,
            final CfnApplication application,
            final BeanstalkEc2Role instances,
            final List<CfnEnvironment.OptionSettingProperty> optionSettings,
            final CfnEnvironment.TierProperty tier) {
        CfnEnvironment environment = CfnEnvironment.Builder.create(this, environmentName)
            .applicationName(application.getRef())
            .environmentName(environmentName)
            .tier(tier)
            .solutionStackName("64bit Amazon Linux 2023 v6.5.2 running Node.js 22")
            .optionSettings(optionSettings)
            .build();
        environment.getNode().addDependency(instances);
    }
}
