import { Lazy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { identified, Identifier, identifierOf, withIdentifier } from './fake-references';
import { Fixtures } from './given';
import {
  ImageSource, S3Location, SageMakerApiAccess, SageMakerClarifyModel, SageMakerHub, SageMakerMlflowServer,
  SageMakerModelPackage, SageMakerRegisteredModel, SageMakerSourceArn,
} from '../../src';

/**
 * A value that matches several resources, or one of another kind: it would make a statement too wide, or ineffective.
 */
export interface UnsafeValue {
  readonly code: string;
  /** The value that an option gets in place of its own. */
  readonly of: (value: unknown, given: Fixtures) => unknown;
}

const LATER = Lazy.string({ produce: () => 'later' });

/** Unsafe texts, as errors and findings show them. The first ones are the easiest to miss. */
const TEXTS: Readonly<Record<string, string>> = {
  'x*TOKEN': `x*${LATER}`,
  '${aws:username}TOKEN': `\${aws:username}${LATER}`,
  '*': '*',
  'a*': 'a*',
  'a?b': 'a?b',
  '${aws:username}': '${aws:username}',
  '${aws:PrincipalTag/team}': '${aws:PrincipalTag/team}',
};

const iamArn = (resource: string) => `arn:aws:iam::111122223333:${resource}`;
const regional = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:111122223333:${resource}`;

/** What requests take in place of a general purpose bucket, but policies name in another way. */
const OTHER_BUCKETS: readonly string[] = [
  'arn:aws:s3:::data--euc1-az1--x-s3',
  'arn:aws:s3:::data-hrzrlukc5m36ft7okagglf3gmwluqeuc1b-s3alias',
  regional('s3express', 'bucket/data--euc1-az1--x-s3'),
  regional('s3', 'accesspoint/data'),
];

/** How policies identify CDK objects, by property, with identifiers of another service or kind. */
const OTHER_KINDS: Readonly<Record<Identifier, readonly string[]>> = {
  roleArn: [iamArn('instance-profile/x'), iamArn('user/x'), 'x'],
  policyArn: [iamArn('role/x'), 'x'],
  oidcProviderArn: [iamArn('saml-provider/x'), iamArn('role/x'), 'x'],
  instanceProfileArn: [iamArn('role/x'), 'x'],
  userArn: [iamArn('group/x')],
  groupArn: [iamArn('user/x')],
  bucketArn: ['arn:aws:s3:::data/train', regional('sqs', 'data'), ...OTHER_BUCKETS],
  queueArn: [regional('sns', 'x')],
  topicArn: [regional('sqs', 'x')],
  secretId: [regional('ssm', 'parameter/x')],
  parameterArn: [regional('secretsmanager', 'secret:x')],
  repositoryArn: [regional('ecr', 'repository/x:1'), regional('iam', 'x')],
  alarmArn: [regional('sns', 'x')],
  fileSystemArn: [regional('fsx', 'file-system/fs-1')],
  functionArn: [regional('lambda', 'layer:x'), 'x'],
  clusterId: [regional('elasticmapreduce', 'cluster/j-1'), 'x'],
  clusterArn: [regional('ecs', 'cluster/x'), 'x'],
  databaseName: [regional('glue', 'database/x'), 'x/y'],
  subnetId: ['vpc-0123456789abcdef0'],
  vpcId: ['subnet-0123456789abcdef0'],
  keyName: [regional('ec2', 'key-pair/x')],
  hostedZoneId: ['/hostedzone/Z0123'],
  jobDefinitionArn: [regional('batch', 'job-queue/x')],
  jobQueueArn: [regional('batch', 'job-definition/x')],
  computeEnvironmentArn: [regional('batch', 'job-queue/x')],
  workspaceArn: [regional('grafana', '/workspaces/g-1'), 'ws-1'],
  keyArn: [regional('kms', 'alias/x'), 'x'],
};

/** Whether the value is one of the above, alone or in a location. */
export function isOtherBucket({ code }: UnsafeValue): boolean {
  return OTHER_BUCKETS.some(arn => code.includes(arn.replace('arn:aws:s3:::', '')));
}
/** The classes with factories that take a name. */
const NAMED: readonly (readonly [type: abstract new (...args: never) => unknown, of: (text: string) => unknown])[] = ([
  [SageMakerSourceArn, (text: string) => SageMakerSourceArn.pipeline(text)],
  [SageMakerModelPackage, (text: string) => SageMakerModelPackage.groupName(text)],
  [SageMakerClarifyModel, (text: string) => SageMakerClarifyModel.startingWith(text)],
  [SageMakerMlflowServer, (text: string) => SageMakerMlflowServer.trackingServerName(text)],
  [SageMakerHub, (text: string) => SageMakerHub.named(text)],
  [SageMakerRegisteredModel, (text: string) => SageMakerRegisteredModel.startingWith(text)],
] as const).map(([type, of]) => [type as unknown as abstract new () => unknown, of]);

/** The unsafe values in place of a value. Empty for values that can't be unsafe, such as flags. */
export function unsafeValuesFor(value: unknown): readonly UnsafeValue[] {
  if (typeof value === 'string') {
    return texts(text => text);
  }
  if (Array.isArray(value)) {
    return unsafeValuesFor(value[0]).map(({ code, of }) => ({
      code: `[${code}]`, of: (list, given) => [of((list as unknown[])[0], given), ...(list as unknown[]).slice(1)],
    }));
  }
  return typeof value === 'object' && value !== null ? unsafeObjectsFor(value) : [];
}

function unsafeObjectsFor(value: object): readonly UnsafeValue[] {
  if (value instanceof S3Location) {
    return UNSAFE_LOCATIONS;
  }
  if (value instanceof ImageSource) {
    return identifiedBy('repositoryArn').map(({ code, of }) => ({
      code, of: (_, given) => ImageSource.repository(of(given.repository('train'), given) as never),
    }));
  }
  const named = NAMED.find(([type]) => value instanceof type);
  if (named) {
    return texts(named[1]);
  }
  if (value instanceof SageMakerApiAccess) {
    return texts(text => SageMakerApiAccess.of('Own', {
      actions: ['sagemaker:DescribeLabelingJob'], resourceTypes: ['labeling-job'], account: text,
    }));
  }
  // An alias is another kind of key: its target key is included.
  const property = 'aliasTargetKey' in value ? undefined : identifierOf(value);
  if (property !== undefined) {
    return identifiedBy(property);
  }
  if ('fileSystemId' in value) {
    return texts(text => Object.create(value, { fileSystemId: { value: `fs-${text}` } }));
  }
  if ('policyFragment' in value) {
    return texts(text => new iam.ArnPrincipal(iamArn(`role/${text}`)));
  }
  return isTextMap(value) ? texts(text => Object.fromEntries(Object.keys(value).map(key => [key, text]))) : [];
}

function isTextMap(value: object): value is Readonly<Record<string, string>> {
  const entries: readonly unknown[] = Object.values(value);
  return Object.getPrototypeOf(value) === Object.prototype && entries.length > 0 && entries.every(text => typeof text === 'string');
}

function texts(of: (text: string) => unknown): readonly UnsafeValue[] {
  return Object.entries(TEXTS).map(([code, text]) => ({ code: `'${code}'`, of: () => of(text) }));
}

/** The same object with another identifier: the CDK itself rejects some of these imports. */
function identifiedBy(property: Identifier): readonly UnsafeValue[] {
  return [
    ...Object.entries(TEXTS).map(([code, text]) => ({
      code: `{ ${property}: '...${code}' }`,
      of: (value: unknown) => withIdentifier(value as object, property, `${identified(value as object, property)}${text}`),
    })),
    ...OTHER_KINDS[property].map(identifier => ({
      code: `{ ${property}: '${identifier}' }`, of: (value: unknown) => withIdentifier(value as object, property, identifier),
    })),
  ];
}

const UNSAFE_LOCATIONS: readonly UnsafeValue[] = [
  ...Object.entries(TEXTS).map(([code, text]): UnsafeValue => ({
    code: `S3Location.prefix('${code}')`, of: (_, given) => S3Location.prefix(given.bucket('data'), text),
  })),
  ...identifiedBy('bucketArn').map(({ code, of }): UnsafeValue => ({
    code: `S3Location.bucket(${code})`,
    of: (_, given) => S3Location.bucket(of(given.bucket('data'), given) as never),
  })),
  { code: "S3Location.sageMakerDefaultBucket('a*')", of: () => S3Location.sageMakerDefaultBucket('a*') },
  { code: "S3Location.exactObject('a*')", of: (_, given) => S3Location.exactObject(given.bucket('data'), 'a*') },
  { code: "S3Location.uri('s3://data/a?b')", of: () => S3Location.uri('s3://data/a?b') },
  { code: "S3Location.uri('s3://*')", of: () => S3Location.uri('s3://*') },
  ...OTHER_BUCKETS.map(arn => arn.replace('arn:aws:s3:::', '')).map((name): UnsafeValue => ({
    code: `S3Location.uri('s3://${name}/')`, of: () => S3Location.uri(`s3://${name}/`),
  })),
];
