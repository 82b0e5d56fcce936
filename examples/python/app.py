from aws_cdk import App

from sagemaker import ChurnStack

app = App()
ChurnStack(app, "Churn")
app.synth()
