import { Stack } from 'aws-cdk-lib';
import {
  documentOf, expectOnlyThePageToAllow, expectOnlyUsToAllow, JOBS, pageAllows, statementBySid, statementsWith, weAllow,
} from './asking';
import { SAGEMAKER } from './platform';
import { documentedStatements, roleWith } from './role';
import { ImageSource, S3Location, SageMakerApiAccess, SageMakerExecutionRole } from '../../../src';
import { ENVIRONMENTS } from '../../support/fold';
import { rolesOf } from '../../support/policies';
import { ServiceReference } from '../../support/service-reference';
import { synthesize } from '../../support/synthesize';
import { compare } from '../deviations';

export interface Fault {
  readonly id: string;
  /** What is right, and in brackets what the page says. */
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

/** Faults of the page that a policy can get right. Those of its prose stand in `PROSE`. */
export const FAULTS: readonly Fault[] = [
  {
    id: 'M1',
    right: 'an ECR ARN has region and account (the page prints neither)',
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
    id: 'M2',
    right: 'a location is all that its prefix begins (the page prints the ARN of one key)',
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
    id: 'M3',
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
    id: 'M4',
    right: 'every bucket is listed and located, and failed uploads end (the page lists the bucket of the inputs only)',
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
    id: 'M5',
    right: 'the actions on the network are one whole statement (the page leaves three of four fragments open)',
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
    id: 'M6',
    right: 'the actions on the network are on all resources, without a condition (the page prints no resource)',
    check: () => {
      for (const [document, options] of [...JOBS, ['model', 'model with everything'] as const]) {
        expect(documentOf(`${document}-vpc`).statements.map(({ resources }) => resources)).toEqual([undefined]);
        const network = statementBySid(statementsWith(options), 'CommonNetwork');
        expect([network.Resource, network.Condition]).toEqual([['*'], undefined]);
      }
    },
  },
  {
    id: 'M7',
    right: 'a right on a key names the ARN of the key (the page prints no resource)',
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
    id: 'M8',
    right: 'the key of the outputs makes data keys and opens them (the page grants kms:Encrypt alone)',
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
    id: 'M9',
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
    id: 'M10',
    right: 'the artifacts of a model may be encrypted (the page knows no key for models)',
    check: () => expectOnlyUsToAllow('model-broad', 'model with everything', {
      action: 'kms:Decrypt',
      resource: INPUT_KEY,
    }),
  },
  {
    id: 'M11',
    right: 'a notebook instance may be in a VPC and use keys (the page knows neither for notebook instances)',
    check: () => {
      expectOnlyUsToAllow(OF_NOTEBOOK, NOTEBOOK, { action: 'ec2:DescribeVpcs', resource: '*' });
      expectOnlyUsToAllow(OF_NOTEBOOK, NOTEBOOK, { action: 'kms:Decrypt', resource: INPUT_KEY });
      expectOnlyUsToAllow(OF_NOTEBOOK, NOTEBOOK, { action: 'kms:GenerateDataKey', resource: OUTPUT_KEY });
    },
  },
  {
    id: 'M12',
    right: 'every ARN is in the partition of the stack (the page prints that of the commercial regions)',
    check: () => {
      const { template } = synthesize(stack => new SageMakerExecutionRole(stack, 'Role', {
        trainingJob: {
          inputs: [S3Location.uri('s3://inputs/object')],
          outputs: [S3Location.anyBucket()],
          images: [ImageSource.anyRepository()],
        },
        notebookInstance: {},
        model: { modelPackageGroups: ['group'] },
      }));
      for (const environment of ENVIRONMENTS) {
        const resources = rolesOf(template, environment)[0].all.flatMap(({ Resource }) => Resource);
        const partitions = resources.filter(arn => arn !== '*').map(arn => arn.split(':')[1]);
        expect(new Set(partitions)).toEqual(new Set([environment.partition]));
      }
    },
  },
  {
    id: 'M13',
    right: 'FSx file systems are found by an action that exists (fsx:DescribeFileSystem on the page does not)',
    check: async () => {
      const reference = await ServiceReference.of(['fsx:DescribeFileSystems']);
      expect(reference.expand('fsx:DescribeFileSystem')).toEqual([]);
      expect(reference.expand('fsx:DescribeFileSystems')).toHaveLength(1);
      expectOnlyUsToAllow(OF_NOTEBOOK, NOTEBOOK, { action: 'fsx:DescribeFileSystems', resource: '*' });
    },
  },
  {
    id: 'M14',
    right: 'nothing is granted of AWS RoboMaker, which has ended (the page grants six actions)',
    check: () => {
      expectOnlyThePageToAllow(OF_NOTEBOOK, NOTEBOOK, { action: 'robomaker:CreateSimulationJob', resource: '*' });
      const actions = statementsWith('notebook instance with the wide forms').flatMap(({ Action }) => Action);
      expect(actions.filter(action => action.startsWith('robomaker:') || action === '*')).toEqual([]);
    },
  },
  {
    id: 'M15',
    right: 'logs are written to the log groups of the work (the page says that log actions know no resources)',
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
    id: 'M16',
    right: 'metrics are put into the namespaces of the work (the page has no condition)',
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
    id: 'M17',
    right: 'named roles are passed (the page passes every role)',
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
    id: 'M18',
    right: 'parts of the SageMaker API are granted by name (both policies of the page grant sagemaker:*)',
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
    id: 'M19',
    right: 'scoping keeps what the role can do (the scoped policy of the page drops 26 of 42 actions)',
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
    id: 'M20',
    right: 'repositories and VPC endpoints are managed on request, and only those named (the page grants all)',
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
    id: 'M21',
    right: 'code repositories are named with region and account (the page grants a pattern of names everywhere)',
    check: () => {
      const pull = (arn: string) => ({ action: 'codecommit:GitPull', resource: `arn:aws:codecommit:${arn}` });
      expectOnlyThePageToAllow(OF_NOTEBOOK, NOTEBOOK, pull('eu-central-1:444455556666:my-sagemaker-code'));
      expectOnlyThePageToAllow(OF_NOTEBOOK, NOTEBOOK, pull('us-east-1:111122223333:my-sagemaker-code'));
      expect(weAllow(NOTEBOOK, pull('eu-central-1:111122223333:my-sagemaker-code'))).toBe(true);
    },
  },
  {
    id: 'M22',
    right: 'SageMaker assumes the role on behalf of this account (the page names no account)',
    check: () => {
      const { trust } = SAGEMAKER.optionSets['training job with everything']();
      expect(trust.map(({ Condition }) => Condition)).toEqual([
        { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      ]);
      expect(documentOf('trust').statements.map(({ conditions }) => conditions)).toEqual([undefined]);
    },
  },
  {
    id: 'M29',
    right: 'the bucket of the model is listed, and nothing stands twice (the page does neither)',
    check: () => {
      const list = { action: 's3:ListBucket', resource: 'arn:aws:s3:::inputs' };
      expectOnlyUsToAllow('model-scoped', 'model with everything', list);
      expect(pageAllows('model-broad', list)).toBe(false);
      // As data: in a template CDK would have removed the repetitions.
      const twice = documentedStatements(new Stack(), {
        model: {
          modelData: [S3Location.uri('s3://inputs/object'), S3Location.uri('s3://inputs/object')],
          images: [ImageSource.anyRepository(), ImageSource.anyRepository()],
        },
      });
      expect(twice.filter(({ resources }) => resources.length > new Set(resources).size)).toEqual([]);
      const printed = documentOf('model-scoped').statements.flatMap(({ resources = [] }) => resources);
      expect(printed.length - new Set(printed).size).toBe(2);
    },
  },
];
