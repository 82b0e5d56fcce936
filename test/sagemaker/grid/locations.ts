import { Options, Workload, workloadRow } from './defaults';
import { STUDIO_WITHOUT_API } from './studio';
import { ImageSource, S3Location } from '../../../src';
import { Fixtures } from '../../support/given';
import { Row } from '../../support/row';

interface Scope {
  readonly locations: S3Location[];
  readonly images: ImageSource[];
}

/** Every kind of location and image, and the widest of each alone. */
const SCOPES: readonly (readonly [what: string, scope: (given: Fixtures) => Scope])[] = [
  ['in-every-form', given => ({
    locations: [
      S3Location.prefix(given.bucket('lake'), 'a/'),
      S3Location.exactObject(given.bucket('lake'), 'manifest.json'),
      S3Location.bucket(given.newBucket('lake')),
      S3Location.prefix(given.newBucket('lake'), 'a/'),
      S3Location.uri('s3://public'),
      S3Location.uri('s3://public/a/'),
      S3Location.sageMakerDefaultBucket(),
      S3Location.sageMakerDefaultBucket('a/'),
    ],
    images: [
      ImageSource.repository(given.repository('own')),
      ImageSource.repository(given.newRepository('own')),
      ImageSource.uri('123456789012.dkr.ecr.xx-west-1.amazonaws.com/team/own:1'),
      ImageSource.uri('123456789012.dkr.ecr.xx-west-1.amazonaws.com/team/own:2'),
    ],
  })],
  ['anywhere', () => ({ locations: [S3Location.anyBucket()], images: [ImageSource.anyRepository()] })],
];

/** The default of the workload, with the scope in all options that accept one. */
function scopedRows<W extends Workload>(
  workload: W,
  options: (scope: Scope) => Partial<Options<W>>,
  ...sids: readonly string[]
): readonly Row[] {
  return SCOPES.map(([what, scope]) => workloadRow(workload, what, given => options(scope(given)), ...sids));
}

const interactive = ({ locations, images }: Scope) =>
  ({ data: locations, readOnlyData: locations, images, pushableImages: images, imageManagement: images });
const scopedWork = (feature: string) => [
  '+CommonRegistryLogin', `+${feature}ListBuckets`, `+${feature}ManageImages`, `+${feature}PullImages`,
  `+${feature}PushImages`, `+${feature}ReadObjects`, `+${feature}UseBuckets`, `+${feature}UseObjects`,
];

export const LOCATION_ROWS: readonly Row[] = [
  ...(['trainingJob', 'tuningJob'] as const).flatMap(workload => {
    const feature = workload === 'trainingJob' ? 'TrainingJob' : 'TuningJob';
    return scopedRows(workload,
      ({ locations, images }) => ({ inputs: locations, outputs: locations, checkpoints: locations, images }),
      `+${feature}UseCheckpoints`, `~${feature}ListBuckets`, `~${feature}PullImages`, `~${feature}ReadInputs`,
      `~${feature}WriteOutputs`);
  }),
  ...scopedRows('processingJob',
    ({ locations, images }) => ({ inputs: locations, outputs: locations, images }),
    '~ProcessingJobListBuckets', '~ProcessingJobPullImages', '~ProcessingJobReadInputs', '~ProcessingJobWriteOutputs'),
  ...scopedRows('autoMlJob',
    ({ locations, images }) => ({ inputs: locations, outputs: locations, images }),
    '~AutoMlJobListBuckets', '~AutoMlJobPullImages', '~AutoMlJobReadInputs', '~AutoMlJobUseOutputs'),
  ...scopedRows('model',
    ({ locations, images }) => ({
      modelData: locations,
      images,
      batchTransform: { inputs: locations, outputs: locations },
      asyncInference: { inputs: locations, outputs: locations },
    }),
    '+ModelAsyncReadInputs', '+ModelAsyncWriteOutputs', '+ModelTransformReadInputs', '+ModelTransformWriteOutputs',
    '~ModelListBuckets', '~ModelPullImages', '~ModelReadData'),
  ...scopedRows('notebookInstance', interactive, ...scopedWork('NotebookInstance')),
  // With the default parts of the API, Studio exceeds the size of a role.
  ...scopedRows('studio', scope => ({ ...interactive(scope), apiAccess: [] }),
    ...scopedWork('Studio'), ...STUDIO_WITHOUT_API),
  ...scopedRows('pipeline', ({ locations }) => ({ inputs: locations }), '+PipelineListBuckets', '+PipelineReadInputs'),
  ...scopedRows('hyperPodCluster',
    ({ locations, images }) => ({ lifecycleScripts: locations, data: locations, slurm: { images } }),
    '+CommonRegistryLogin', '+HyperPodClusterPullImages', '+HyperPodClusterUseData', '~HyperPodClusterListBuckets',
    '~HyperPodClusterReadScripts'),
  ...scopedRows('image', ({ images }) => ({ images }), '~ImagePullImages'),
];
