import { Cdk } from '../../../../cli/check/construct/imports';
import { Manifest, ManifestType, Parameter, TypeReference } from '../../../../cli/check/construct/manifest';
import { Project } from '../../../../cli/check/construct/project';
import * as library from '../../../../src';

// The packages of a project, with the part of the manifest that the tests use. `test/api.test.ts` reads all of it.

/** Loads the CDK of the tests. */
export const cdk = (module => jest.requireActual(module === 'core' ? 'aws-cdk-lib' : `aws-cdk-lib/${module}`)) as Cdk;

const OF_LIBRARY = 'cdk-platform-iam';
const own = (name: string): TypeReference => ({ fqn: `${OF_LIBRARY}.${name}` });
type Types = Readonly<Record<string, TypeReference>>;

const ref = (name: string): TypeReference => ({ fqn: `aws-cdk-lib.interfaces.${name}` });
const primitive = (name: string): TypeReference => ({ primitive: name });
const listOf = (elementtype: TypeReference): TypeReference => ({ collection: { kind: 'array', elementtype } });
const mapOf = (elementtype: TypeReference): TypeReference => ({ collection: { kind: 'map', elementtype } });

const parametersOf = (types: Types): readonly Parameter[] =>
  Object.entries(types).map(([name, type]) => ({ name: name.replace('?', ''), optional: name.endsWith('?'), type }));

const struct = (name: string, types: Types, ...bases: readonly string[]): ManifestType => ({
  fqn: own(name).fqn!, name, kind: 'interface', datatype: true, properties: parametersOf(types), interfaces: bases.map(base => own(base).fqn!),
});

const construct = (name: string): ManifestType => ({
  fqn: own(name).fqn!, name, kind: 'class', initializer: { parameters: parametersOf({ scope: { fqn: 'constructs.Construct' }, id: primitive('string'), props: own(`${name}Props`) }) },
});

/** A class with static methods by their parameters, and static members. */
const scoping = (
  name: string, methods: Readonly<Record<string, Types>>, members: readonly string[] = [],
): ManifestType => ({
  fqn: own(name).fqn!,
  name,
  kind: 'class',
  methods: [
    ...Object.entries(methods).map(([method, types]) =>
      ({ name: method, static: true, parameters: parametersOf(types), returns: { type: own(name) } })),
    { name: 'toString', returns: { type: primitive('string') } },
  ],
  properties: [...members.map(member => ({ name: member, static: true, type: own(name) })), { name: 'version', type: primitive('string') }],
});

const TYPES: readonly ManifestType[] = [
  construct('SageMakerExecutionRole'),
  struct('SageMakerExecutionRoleProps', {
    trainingJob: own('SageMakerTrainingJobOptions'), sourceArns: listOf(own('SageMakerSourceArn')), workspaces: listOf(ref('aws_aps.IWorkspaceRef')),
  }, 'PlatformRoleProps'),
  struct('PlatformRoleProps', {
    roleName: primitive('string'),
    policyPlacement: own('PolicyPlacement'),
    maxSessionDuration: { fqn: 'aws-cdk-lib.Duration' },
    additionalStatements: listOf({ fqn: 'aws-cdk-lib.aws_iam.PolicyStatement' }),
    tags: mapOf(primitive('string')),
  }),
  struct('SageMakerTrainingJobOptions', {
    inputs: listOf(own('S3Location')), outputs: listOf(own('S3Location')), images: listOf(own('ImageSource')), outputKey: ref('aws_kms.IKeyRef'), vpc: primitive('boolean'),
  }),
  { fqn: own('PolicyPlacement').fqn!, name: 'PolicyPlacement', kind: 'enum', members: [{ name: 'INLINE' }, { name: 'MANAGED' }] },
  scoping('S3Location', {
    anyBucket: {}, uri: { uri: primitive('string') }, prefix: { bucket: ref('aws_s3.IBucketRef'), prefix: primitive('string') }, sageMakerDefaultBucket: { 'prefix?': primitive('string') },
  }),
  scoping('ImageSource', { anyRepository: {}, uri: { uri: primitive('string') } }),
  scoping('SageMakerSourceArn', { of: { arn: primitive('string') }, trainingJobs: {} }),
  scoping('ParallelClusterVersion', { of: { version: primitive('string') } }, ['V3_13', 'LATEST']),
  scoping('ParallelClusterIamAccess', { restricted: { 'roles?': listOf(ref('aws_iam.IRoleRef')) } }),
  construct('ParallelClusterUserPolicy'),
  struct('ParallelClusterUserPolicyProps', { version: own('ParallelClusterVersion'), useClusters: own('Nothing'), createClusters: own('Nothing'), iamAccess: own('ParallelClusterIamAccess') }),
  struct('Nothing', {}),
];

export const MANIFEST: Manifest = { types: Object.fromEntries(TYPES.map(type => [type.fqn, type])) };

export const PROJECT: Project = { library, manifest: MANIFEST, cdk };
