import { Stack, StackProps } from 'aws-cdk-lib';
import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { BeanstalkEc2Role, BeanstalkServiceRole } from 'cdk-platform-iam';

/** A shop: a web environment takes orders, a worker environment handles them. */
export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const key = new kms.Key(this, 'Key', { enableKeyRotation: true });
    const orders = new sqs.Queue(this, 'Orders', { encryptionMasterKey: key });
    const pictures = new s3.Bucket(this, 'Pictures', { encryptionKey: key });
    const application = new elasticbeanstalk.CfnApplication(this, 'Application', { applicationName: 'shop' });
    const service = new BeanstalkServiceRole(this, 'Service');

    const web = new BeanstalkEc2Role(this, 'Web', {
      description: 'Serves the shop',
      webTier: {},
      applicationName: application.ref,
      environmentNames: ['shop-live'],
      sessionManager: {},
    });
    // Permissions of the application itself: the environment waits for them.
    pictures.grantReadWrite(web);
    orders.grantSendMessages(web);
    this.addEnvironment('shop-live', application, web, [...web.optionSettings(), ...service.optionSettings()]);

    const worker = new BeanstalkEc2Role(this, 'Worker', {
      description: 'Handles the orders',
      workerTier: { queue: orders, periodicTasks: false },
      applicationName: application.ref,
      environmentNames: ['shop-orders'],
      xray: false,
    });
    const settings = [...worker.optionSettings(), ...service.optionSettings()];
    this.addEnvironment('shop-orders', application, worker, [
      ...settings,
      { namespace: 'aws:elasticbeanstalk:sqsd', optionName: 'WorkerQueueURL', value: orders.queueUrl },
    ], { name: 'Worker', type: 'SQS/HTTP' });
  }

  private addEnvironment(
    environmentName: string,
    application: elasticbeanstalk.CfnApplication,
    instances: BeanstalkEc2Role,
    optionSettings: elasticbeanstalk.CfnEnvironment.OptionSettingProperty[],
    tier?: elasticbeanstalk.CfnEnvironment.TierProperty,
  ): void {
    const environment = new elasticbeanstalk.CfnEnvironment(this, environmentName, {
      applicationName: application.ref,
      environmentName,
      tier,
      solutionStackName: '64bit Amazon Linux 2023 v6.5.2 running Node.js 22',
      optionSettings,
    });
    environment.node.addDependency(instances);
  }
}
