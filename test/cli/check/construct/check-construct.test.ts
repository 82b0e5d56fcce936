import { App, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { PROJECT } from './project';
import { checkIn } from '../../../../cli/check/construct/check-in';
import { CheckConstructOptions } from '../../../../cli/check/construct/options';
import { CheckResult } from '../../../../cli/check/model';
import { InputError } from '../../../../cli/input-error';
import {
  ImageSource, PermissionCheck, PolicyPlacement, S3Location, SageMakerExecutionRole, SageMakerSourceArn,
} from '../../../../src';
import { filesIn } from '../printed-app';
import { allow, details, documentOf } from '../templates';

const PLACE = { account: '111122223333', region: 'eu-central-1' };
const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef';
const IMAGE = '111122223333.dkr.ecr.eu-central-1.amazonaws.com/churn:1';
const LIVE = details([allow(['s3:GetObject', 's3:ListBucket'], '*')]);

function compared(options: unknown, live: unknown = LIVE, rest: Partial<CheckConstructOptions> = {}): CheckResult {
  const files = filesIn({ 'options.json': options, 'live.json': live });
  return checkIn(PROJECT, {
    construct: 'SageMakerExecutionRole', options: `${files}/options.json`, live: [`${files}/live.json`], ...PLACE, ...rest,
  });
}

/** The verdicts of the library on the construct that the app would make. */
function expected(build: (stack: Stack) => Construct): Partial<CheckResult> {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Stack', { env: PLACE });
  const check = PermissionCheck.compare([JSON.stringify(LIVE)], build(stack));
  const { missing, unclear, beyond, notAttached, notPrinted, isSufficient } = check;
  return { missing, unclear, beyond, notAttached, notPrinted, isSufficient } as Partial<CheckResult>;
}

type Props = ConstructorParameters<typeof SageMakerExecutionRole>[2];
const role = (props: (stack: Stack) => Props) => (stack: Stack) => new SageMakerExecutionRole(stack, 'Role', props(stack));

test.each<[string, object, (stack: Stack) => Props]>([
  ['URIs and ARNs', { trainingJob: { inputs: ['s3://inputs/a/'], outputs: ['s3://outputs/'], images: [IMAGE], outputKey: KEY, vpc: true } },
    stack => ({
      trainingJob: {
        inputs: [S3Location.uri('s3://inputs/a/')],
        outputs: [S3Location.uri('s3://outputs/')],
        images: [ImageSource.uri(IMAGE)],
        outputKey: kms.Key.fromKeyArn(stack, 'Key', KEY),
        vpc: true,
      },
    })],
  ['factories', { trainingJob: { outputs: ['anyBucket', { anyBucket: [] }, { prefix: ['outputs', 'a/'] }, 'sageMakerDefaultBucket', { sageMakerDefaultBucket: 'x/' }] } },
    () => ({ trainingJob: { outputs: [S3Location.anyBucket(), S3Location.uri('s3://outputs/a/'), S3Location.sageMakerDefaultBucket(), S3Location.sageMakerDefaultBucket('x/')] } })],
  ['members, maps, durations and statements', {
    trainingJob: { outputs: ['s3://outputs/'] },
    policyPlacement: 'MANAGED',
    tags: { team: 'ml' },
    maxSessionDuration: 'PT2H',
    additionalStatements: [{ Sid: 'Own', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }],
    sourceArns: ['trainingJobs', 'arn:aws:sagemaker:eu-central-1:111122223333:training-job/a'],
  }, () => ({
    trainingJob: { outputs: [S3Location.uri('s3://outputs/')] },
    policyPlacement: PolicyPlacement.MANAGED,
    additionalStatements: [PROJECT.cdk('aws-iam').PolicyStatement.fromJson({ Sid: 'Own', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' })],
    sourceArns: [SageMakerSourceArn.trainingJobs()],
  })],
])('%s in JSON have the verdicts of the construct', (_, options, props) => {
  expect(compared(options)).toMatchObject({
    ...expected(role(props)),
    expected: { subject: 'SageMakerExecutionRole', construct: 'SageMakerExecutionRole', partition: 'aws', ...PLACE },
  });
});

test('says which permissions only the page of the vendor has', () => {
  const { missing } = compared({ trainingJob: { outputs: ['s3://outputs/'] } }, details([allow('sqs:SendMessage', '*')]));
  expect(missing.every(({ required }) => typeof required === 'boolean')).toBe(true);
});

test.each<[string, object]>([
  ['a member', { version: 'V3_13', useClusters: {} }], ['a text', { version: '3.13.0', useClusters: {} }],
])('policies of users are compared with those of a user, with a version by %s', (_, options) => {
  const user = { UserName: 'jane', GroupList: [], UserPolicyList: [{ PolicyName: 'P', PolicyDocument: documentOf([allow('*', '*')]) }] };
  const result = compared(options, user, { construct: 'ParallelClusterUserPolicy' });
  expect([result.isSufficient, result.live.arn]).toEqual([true, undefined]);
});

test('a method that takes a list gets it', () => {
  const options = { version: 'LATEST', createClusters: {}, iamAccess: { restricted: ['arn:aws:iam::111122223333:role/a'] } };
  const { missing } = compared(options, LIVE, { construct: 'ParallelClusterUserPolicy' });
  expect(missing.map(({ resource }) => resource)).toContain('arn:aws:iam::111122223333:role/a');
});

test('warnings of the construct are notes', () => {
  const other = 'arn:aws:kms:eu-central-1:444455556666:key/01234567-89ab-cdef-0123-456789abcdef';
  const { notes } = compared({ trainingJob: { outputs: ['s3://outputs/'], outputKey: other } });
  expect(notes.join()).toContain('444455556666');
});

const outputs = (value: unknown) => ({ trainingJob: { outputs: value } });

test.each<[string, unknown, string]>([
  ['a misspelt option', { trainingjob: {} }, "unknown option 'trainingjob', did you mean 'trainingJob'?"],
  ['a misspelt option of a struct', { trainingJob: { output: [] } }, "unknown option 'trainingJob.output', did you mean 'trainingJob.outputs'?"],
  ['an unknown option', { cluster: true }, "unknown option 'cluster', the options are "],
  ['no object', [], "'options' must be an object of options, got []"],
  ['no struct', { trainingJob: true }, "'trainingJob' must be an object of options, got true"],
  ['no list', outputs('s3://outputs/'), "'trainingJob.outputs' must be a list, got \"s3://outputs/\""],
  ['no map', { tags: [] }, "'tags' must be an object, got []"],
  ['no boolean', { trainingJob: { vpc: 'yes' } }, "'trainingJob.vpc' must be a boolean, got \"yes\""],
  ['an unknown member', { policyPlacement: 'managed' }, "'policyPlacement' must be the name of a member of PolicyPlacement: INLINE, MANAGED, got \"managed\""],
  ['another type', outputs([1]), "'trainingJob.outputs[0]' must be one of { \"anyBucket\": [] }, { \"uri\": [\"URI\"] }, { \"prefix\": [\"BUCKET\", \"PREFIX\"] }, "],
  ['an unknown factory', outputs([{ any: [] }]), "'trainingJob.outputs[0]' must be one of"],
  ['two factories', outputs([{ anyBucket: [], uri: ['s3://outputs/'] }]), "'trainingJob.outputs[0]' must be one of"],
  ['too few arguments', outputs([{ prefix: ['out'] }]), "'trainingJob.outputs[0].prefix' must be a list of its arguments: bucket, prefix"],
  ['too many arguments', outputs([{ anyBucket: ['out'] }]), "'trainingJob.outputs[0].anyBucket' must be a list of its arguments: none, []"],
  ['a name where it must be an ARN', { trainingJob: { outputs: ['s3://outputs/'], outputKey: 'alias/a' } }, "'trainingJob.outputKey' must be the ARN of a key, got \"alias/a\""],
  ['a statement that is none', { additionalStatements: ['*'] }, "'additionalStatements[0]' must be a statement of a policy, got \"*\""],
  ['what JSON can not say', { workspaces: ['arn:aws:aps:eu-central-1:111122223333:workspace/a'] }, "'workspaces[0]' can't be written in JSON: leave it out"],
  ['what the construct rejects', outputs([]), "'trainingJob.outputs' must not be empty: a training job"],
  ['what a factory rejects', outputs(['out']), "'trainingJob.outputs[0]' must be a URI of the form s3://BUCKET/PREFIX, got 'out'"],
])('rejects %s, and names the file', (_, options, message) => {
  const run = () => compared(options);
  expect(run).toThrow(InputError);
  expect(run).toThrow(/^\/.*\/options\.json: '?[^\n]*$/);
  expect(run).toThrow(`options.json: ${message}`);
});

test.each<[string, Partial<CheckConstructOptions>, string]>([
  ['an unknown construct', { construct: 'SageMakerExecutionRol' },
    "'--construct' must be the name of a construct of this library, got 'SageMakerExecutionRol': the nearest are SageMakerExecutionRole, ParallelClusterUserPolicy"],
  ['no place', { region: undefined }, "'--construct SageMakerExecutionRole' has no account and region"],
  ['no options', { options: undefined }, "come from '--options'"],
])('rejects %s', (_, rest, message) => {
  expect(() => compared({}, LIVE, rest)).toThrow(message);
});

test('a misspelt member is no text for a factory', () => {
  expect(() => compared({ version: 'V3_31', useClusters: {} }, LIVE, { construct: 'ParallelClusterUserPolicy' }))
    .toThrow("'version' must be one of \"V3_13\", \"LATEST\", { \"of\": [\"VERSION\"] }, got \"V3_31\"");
});

test('faults of the library are no input errors', () => {
  const SageMakerExecutionRole2 = function () {
    throw new TypeError('fault');
  };
  const broken = { ...PROJECT, library: { ...PROJECT.library, SageMakerExecutionRole: SageMakerExecutionRole2 } };
  const options = { construct: 'SageMakerExecutionRole', live: [`${filesIn({ a: '{}' })}/a`], ...PLACE };
  expect(() => checkIn(broken, options)).toThrow(TypeError);
});
