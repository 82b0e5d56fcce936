import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ArnStyle, ARTIFACTS, ARTIFACTS_KEY, DATA, DATA_KEY, statementsByHand } from './by-hand';
import { ImageSource, S3Location, SageMakerExecutionRole } from 'cdk-platform-iam';

/** Starts a stack and returns a function that adds the role of a job to it. */
type Baseline = (stack: Stack) => (id: string, job: string) => void;

const SAGEMAKER = 'sagemaker.amazonaws.com';

function library(stack: Stack): (id: string, job: string) => void {
  const { data, artifacts, dataKey, artifactsKey } = imports(stack);
  return (id, job) => {
    new SageMakerExecutionRole(stack, id, {
      trainingJob: {
        inputs: [S3Location.prefix(data, `${job}/prepared/`), S3Location.prefix(data, `${job}/labels/`)],
        outputs: [S3Location.prefix(artifacts, `${job}/models/`)],
        checkpoints: [S3Location.prefix(artifacts, `${job}/checkpoints/`)],
        images: [ImageSource.uri('763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training:2.5')],
        vpc: true,
        inputKeys: [dataKey],
        outputKey: artifactsKey,
        volumeKey: artifactsKey,
        metricNamespaces: [job],
      },
      processingJob: {
        inputs: [S3Location.prefix(data, `${job}/raw/`), S3Location.uri('s3://reference-data/geography/')],
        outputs: [S3Location.prefix(data, `${job}/prepared/`), S3Location.prefix(data, `${job}/labels/`)],
        images: [ImageSource.uri('141502667606.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-scikit-learn:1.4')],
        vpc: true,
        inputKeys: [dataKey],
        outputKey: dataKey,
      },
    });
  };
}

function inlinePolicies(stack: Stack): (id: string, job: string) => void {
  const arns = stringArns(stack);
  return (id, job) => {
    new iam.Role(stack, id, {
      assumedBy: trust(stack),
      inlinePolicies: {
        Permissions: new iam.PolicyDocument({
          statements: statementsByHand(arns, job).map(statement => new iam.PolicyStatement(statement)),
        }),
      },
    });
  };
}

function addToPolicy(stack: Stack): (id: string, job: string) => void {
  const arns = stringArns(stack);
  return (id, job) => {
    const role = new iam.Role(stack, id, { assumedBy: trust(stack) });
    statementsByHand(arns, job).forEach(statement => role.addToPolicy(new iam.PolicyStatement(statement)));
  };
}

/** The lower bound: no L2 construct, no token, no document to render. */
function cfnRole(stack: Stack): (id: string, job: string) => void {
  return (id, job) => {
    new iam.CfnRole(stack, id, {
      assumeRolePolicyDocument: {
        Statement: [{
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          Effect: 'Allow',
          Principal: { Service: SAGEMAKER },
        }],
        Version: '2012-10-17',
      },
      policies: [{
        policyName: 'Permissions',
        policyDocument: {
          Statement: statementsByHand(INTRINSIC_ARNS, job).map(({ sid, actions, resources, conditions }) => ({
            Action: actions.length === 1 ? actions[0] : actions,
            Condition: conditions,
            Effect: 'Allow',
            Resource: resources.length === 1 ? resources[0] : resources,
            Sid: sid,
          })),
          Version: '2012-10-17',
        },
      }],
    });
  };
}

export const BASELINES = { library, inlinePolicies, addToPolicy, cfnRole } satisfies Record<string, Baseline>;
export type BaselineName = keyof typeof BASELINES;
export const BASELINE_NAMES = Object.keys(BASELINES) as BaselineName[];

interface Imports {
  readonly data: s3.IBucket;
  readonly artifacts: s3.IBucket;
  readonly dataKey: kms.IKey;
  readonly artifactsKey: kms.IKey;
}

/** The resources that the roles refer to, imported once for each stack. */
function imports(stack: Stack): Imports {
  return {
    data: s3.Bucket.fromBucketName(stack, 'Data', DATA),
    artifacts: s3.Bucket.fromBucketName(stack, 'Artifacts', ARTIFACTS),
    dataKey: kms.Key.fromKeyArn(stack, 'DataKey', DATA_KEY),
    artifactsKey: kms.Key.fromKeyArn(stack, 'ArtifactsKey', ARTIFACTS_KEY),
  };
}

function trust(stack: Stack): iam.IPrincipal {
  return new iam.ServicePrincipal(SAGEMAKER, {
    conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
  });
}

function stringArns({ partition, region, account }: Stack): ArnStyle<string> {
  return {
    objects: (bucket, keys) => `arn:${partition}:s3:::${bucket}/${keys}`,
    bucket: bucket => `arn:${partition}:s3:::${bucket}`,
    regional: (service, resource) => `arn:${partition}:${service}:${region}:${account}:${resource}`,
    repository: (ofRegion, ofAccount, name) => `arn:${partition}:ecr:${ofRegion}:${ofAccount}:repository/${name}`,
  };
}

interface Join {
  readonly 'Fn::Join': [separator: '', parts: (string | { Ref: string })[]];
}

const join = (...parts: (string | { Ref: string })[]): Join => ({ 'Fn::Join': ['', parts] });
const ref = (name: string) => ({ Ref: name });

const INTRINSIC_ARNS: ArnStyle<Join> = {
  objects: (bucket, keys) => join('arn:', ref('AWS::Partition'), `:s3:::${bucket}/${keys}`),
  bucket: bucket => join('arn:', ref('AWS::Partition'), `:s3:::${bucket}`),
  regional: (service, resource) =>
    join(
      'arn:', ref('AWS::Partition'), `:${service}:`, ref('AWS::Region'), ':', ref('AWS::AccountId'), `:${resource}`,
    ),
  repository: (region, account, name) =>
    join('arn:', ref('AWS::Partition'), `:ecr:${region}:${account}:repository/${name}`),
};
