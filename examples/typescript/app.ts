import { App } from 'aws-cdk-lib';
import { ChurnStack } from './sagemaker';

const app = new App();
new ChurnStack(app, 'Churn');
