import { ImageSource, S3Location, SageMakerExecutionRole } from '../../src';
import { sidsOf, synthesizeRole } from '../support/synthesize';

test('a training job has what stands in its request', () => {
  const role = synthesizeRole(
    stack =>
      new SageMakerExecutionRole(stack, 'Role', {
        trainingJob: {
          inputs: [S3Location.uri('s3://data/train/')],
          outputs: [S3Location.uri('s3://models/out/')],
          images: [ImageSource.uri('123456789012.dkr.ecr.eu-central-1.amazonaws.com/train:1')],
        },
      }),
  );
  expect(sidsOf(role.all)).toEqual([
    'CommonRegistryLogin',
    'TrainingJobWriteLogs',
    'TrainingJobPutMetrics',
    'TrainingJobPullImages',
    'TrainingJobListBuckets',
    'TrainingJobReadInputs',
    'TrainingJobWriteOutputs',
  ]);
});
