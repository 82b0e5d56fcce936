import { arn, inNamespace, TO_SAGEMAKER } from './fixtures';
import { isAllowed } from '../../support/evaluate';
import { TemplateJson } from '../../support/fold';
import { rolesOf } from '../../support/policies';
import { PROGRAMS } from '../../support/readme';
import { RequestRow } from '../../support/request-table';
import { runProgram } from '../../support/run-program';

// The programs of the chapter do what their sections promise: the requests of each user story are allowed.

interface Story {
  /** The heading in the chapter, and the construct id of the role. */
  readonly section: string;
  readonly role: string;
  /** @param named returns the physical name of the resource with the construct id */
  readonly allowed: (named: (id: string) => string) => readonly RequestRow[];
  readonly denied: (named: (id: string) => string) => readonly RequestRow[];
}

const sagemaker = (resource: string) => arn('sagemaker', resource);

const STORIES: readonly Story[] = [
  {
    section: 'Pipelines',
    role: 'Nightly',
    allowed: named => [
      ['run a training step', ['sagemaker:CreateTrainingJob', 'sagemaker:AddTags'], sagemaker('training-job/pipelines-1-Train-2')],
      ['read the property file of the evaluation', 's3:GetObject', `arn:aws:s3:::${named('Data')}/evaluation/metrics.json`],
      ['ask for approval', 'lambda:InvokeFunction', arn('lambda', `function:${named('Approve')}`)],
      ['register the model', 'sagemaker:CreateModelPackage', sagemaker('model-package/churn/1')],
      ['write the report as a processing step', 's3:PutObject', `arn:aws:s3:::${named('Data')}/evaluation/metrics.json`],
      ['write the model as a training step', 's3:PutObject', `arn:aws:s3:::${named('Data')}/models/model.tar.gz`],
    ],
    denied: named => [
      ['stop a job of others', 'sagemaker:StopTrainingJob', sagemaker('training-job/payments')],
      ['register it in another group', 'sagemaker:CreateModelPackage', sagemaker('model-package/payments/1')],
      ['change its inputs', 's3:PutObject', `arn:aws:s3:::${named('Data')}/raw/customers.csv`],
      ['pass another role', 'iam:PassRole', 'arn:aws:iam::111122223333:role/admin', TO_SAGEMAKER],
    ],
  },
  {
    section: 'HyperPod clusters',
    role: 'Nodes',
    allowed: named => [
      ['read a lifecycle script', 's3:GetObject', `arn:aws:s3:::${named('Scripts')}/base/on_create.sh`],
      ['pull an add-on', 'ecr:BatchGetImage', 'arn:aws:ecr:eu-central-1:602401143452:repository/amazon-k8s-cni'],
      ['give a pod an address', 'ec2:AssignPrivateIpAddresses', arn('ec2', 'network-interface/eni-0123456789abcdef0')],
      ['give a pod its role', 'eks-auth:AssumeRoleForPodIdentity', arn('eks', 'cluster/research')],
      ['write a checkpoint', 's3:PutObject', `arn:aws:s3:::${named('Data')}/jobs/7/last.ckpt`],
    ],
    denied: named => [
      ['change a lifecycle script', 's3:PutObject', `arn:aws:s3:::${named('Scripts')}/base/on_create.sh`],
      ['delete nodes', 'sagemaker:BatchDeleteClusterNodes', sagemaker('cluster/k2n4cwbmjx0t')],
      ['give a pod of another cluster its role', 'eks-auth:AssumeRoleForPodIdentity', arn('eks', 'cluster/payments')],
    ],
  },
  {
    section: 'HyperPod clusters',
    role: 'Karpenter',
    allowed: () => [
      ['add and delete nodes', ['sagemaker:BatchAddClusterNodes', 'sagemaker:BatchDeleteClusterNodes'], sagemaker('cluster/k2n4cwbmjx0t')],
    ],
    denied: () => [['change the cluster', 'sagemaker:UpdateCluster', sagemaker('cluster/k2n4cwbmjx0t')]],
  },
  {
    section: 'Models from the registry, and captured data',
    role: 'Serving',
    allowed: named => [
      ['use a version in the group', 'sagemaker:AccessModelPackage', arn('sagemaker', 'model-package/churn/1')],
      ['read its data', 's3:GetObject', `arn:aws:s3:::${named('Models')}/churn/model.tar.gz`],
      ['capture a request', 's3:PutObject', `arn:aws:s3:::${named('Captured')}/churn/AllTraffic/1.jsonl`],
    ],
    denied: named => [
      ['use a package of another group', 'sagemaker:AccessModelPackage', arn('sagemaker', 'model-package/fraud/1')],
      ['read what it captured', 's3:GetObject', `arn:aws:s3:::${named('Captured')}/churn/AllTraffic/1.jsonl`],
    ],
  },
  {
    section: 'Model Monitor and Clarify',
    role: 'Monitoring',
    allowed: named => [
      ['read captured data', 's3:GetObject', `arn:aws:s3:::${named('Captured')}/churn/AllTraffic/1.jsonl`],
      ['write a report', 's3:PutObject', `arn:aws:s3:::${named('Reports')}/explainability/report.html`],
      ['describe the model', 'sagemaker:DescribeModel', arn('sagemaker', 'model/churn')],
      ['create an endpoint', 'sagemaker:CreateEndpoint', arn('sagemaker', 'endpoint/sm-clarify-churn-1-a')],
      ['publish metrics', 'cloudwatch:PutMetricData', '*', inNamespace('aws/sagemaker/Endpoints/explainability-metrics')],
    ],
    denied: named => [
      ['change captured data', 's3:PutObject', `arn:aws:s3:::${named('Captured')}/churn/AllTraffic/1.jsonl`],
      ['call the endpoint that it watches', 'sagemaker:InvokeEndpoint', arn('sagemaker', 'endpoint/churn')],
    ],
  },
  {
    section: 'MLflow',
    role: 'Tracking',
    allowed: named => [
      ['list artifacts', 's3:ListBucket', `arn:aws:s3:::${named('Runs')}`],
      ['write an artifact', 's3:PutObject', `arn:aws:s3:::${named('Runs')}/churn/1/0a1b/artifacts/model.pkl`],
      ['register a model', 'sagemaker:CreateModelPackage', arn('sagemaker', 'model-package/churn-cards/1')],
    ],
    denied: named => [
      ['write a model of a job', 's3:PutObject', `arn:aws:s3:::${named('Runs')}/models/model.tar.gz`],
      ['register another model', 'sagemaker:CreateModelPackage', arn('sagemaker', 'model-package/fraud/1')],
    ],
  },
  {
    section: 'MLflow',
    role: 'Training',
    allowed: named => [
      ['record a run', 'sagemaker-mlflow:LogBatch', arn('sagemaker', 'mlflow-tracking-server/churn')],
      ['register a model', 'sagemaker-mlflow:CreateModelVersion', arn('sagemaker', 'mlflow-tracking-server/churn')],
      ['write an artifact', 's3:PutObject', `arn:aws:s3:::${named('Runs')}/churn/1/0a1b/artifacts/model.pkl`],
    ],
    denied: () => [
      ['delete a run', 'sagemaker-mlflow:DeleteRun', arn('sagemaker', 'mlflow-tracking-server/churn')],
      ['use another server', 'sagemaker-mlflow:LogBatch', arn('sagemaker', 'mlflow-tracking-server/fraud')],
      ['register a model itself', 'sagemaker:CreateModelPackage', arn('sagemaker', 'model-package/churn-cards/1')],
    ],
  },
  {
    section: 'Feature groups',
    role: 'FeatureStore',
    allowed: named => [
      ['check the bucket', 's3:GetBucketAcl', `arn:aws:s3:::${named('Features')}`],
      ['write records', ['s3:PutObject', 's3:PutObjectAcl'], `arn:aws:s3:::${named('Features')}/churn/data/1.parquet`],
      ['update the table', 'glue:UpdateTable', arn('glue', 'table/sagemaker_featurestore/churn_1700000000')],
    ],
    denied: named => [
      ['write other data', 's3:PutObject', `arn:aws:s3:::${named('Features')}/raw/1.parquet`],
      ['pass a role', 'iam:PassRole', 'arn:aws:iam::111122223333:role/admin', TO_SAGEMAKER],
    ],
  },
];

describe.each(STORIES)('the program under "$section", role $role', ({ section, role, allowed, denied }) => {
  const programs = PROGRAMS.filter(([heading]) => heading === `docs/sagemaker.md: ${section}`);
  const [template] = programs.map(([, program]) =>
    runProgram(program).synth().stacks[0].template as TemplateJson);
  const ofId = (id: string) => (logicalId: string) => new RegExp(`^${id}[0-9A-F]{8}$`).test(logicalId);
  const named = (id: string) => Object.keys(template.Resources!).find(ofId(id))!.toLowerCase();
  const statements = rolesOf(template).find(({ logicalId }) => logicalId.startsWith(role))!.all;
  const requestsOf = (rows: readonly RequestRow[]) => rows.flatMap(([what, actions, resource, context]) =>
    [actions].flat().map(action => ({ what, action, resource, context })));

  test.each(requestsOf(allowed(named)))('makes a role that may $what: $action', request => {
    expect(isAllowed(statements, request)).toBe(true);
  });

  test.each(requestsOf(denied(named)))('makes a role that may not $what: $action', request => {
    expect(isAllowed(statements, request)).toBe(false);
  });
});
