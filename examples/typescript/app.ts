import { App } from 'aws-cdk-lib';
import { ClusterUsersStack } from './parallelcluster3-user';
import { ChurnStack } from './sagemaker';

const app = new App();
new ClusterUsersStack(app, 'ClusterUsers');
new ChurnStack(app, 'Churn');
