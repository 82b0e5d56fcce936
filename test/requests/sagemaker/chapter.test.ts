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

const STORIES: readonly Story[] = [
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
  const startingWith = (id: string) => (logicalId: string) => logicalId.startsWith(id);
  const named = (id: string) => Object.keys(template.Resources!).find(startingWith(id))!.toLowerCase();
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
