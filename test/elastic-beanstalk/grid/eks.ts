import { Construct } from 'constructs';
import { rowName } from './rows';
import {
  BeanstalkEksApplicationRole, BeanstalkEksApplicationRoleProps, BeanstalkEksClusterRole, BeanstalkEksClusterRoleProps,
  BeanstalkEksImageBuildRole, BeanstalkEksImageBuildRoleProps, BeanstalkEksNodeRole, BeanstalkEksNodeRoleProps,
  BeanstalkEksObservabilityRole, BeanstalkEksObservabilityRoleProps, ImageSource, PlatformRoleProps, PolicyPlacement,
  S3Location,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

type Role<P> = new (scope: Construct, id: string, props: P) => Construct & Pick<BeanstalkEksNodeRole, 'grantPass'>;
type Make<P> = (given: Fixtures) => P;
type RowOf<P> = (what: string, props: Make<P>, ...sids: readonly string[]) => Row;

/** The default of a construct, its rows, and those for options that all roles have. */
function rowsOf<P extends PlatformRoleProps>(
  name: string, Class: Role<P>, existing: Make<P>, everything: readonly [Make<P>, ...string[]],
  rows: (row: RowOf<P>) => readonly Row[] = () => [],
): readonly Row[] {
  const from = rowName(name);
  const plain = (rowOf: string, props: Make<P>): Row => ({
    name: rowOf,
    construct: Class.name,
    build: (stack, given = new Fixtures(stack)) => new Class(stack, SUBJECT, given.adapt(props(given), [])),
  });
  const row: RowOf<P> = (what, props, ...sids) => ({ ...plain(`${from}-${what}`, props), difference: { from, sids } });
  const [props, ...sids] = everything;
  return [
    plain(from, () => ({}) as P),
    ...rows(row),
    row('existing', existing, '-trust'),
    ...Object.values(PolicyPlacement).map(policyPlacement =>
      row(`${policyPlacement.toLowerCase()}-everything`, given => ({
        ...props(given),
        roleName: name,
        path: '/service-role/',
        additionalManagedPolicies: [given.managedPolicy('audit')],
        policyPlacement,
      }), ...sids)),
    {
      ...row('grant-pass', () => ({}) as P),
      build: stack => {
        const subject = new Class(stack, SUBJECT, {} as P);
        subject.grantPass(new Fixtures(stack).newRole('caller'));
        return subject;
      },
    },
  ];
}

const CLUSTER_ROWS = rowsOf<BeanstalkEksClusterRoleProps>('eks-cluster-role', BeanstalkEksClusterRole,
  given => ({ existingRole: given.newTaggedRole('existing', 'eks.amazonaws.com') }),
  [() => ({ sourceAccountCondition: false, awsManagedPolicies: false }), '~trust'],
  row => [
    row('any-account', () => ({ sourceAccountCondition: false }), '~trust'),
    row('own-policies', given => ({
      awsManagedPolicies: false, additionalManagedPolicies: [given.managedPolicy('own')],
    })),
  ]);

const NODE_ROWS = rowsOf<BeanstalkEksNodeRoleProps>('eks-node-role', BeanstalkEksNodeRole,
  given => ({ existingRole: given.newRole('existing', 'ec2.amazonaws.com') }),
  [() => ({ awsManagedPolicies: false, systemsManager: false })],
  row => [
    row('without-systems-manager', () => ({ systemsManager: false })),
    row('own-policies', given => ({
      awsManagedPolicies: false, additionalManagedPolicies: [given.managedPolicy('own')],
    })),
  ]);

const PODS = 'pods.eks.amazonaws.com';
const TRACES = '-XrayTracesSend';
const BUCKET = ['-S3LogsPutObjects', '-S3LogsUseBucket'];
const CLOUD_WATCH = ['-CloudWatchFindLogGroups', '-CloudWatchLookUpNodes', '-CloudWatchPutMetrics',
  '-CloudWatchReadConfiguration', '-CloudWatchWriteLogs'];
const METRICS = '+PrometheusWriteMetrics';

const OBSERVABILITY_ROWS = rowsOf<BeanstalkEksObservabilityRoleProps>('eks-observability-role', BeanstalkEksObservabilityRole,
  given => ({ existingRole: given.newTaggedRole('existing', PODS) }),
  [given => ({ prometheus: { workspaces: [given.newWorkspace('metrics')] }, s3Logs: false, xrayTraces: false }),
    TRACES, ...BUCKET, METRICS],
  row => [
    row('prometheus', given => ({
      prometheus: { workspaces: [given.newWorkspace('metrics'), given.newWorkspace('more')] },
    }), METRICS),
    row('without-s3-logs', () => ({ s3Logs: false }), ...BUCKET),
    row('without-traces', () => ({ xrayTraces: false }), TRACES),
    row('aws-policies', given => ({
      awsManagedPolicies: true, prometheus: { workspaces: [given.newWorkspace('metrics')] },
    }), ...CLOUD_WATCH, ...BUCKET, TRACES, METRICS),
  ]);

const PUBLIC = ['-PublicImagesLogin'];
const SOURCES_OF_USER = ['-SourcesRead', '+SourcesReadOfUser'];

const IMAGE_BUILD_ROWS = rowsOf<BeanstalkEksImageBuildRoleProps>('eks-image-build-role', BeanstalkEksImageBuildRole,
  given => ({ existingRole: given.newRole('existing', 'codebuild.amazonaws.com') }),
  [given => ({
    sources: [S3Location.prefix(given.encryptedBucket('code'), 'shop/')],
    sourceKeys: [given.key('code')],
    baseImages: [ImageSource.repository(given.newRepository('base'))],
    publicRegistryLogin: false,
    sourceAccountCondition: false,
  }), '+ImagesPullBase', '+SourcesKey', ...PUBLIC, ...SOURCES_OF_USER, '~trust'],
  row => [
    row('sources', given => ({
      sources: [S3Location.prefix(given.bucket('code'), 'shop/'), S3Location.exactObject(given.newBucket('more'), 'v1.zip')],
    }), ...SOURCES_OF_USER),
    row('sources-of-bucket', given => ({ sources: [S3Location.bucket(given.bucket('code'))] }), ...SOURCES_OF_USER),
    row('sources-of-any-bucket', () => ({ sources: [S3Location.anyBucket()] }), ...SOURCES_OF_USER),
    row('source-keys', given => ({ sourceKeys: [given.key('code'), given.newKey('code')] }), '+SourcesKey'),
    row('base-images', given => ({
      baseImages: [ImageSource.repository(given.newRepository('base')), ImageSource.anyRepository()],
    }), '+ImagesPullBase'),
    row('without-public-login', () => ({ publicRegistryLogin: false }), ...PUBLIC),
    row('any-account', () => ({ sourceAccountCondition: false }), '~trust'),
    row('imported', given => ({ existingRole: given.role('existing') }), '-trust'),
  ]);

const SECRETS = ['+EnvironmentSecretsKey', '+EnvironmentSecretsReadParameters', '+EnvironmentSecretsReadSecrets'];

const APPLICATION_ROWS = rowsOf<BeanstalkEksApplicationRoleProps>('eks-application-role', BeanstalkEksApplicationRole,
  given => ({ existingRole: given.newTaggedRole('existing', PODS) }),
  [given => ({
    environmentNames: ['shop-live'],
    environmentSecrets: {
      secrets: [given.encryptedSecret('database')], parameters: [given.encryptedParameter('license')], keys: [given.key('more')],
    },
  }), ...SECRETS, '~trust'],
  row => [
    row('one-environment', () => ({ environmentNames: ['shop-live'] }), '~trust'),
    row('environments', () => ({ environmentNames: ['bank'], environmentNamePrefix: 'shop-' }), '~trust'),
    row('secrets', given => ({ environmentSecrets: { secrets: [given.secret('database')] } }), SECRETS[2]),
    row('parameters', given => ({ environmentSecrets: { parameters: [given.parameter('license')] } }), SECRETS[1]),
    row('imported', given => ({
      existingRole: given.role('existing'), environmentSecrets: { secrets: [given.secret('database')] },
    }), '-trust', SECRETS[2]),
  ]);

export const EKS_ROWS: readonly Row[] = [
  ...CLUSTER_ROWS, ...NODE_ROWS, ...OBSERVABILITY_ROWS, ...IMAGE_BUILD_ROWS, ...APPLICATION_ROWS,
];
