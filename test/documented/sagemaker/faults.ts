import { Stack } from 'aws-cdk-lib';
import {
  documentOf, expectOnlyThePageToAllow, expectOnlyUsToAllow, JOBS, pageAllows, statementBySid, statementsWith, weAllow,
} from './page-comparison';
import { SAGEMAKER } from './platform';
import { documentedStatements, roleWith } from './role';
import {
  ImageSource, S3Location, SageMakerApiAccess, SageMakerExecutionRole, SageMakerModelPackage,
} from '../../../src';
import { ENVIRONMENTS } from '../../support/fold';
import { rolesOf } from '../../support/policies';
import { ServiceReference } from '../../support/service-reference';
import { synthesize } from '../../support/synthesize';
import { compare } from '../deviations';

export interface Fault {
  readonly name: string;
  /** The correct behaviour, with that of the page in brackets. */
  readonly right: string;
  readonly check: () => void | Promise<void>;
}

const ARN = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:111122223333:${resource}`;
const INPUT_KEY = ARN('kms', 'key/input-key');
const OUTPUT_KEY = ARN('kms', 'key/output-key');
const VOLUME_KEY = ARN('kms', 'key/volume-key');
const NOTEBOOK = 'notebook instance with everything';
const OF_NOTEBOOK = 'notebook-instance-broad';
const TO_SAGEMAKER = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };

/** Faults in the policies of the page. */
export const POLICY_FAULTS: readonly Fault[] = [
  {
    name: 'repository-arns',
    right: 'an ECR ARN has a region and an account (the page prints neither)',
    check: () => {
      for (const [document, options] of [...JOBS, ['model', 'model with everything'] as const]) {
        expectOnlyUsToAllow(`${document}-scoped`, options, {
          action: 'ecr:BatchGetImage',
          resource: ARN('ecr', 'repository/my-repo'),
        });
      }
      expectOnlyUsToAllow('notebook-instance-scoped', NOTEBOOK, {
        action: 'ecr:BatchGetImage',
        resource: ARN('ecr', 'repository/my-repo3'),
      });
    },
  },
  {
    name: 'prefixes',
    right: 'a location is every object with its prefix (the page prints the ARN of one key)',
    check: () => {
      for (const [document, options] of JOBS) {
        expectOnlyUsToAllow(`${document}-scoped`, options, {
          action: 's3:PutObject',
          resource: 'arn:aws:s3:::outputs/path/job-1/output/model.tar.gz',
        });
        expectOnlyUsToAllow(`${document}-scoped`, options, {
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::inputs/object/part-0001.csv',
        });
      }
    },
  },
  {
    name: 'read-inputs-write-outputs',
    right: 'inputs are read and outputs are written (the page grants both on both)',
    check: () => {
      for (const [document, options] of JOBS) {
        expectOnlyThePageToAllow(`${document}-scoped`, options, {
          action: 's3:PutObject',
          resource: 'arn:aws:s3:::inputs/object',
        });
        expectOnlyThePageToAllow(`${document}-scoped`, options, {
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::outputs/path',
        });
      }
    },
  },
  {
    name: 'list-every-bucket',
    right: 'every bucket is listed and located, and failed uploads are aborted (the page lists the inputs bucket only)',
    check: () => {
      for (const [document, options] of JOBS) {
        for (const action of ['s3:ListBucket', 's3:GetBucketLocation']) {
          expectOnlyUsToAllow(`${document}-scoped`, options, { action, resource: 'arn:aws:s3:::outputs' });
        }
        expectOnlyUsToAllow(`${document}-scoped`, options, {
          action: 's3:AbortMultipartUpload',
          resource: 'arn:aws:s3:::outputs/path/model.tar.gz',
        });
      }
    },
  },
  {
    name: 'whole-network-statement',
    right: 'the network actions are one complete statement (three of four fragments on the page are incomplete)',
    check: () => {
      const open = SAGEMAKER.documents.filter(({ repairs }) => repairs.includes('the statement was not closed'));
      const names = open.map(({ id }) => id);
      expect(names).toEqual(['sagemaker/model-vpc', 'sagemaker/processing-job-vpc', 'sagemaker/training-job-vpc']);
      const { Action } = statementBySid(statementsWith('model with everything'), 'CommonNetwork');
      for (const { statements } of open) {
        expect([...statements[0].actions].sort()).toEqual(Action);
      }
    },
  },
  {
    name: 'network-on-all-resources',
    right: 'the network actions are on all resources, without a condition (the page prints no resource)',
    check: () => {
      for (const [document, options] of [...JOBS, ['model', 'model with everything'] as const]) {
        expect(documentOf(`${document}-vpc`).statements.map(({ resources }) => resources)).toEqual([undefined]);
        const network = statementBySid(statementsWith(options), 'CommonNetwork');
        expect([network.Resource, network.Condition]).toEqual([['*'], undefined]);
      }
    },
  },
  {
    name: 'key-arns',
    right: 'a key permission has the ARN of the key (the page prints no resource)',
    check: () => {
      for (const [document, options] of JOBS) {
        const printed = ['input', 'output', 'volume'].map(use => documentOf(`${document}-kms-${use}`).statements);
        expect(printed.flat().map(({ resources }) => resources)).toEqual([undefined, undefined, undefined]);
        const onKeys = statementsWith(options).filter(({ Action }) => Action[0].startsWith('kms:'));
        expect(onKeys.map(({ Resource }) => Resource)).toEqual([[INPUT_KEY], [OUTPUT_KEY], [VOLUME_KEY]]);
      }
    },
  },
  {
    name: 'data-keys-of-outputs',
    right: 'the key of the outputs generates and decrypts data keys (the page grants kms:Encrypt alone)',
    check: () => {
      for (const [document, options] of JOBS) {
        for (const action of ['kms:GenerateDataKey', 'kms:Decrypt']) {
          expectOnlyUsToAllow(`${document}-kms-output`, options, { action, resource: OUTPUT_KEY });
        }
        expect(weAllow(options, { action: 'kms:Encrypt', resource: OUTPUT_KEY })).toBe(true);
      }
    },
  },
  {
    name: 'grants-for-aws-services',
    right: 'grants on the key of the volumes are for AWS services (the page has no condition)',
    check: () => {
      for (const [document, options] of JOBS) {
        const request = { action: 'kms:CreateGrant', resource: VOLUME_KEY };
        expectOnlyThePageToAllow(`${document}-kms-volume`, options, request);
        expect(weAllow(options, { ...request, context: { 'kms:GrantIsForAWSResource': 'true' } })).toBe(true);
        expect(weAllow(options, { ...request, context: { 'kms:GrantIsForAWSResource': 'false' } })).toBe(false);
      }
    },
  },
  {
    name: 'encrypted-model-data',
    right: 'the artifacts of a model may be encrypted (the page has no key for models)',
    check: () => expectOnlyUsToAllow('model-broad', 'model with everything', {
      action: 'kms:Decrypt',
      resource: INPUT_KEY,
    }),
  },
  {
    name: 'notebook-in-vpc-with-keys',
    right: 'a notebook instance may be in a VPC and use keys (the page has neither for notebook instances)',
    check: () => {
      expectOnlyUsToAllow(OF_NOTEBOOK, NOTEBOOK, { action: 'ec2:DescribeVpcs', resource: '*' });
      expectOnlyUsToAllow(OF_NOTEBOOK, NOTEBOOK, { action: 'kms:Decrypt', resource: INPUT_KEY });
      expectOnlyUsToAllow(OF_NOTEBOOK, NOTEBOOK, { action: 'kms:GenerateDataKey', resource: OUTPUT_KEY });
    },
  },
  {
    name: 'partitions',
    right: 'every ARN is in the partition of the stack (the page prints the partition of the commercial regions)',
    check: () => {
      const { template } = synthesize(stack => new SageMakerExecutionRole(stack, 'Role', {
        trainingJob: {
          inputs: [S3Location.uri('s3://inputs/object')],
          outputs: [S3Location.anyBucket()],
          images: [ImageSource.anyRepository()],
        },
        notebookInstance: {},
        model: { modelPackages: [SageMakerModelPackage.groupName('group')] },
      }));
      for (const environment of ENVIRONMENTS) {
        const resources = rolesOf(template, environment)[0].all.flatMap(({ Resource }) => Resource);
        const partitions = resources.filter(arn => arn !== '*').map(arn => arn.split(':')[1]);
        expect(new Set(partitions)).toEqual(new Set([environment.partition]));
      }
    },
  },
  {
    name: 'fsx-action',
    right: 'FSx file systems are described by an action that exists (the page prints fsx:DescribeFileSystem)',
    check: async () => {
      const reference = await ServiceReference.of(['fsx:DescribeFileSystems']);
      expect(reference.expand('fsx:DescribeFileSystem')).toEqual([]);
      expect(reference.expand('fsx:DescribeFileSystems')).toHaveLength(1);
      expectOnlyUsToAllow(OF_NOTEBOOK, NOTEBOOK, { action: 'fsx:DescribeFileSystems', resource: '*' });
    },
  },
  {
    name: 'ended-service',
    right: 'no action of the ended service AWS RoboMaker is granted (the page grants six)',
    check: () => {
      expectOnlyThePageToAllow(OF_NOTEBOOK, NOTEBOOK, { action: 'robomaker:CreateSimulationJob', resource: '*' });
      const actions = statementsWith('notebook instance with the wide forms').flatMap(({ Action }) => Action);
      expect(actions.filter(action => action.startsWith('robomaker:') || action === '*')).toEqual([]);
    },
  },
  {
    name: 'log-groups',
    right: 'logs are written to the log groups of the workload (the page says that log actions have no resources)',
    check: async () => {
      const reference = await ServiceReference.of(['logs:PutLogEvents']);
      for (const action of ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents']) {
        expect(reference.expand(action)[0].resourceTypes).not.toEqual([]);
        const stream = (group: string) => ARN('logs', `log-group:${group}:log-stream:job/algo-1`);
        expect(weAllow('training job with everything', { action, resource: stream('/aws/sagemaker/TrainingJobs') })).toBe(true);
        expectOnlyThePageToAllow('training-job-scoped', 'training job with everything', {
          action,
          resource: stream('/my/application'),
        });
      }
    },
  },
  {
    name: 'metric-namespaces',
    right: 'metrics are put into the namespaces of the workload (the page has no condition)',
    check: () => {
      const request = (namespace: string) => ({
        action: 'cloudwatch:PutMetricData',
        resource: '*',
        context: { 'cloudwatch:namespace': namespace },
      });
      for (const [document, options] of JOBS) {
        expectOnlyThePageToAllow(`${document}-broad`, options, request('AWS/Billing'));
        expect(weAllow(options, request('my-containers'))).toBe(true);
      }
      expect(weAllow('training job with everything', request('/aws/sagemaker/TrainingJobs'))).toBe(true);
    },
  },
  {
    name: 'passed-roles',
    right: 'only listed roles are passed (the page passes every role)',
    check: () => {
      const pass = (role: string) => ({
        action: 'iam:PassRole',
        resource: `arn:aws:iam::111122223333:role/${role}`,
        context: TO_SAGEMAKER,
      });
      expectOnlyThePageToAllow(OF_NOTEBOOK, NOTEBOOK, pass('administrator'));
      expect(weAllow(NOTEBOOK, pass('passable'))).toBe(true);
    },
  },
  {
    name: 'parts-of-the-api',
    right: 'each part of the SageMaker API is granted separately (both policies of the page grant sagemaker:*)',
    check: () => {
      const open = {
        action: 'sagemaker:CreatePresignedNotebookInstanceUrl',
        resource: ARN('sagemaker', 'notebook-instance/of-somebody-else'),
      };
      expectOnlyThePageToAllow('notebook-instance-broad', NOTEBOOK, open);
      expectOnlyThePageToAllow('notebook-instance-scoped', NOTEBOOK, open);
      const { warnings } = synthesize(stack => new SageMakerExecutionRole(stack, 'Role', {
        notebookInstance: { apiAccess: [SageMakerApiAccess.UNRESTRICTED] },
      }));
      expect(warnings.join()).toContain('unrestrictedSageMakerApi');
    },
  },
  {
    name: 'scoping-keeps-capabilities',
    right: 'scoping keeps all actions (the scoped policy of the page drops 26 of 42)',
    check: async () => {
      const actionsOf = (name: string) => documentOf(name).statements.flatMap(({ actions }) => actions);
      const [broad, scoped] = [actionsOf('notebook-instance-broad'), actionsOf('notebook-instance-scoped')];
      const lost = broad.filter(action => !scoped.includes(action));
      expect([broad.length, lost.length]).toEqual([42, 26]);
      const compared = await compare({
        platform: SAGEMAKER,
        document: documentOf('notebook-instance-broad'),
        options: NOTEBOOK,
        expected: {},
      });
      const dropped = compared.filter(({ verdict }) => verdict === 'dropped').map(({ pair }) => pair.action);
      expect(new Set(dropped.map(action => action.split(':')[0]))).toEqual(new Set(['robomaker', 'fsx']));
    },
  },
  {
    name: 'management-on-request',
    right: 'repositories and VPC endpoints are managed on request, and only listed ones (the page grants all)',
    check: () => {
      const bare = roleWith(() => ({ notebookInstance: {} })).permissions.flatMap(({ Action }) => Action);
      const vpcEndpoint = { action: 'ec2:CreateVpcEndpoint', resource: ARN('ec2', 'vpc/vpc-0fedcba9876543210') };
      expectOnlyThePageToAllow(OF_NOTEBOOK, NOTEBOOK, vpcEndpoint);
      for (const action of ['ecr:SetRepositoryPolicy', 'ecr:DeleteRepository', 'ecr:DeleteRepositoryPolicy']) {
        expectOnlyThePageToAllow(OF_NOTEBOOK, NOTEBOOK, { action, resource: ARN('ecr', 'repository/production') });
        expect(weAllow(NOTEBOOK, { action, resource: ARN('ecr', 'repository/my-images') })).toBe(true);
        expect(bare).not.toContain(action);
      }
      expect(bare).not.toContain(vpcEndpoint.action);
    },
  },
  {
    name: 'code-repositories',
    right: 'code repositories have a region and an account (the page grants a pattern of names everywhere)',
    check: () => {
      const pull = (arn: string) => ({ action: 'codecommit:GitPull', resource: `arn:aws:codecommit:${arn}` });
      expectOnlyThePageToAllow(OF_NOTEBOOK, NOTEBOOK, pull('eu-central-1:444455556666:my-sagemaker-code'));
      expectOnlyThePageToAllow(OF_NOTEBOOK, NOTEBOOK, pull('us-east-1:111122223333:my-sagemaker-code'));
      expect(weAllow(NOTEBOOK, pull('eu-central-1:111122223333:my-sagemaker-code'))).toBe(true);
    },
  },
  {
    name: 'source-account',
    right: 'SageMaker assumes the role on behalf of this account (the page has no account)',
    check: () => {
      const { trust } = SAGEMAKER.optionSets['training job with everything']();
      expect(trust.map(({ Condition }) => Condition)).toEqual([
        { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      ]);
      expect(documentOf('trust').statements.map(({ conditions }) => conditions)).toEqual([undefined]);
    },
  },
  {
    name: 'model-bucket',
    right: 'the model bucket is listed, and no resource is repeated (the page repeats two, and lacks the bucket)',
    check: () => {
      const list = { action: 's3:ListBucket', resource: 'arn:aws:s3:::inputs' };
      expectOnlyUsToAllow('model-scoped', 'model with everything', list);
      expect(pageAllows('model-broad', list)).toBe(false);
      // Compares data: in a template the CDK would have removed duplicates.
      const twice = documentedStatements(new SageMakerExecutionRole(new Stack(), 'Role', {
        model: {
          modelData: [S3Location.uri('s3://inputs/object'), S3Location.uri('s3://inputs/object')],
          images: [ImageSource.anyRepository(), ImageSource.anyRepository()],
        },
      }));
      expect(twice.filter(({ resources }) => resources.length > new Set(resources).size)).toEqual([]);
      const printed = documentOf('model-scoped').statements.flatMap(({ resources = [] }) => resources);
      expect(printed.length - new Set(printed).size).toBe(2);
    },
  },
];
