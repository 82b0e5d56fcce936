from aws_cdk import App

from elastic_beanstalk import ShopStack
from hopsworks import HopsworksStack
from parallelcluster2 import WeatherStack
from parallelcluster3_roles import ResearchClusterStack
from parallelcluster3_user import ClusterUsersStack
from sagemaker import ChurnStack

app = App()
ChurnStack(app, "Churn")
ShopStack(app, "Shop")
HopsworksStack(app, "Hopsworks")
WeatherStack(app, "Weather")
ResearchClusterStack(app, "ResearchCluster")
ClusterUsersStack(app, "ClusterUsers")
app.synth()
