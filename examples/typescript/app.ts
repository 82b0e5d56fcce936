import { App } from 'aws-cdk-lib';
import { ResearchClusterStack } from './parallelcluster3-roles';
import { ChurnStack } from './sagemaker';

const app = new App();
new ChurnStack(app, 'Churn');
new ResearchClusterStack(app, 'ResearchCluster').writeConfigurations(app.outdir);
