import { App } from 'aws-cdk-lib';
import { WeatherStack } from './parallelcluster2';
import { ChurnStack } from './sagemaker';

const app = new App();
new ChurnStack(app, 'Churn');
new WeatherStack(app, 'Weather');
