import { App } from 'aws-cdk-lib';
import { HopsworksStack } from './hopsworks';
import { ChurnStack } from './sagemaker';

const app = new App();
new ChurnStack(app, 'Churn');
new HopsworksStack(app, 'Hopsworks');
