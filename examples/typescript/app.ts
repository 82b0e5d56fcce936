import { App } from 'aws-cdk-lib';
import { ShopStack } from './elastic-beanstalk';
import { HopsworksStack } from './hopsworks';
import { ChurnStack } from './sagemaker';

const app = new App();
new ChurnStack(app, 'Churn');
new ShopStack(app, 'Shop');
new HopsworksStack(app, 'Hopsworks');
