import { App } from 'aws-cdk-lib';
import { ShopStack } from './elastic-beanstalk';
import { HopsworksStack } from './hopsworks';
import { WeatherStack } from './parallelcluster2';
import { ResearchClusterStack } from './parallelcluster3-roles';
import { ClusterUsersStack } from './parallelcluster3-user';
import { ChurnStack } from './sagemaker';

const app = new App();
new ChurnStack(app, 'Churn');
new ShopStack(app, 'Shop');
new HopsworksStack(app, 'Hopsworks');
new WeatherStack(app, 'Weather');
new ResearchClusterStack(app, 'ResearchCluster').writeConfigurations(app.outdir);
new ClusterUsersStack(app, 'ClusterUsers');
