import { CfnParameter } from 'aws-cdk-lib';
import {
  ImageSource,
  S3Location,
  SageMakerExecutionRole,
  SageMakerExecutionRoleProps,
  SageMakerSourceArn,
} from '../../../src';
import { synthesize } from '../../support/synthesize';

const DATA = [S3Location.uri('s3://data/x/')];
const IMAGES = [ImageSource.anyRepository()];
const TRAINING: SageMakerExecutionRoleProps = { trainingJob: { outputs: DATA } };

const trusting = (props: SageMakerExecutionRoleProps) =>
  synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props), {
    env: { account: '111122223333', region: 'eu-central-1' },
  });
const conditions = (props: SageMakerExecutionRoleProps) => trusting(props).roles[0].trust[0].Condition;

test('SageMaker assumes the role on behalf of this account', () => {
  expect(conditions(TRAINING)).toEqual({ StringEquals: { 'aws:SourceAccount': '111122223333' } });
});

test('the account is the one of the stack, also as a token', () => {
  const { template } = synthesize(stack => new SageMakerExecutionRole(stack, 'Role', TRAINING));
  expect(JSON.stringify(template)).toContain('{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}');
});

test('the condition on the account can be left out', () => {
  expect(conditions({ ...TRAINING, sourceAccountCondition: false })).toBeUndefined();
});

test.each<[string, SageMakerSourceArn]>([
  ['training-job/*', SageMakerSourceArn.trainingJobs()],
  ['training-job/churn', SageMakerSourceArn.trainingJob('churn')],
  ['processing-job/*', SageMakerSourceArn.processingJobs()],
  ['processing-job/churn', SageMakerSourceArn.processingJob('churn')],
  ['transform-job/*', SageMakerSourceArn.transformJobs()],
  ['transform-job/churn', SageMakerSourceArn.transformJob('churn')],
  ['compilation-job/*', SageMakerSourceArn.compilationJobs()],
  ['pipeline/churn/*', SageMakerSourceArn.pipeline('churn')],
  ['image/*', SageMakerSourceArn.images()],
  ['image-version/*', SageMakerSourceArn.imageVersions()],
  ['*', SageMakerSourceArn.everything()],
])('aws:SourceArn can be %s', (resource, sourceArn) => {
  expect(conditions({ ...TRAINING, sourceArns: [sourceArn] })).toEqual({
    StringEquals: { 'aws:SourceAccount': '111122223333' },
    ArnLike: { 'aws:SourceArn': [`arn:aws:sagemaker:eu-central-1:111122223333:${resource}`] },
  });
});

test.each<[string, SageMakerSourceArn]>([
  ['training-job/Churn-1', SageMakerSourceArn.trainingJob('Churn-1')],
  ['processing-job/Churn-1', SageMakerSourceArn.processingJob('Churn-1')],
  ['transform-job/Churn-1', SageMakerSourceArn.transformJob('Churn-1')],
  ['pipeline/Churn-1/*', SageMakerSourceArn.pipeline('Churn-1')],
])('%s is accepted as written and in lower case', (resource, sourceArn) => {
  expect(conditions({ ...TRAINING, sourceArns: [sourceArn] })?.ArnLike).toEqual({
    'aws:SourceArn': [resource, resource.toLowerCase()].map(part => `arn:aws:sagemaker:eu-central-1:111122223333:${part}`),
  });
});

test('the part of a name that is a token stays as it is', () => {
  const { template } = synthesize(stack => {
    const stage = new CfnParameter(stack, 'Stage').valueAsString;
    return new SageMakerExecutionRole(stack, 'Role', {
      ...TRAINING,
      sourceArns: [SageMakerSourceArn.pipeline(`Churn-${stage}`), SageMakerSourceArn.pipeline(stage)],
    });
  });
  const names = JSON.stringify(template).match(/:pipeline\/[^"]*",\{"Ref":"Stage"\},"[^"]*"/g);
  expect(names).toEqual(['Churn-', 'churn-', ''].map(name => `:pipeline/${name}",{"Ref":"Stage"},"/*"`));
});

test('aws:SourceArn can be any ARN, and several ARNs', () => {
  const sourceArns = [
    SageMakerSourceArn.of('arn:aws:sagemaker:*:111122223333:cluster/*'),
    SageMakerSourceArn.trainingJobs(),
  ];
  expect(conditions({ ...TRAINING, sourceArns, sourceAccountCondition: false })).toEqual({
    ArnLike: {
      'aws:SourceArn': [
        'arn:aws:sagemaker:*:111122223333:cluster/*',
        'arn:aws:sagemaker:eu-central-1:111122223333:training-job/*',
      ],
    },
  });
});

describe('a workload without its source ARN', () => {
  const ALL: SageMakerExecutionRoleProps = {
    trainingJob: { outputs: DATA },
    tuningJob: { outputs: DATA },
    processingJob: {},
    model: {},
    notebookInstance: {},
    image: { images: IMAGES },
  };
  const leftOut = (...sourceArns: SageMakerSourceArn[]) =>
    trusting({ ...ALL, sourceArns }).warnings.map(warning => /for '(\w+)'/.exec(warning)![1]);

  test('causes a warning that mentions the workload', () => {
    expect(leftOut(SageMakerSourceArn.trainingJobs())).toEqual([
      'tuningJob',
      'processingJob',
      'model',
      'notebookInstance',
      'image',
    ]);
    expect(leftOut(SageMakerSourceArn.processingJobs(), SageMakerSourceArn.imageVersions())).toEqual([
      'trainingJob',
      'tuningJob',
      'model',
      'notebookInstance',
    ]);
  });

  test('causes a warning that says what to add', () => {
    const { warnings } = trusting({ ...ALL, sourceArns: [SageMakerSourceArn.trainingJobs()] });
    expect(warnings).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/'model': no form narrower than SageMakerSourceArn.everything\(\) is documented.*sourceArns:model/),
        expect.stringMatching(/'tuningJob': no form narrower than SageMakerSourceArn.everything\(\) is documented/),
        expect.stringMatching(/'image': add the form for image or image-version, or .*sourceArns:image/),
      ]),
    );
  });

  const transforming = { batchTransform: { inputs: DATA, outputs: DATA } };
  const warnings = (props: SageMakerExecutionRoleProps, ...sourceArns: SageMakerSourceArn[]) =>
    trusting({ ...props, sourceArns }).warnings;

  test.each<[string, SageMakerExecutionRoleProps['model']]>([
    ['without batch transform', { modelData: DATA }],
    ['with asynchronous inference', { modelData: DATA, asyncInference: { inputs: DATA, outputs: DATA } }],
    ['with both', { ...transforming, asyncInference: { inputs: DATA, outputs: DATA } }],
  ])('causes a warning for a model %s, which serves endpoints', (_, model) => {
    expect(warnings({ model }, SageMakerSourceArn.transformJobs())).toEqual([
      expect.stringMatching(/'model': no form narrower than SageMakerSourceArn.everything\(\) is documented/),
    ]);
  });

  test('causes no warning for a model with batch transform only, and else says what the form excludes', () => {
    expect(warnings({ model: transforming }, SageMakerSourceArn.transformJobs())).toEqual([]);
    expect(warnings({ model: transforming }, SageMakerSourceArn.trainingJobs())).toEqual([
      expect.stringMatching(/'model': add the form for transform-job \(it can't serve endpoints then\), or SageMakerSourceArn.everything\(\)/),
    ]);
  });

  test('advises no wide form for the role of a pipeline', () => {
    const found = warnings(ALL, SageMakerSourceArn.pipeline('nightly'));
    expect(found).toHaveLength(6);
    expect(found.filter(text => text.includes('everything'))).toEqual([]);
    expect(found).toEqual(expect.arrayContaining([
      expect.stringMatching(/'trainingJob': add the form for training-job, or give it a role of its own/),
      expect.stringMatching(/'notebookInstance': no narrow form is documented for it. Give it a role of its own/),
    ]));
  });

  test.each([[SageMakerSourceArn.everything()], [SageMakerSourceArn.of('arn:aws:sagemaker:*:*:x/*')]])(
    'causes no warning with everything() or of()',
    sourceArn => {
      expect(leftOut(sourceArn)).toEqual([]);
    },
  );
});
