import { App } from 'aws-cdk-lib';
import { ShopStack } from './elastic-beanstalk';
import { HopsworksStack } from './hopsworks';
import { ResearchClusterStack } from './parallelcluster3-roles';
import { ChurnStack } from './sagemaker';

const app = new App();
new ChurnStack(app, 'Churn');
new ShopStack(app, 'Shop');
new HopsworksStack(app, 'Hopsworks');
new ResearchClusterStack(app, 'ResearchCluster').writeConfigurations(app.outdir);
