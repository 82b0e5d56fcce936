using Amazon.CDK;
using Example;

var app = new App();
new HopsworksStack(app, "Hopsworks");
app.Synth();
