import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { S3Location, SageMakerExecutionRole, SageMakerMlflowServer } from '../../src';
import { rolesOf } from '../support/policies';
import { ServiceReference } from '../support/service-reference';
import { synthesize } from '../support/synthesize';

const ENV = { account: '111122223333', region: 'eu-central-1' };
const PLACE = 'arn:aws:sagemaker:eu-central-1:111122223333:';

const newServer = (stack: Stack, role: iam.IRole) => new sagemaker.CfnMlflowTrackingServer(stack, 'Server', {
  trackingServerName: 'Churn', artifactStoreUri: 's3://runs/', roleArn: role.roleArn,
});

function clientOf(...servers: readonly SageMakerMlflowServer[]) {
  const { template, warnings } = synthesize(stack => new SageMakerExecutionRole(stack, 'Role', {
    processingJob: { mlflow: { servers: [...servers], registerModels: true, deletion: true, userInterface: true } },
  }), { env: ENV });
  return { statements: rolesOf(template)[0].all.filter(({ Sid = '' }) => Sid.includes('Mlflow')), warnings };
}

const resourcesOf = (...servers: readonly SageMakerMlflowServer[]) =>
  clientOf(...servers).statements.find(({ Sid }) => Sid === 'ProcessingJobMlflowUse')!.Resource;

const named = (trackingServerName: string) =>
  ({ mlflowTrackingServerRef: { trackingServerName }, env: ENV }) as sagemaker.IMlflowTrackingServerRef;

test.each<[string, SageMakerMlflowServer, string[]]>([
  ['a name', SageMakerMlflowServer.trackingServerName('churn'), ['mlflow-tracking-server/churn']],
  ['a name with capitals', SageMakerMlflowServer.trackingServerName('Churn'),
    ['mlflow-tracking-server/Churn', 'mlflow-tracking-server/churn']],
  ['a reference', SageMakerMlflowServer.trackingServer(named('churn')), ['mlflow-tracking-server/churn']],
  ['every tracking server', SageMakerMlflowServer.anyTrackingServer(), ['mlflow-tracking-server/*']],
  ['an app', SageMakerMlflowServer.app(`${PLACE}mlflow-app/app-0123456789AB`), ['mlflow-app/app-0123456789AB']],
  ['every app', SageMakerMlflowServer.anyApp(), ['mlflow-app/*']],
])('grants %s', (_, server, resources) => {
  expect(resourcesOf(server)).toEqual(resources.map(resource => `${PLACE}${resource}`));
});

test('a role can be that of a tracking server and of its client', () => {
  const { template } = synthesize(stack => {
    const role = new iam.Role(stack, 'Own', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    return new SageMakerExecutionRole(stack, 'Role', {
      existingRole: role,
      processingJob: { mlflow: { servers: [SageMakerMlflowServer.trackingServer(newServer(stack, role))] } },
      mlflow: { artifactStores: [S3Location.uri('s3://runs/')] },
    });
  }, { env: ENV });
  expect(JSON.stringify(template)).toContain('mlflow-tracking-server/Churn');
});

test('warns of an app of another account, which shares it', () => {
  const arn = 'arn:aws:sagemaker:eu-central-1:444455556666:mlflow-app/app-0123456789AB';
  expect(clientOf(SageMakerMlflowServer.app(arn)).warnings).toEqual([
    expect.stringContaining("'processingJob.mlflow.servers[0]' names a resource of account 444455556666: its owner must share it"),
  ]);
});

test('a client with all options has every action of MLflow', async () => {
  const reference = await ServiceReference.of(['sagemaker-mlflow:*']);
  const namesOf = (pattern: string) => reference.expand(pattern).map(({ name }) => name);
  const patterns = clientOf(SageMakerMlflowServer.anyTrackingServer()).statements.flatMap(({ Action }) => Action!);
  expect(patterns.flatMap(namesOf).sort()).toEqual([...namesOf('sagemaker-mlflow:*')].sort());
});
