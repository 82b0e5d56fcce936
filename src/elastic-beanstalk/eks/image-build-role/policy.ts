import { ImageBuild } from './read';
import { Arns } from '../../../private/options/arns';
import { ANY, PolicyFeature, Statements, whenPresent } from '../../../private/statements/documented-statement';
import { granting } from '../../../private/statements/granting';
import { ownedBy } from '../../../private/statements/shared/owned-buckets';
import { EKS_SOURCES } from '../../sources';
import { publicRegistryLogin } from '../../tiers/public-registry';

const source = EKS_SOURCES.eksImageBuild;

const decrypt = granting(['kms:Decrypt'], 'added: reading an encrypted source bundle requires its key');

const PULL = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
];

export function imageBuildPolicy(arns: Arns, options: ImageBuild): readonly PolicyFeature[] {
  return [
    { name: 'Sources', statements: sourcesPolicy(arns, options) },
    { name: 'Images', statements: imagesPolicy(arns, options) },
    { name: 'PublicImages', statements: whenPresent(options.publicRegistryLogin, () => publicRegistryLogin('PublicImagesLogin', source)) },
    { name: 'BuildLogs', statements: logsPolicy(arns) },
  ];
}

function sourcesPolicy(arns: Arns, { sources, sourceKeys }: ImageBuild): Statements {
  const ofBeanstalk = `${arns.bucket(`elasticbeanstalk-${arns.region}-${arns.account}`)}/*`;
  const [sid, resources] = sources.length > 0 ? ['SourcesReadOfUser', sources] : ['SourcesRead', [ofBeanstalk]];
  return [
    ownedBy(arns.account, {
      sid,
      source,
      note: 'narrowed: the managed policy grants every bucket of the account',
      actions: [
        's3:GetObject',
        's3:GetObjectVersion',
      ],
      resources,
    }),
    ...decrypt('SourcesKey', source, sourceKeys),
  ];
}

function imagesPolicy(arns: Arns, { baseImages }: ImageBuild): Statements {
  return [
    {
      sid: 'ImagesLogin',
      source,
      actions: ['ecr:GetAuthorizationToken'],
      resources: ANY,
    },
    {
      sid: 'ImagesPush',
      source,
      note: 'narrowed: the managed policy covers every region',
      actions: [
        ...PULL,
        'ecr:CompleteLayerUpload',
        'ecr:InitiateLayerUpload',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
      ].sort(),
      resources: [arns.repository('elasticbeanstalk-*')],
    },
    ...whenPresent(baseImages, resources => ({
      sid: 'ImagesPullBase',
      source,
      note: 'added: the managed policy pulls from the repositories of Elastic Beanstalk only',
      actions: PULL,
      resources,
    })),
  ];
}

function logsPolicy(arns: Arns): Statements {
  return [{
    sid: 'BuildLogsWrite',
    source,
    note: 'narrowed: the managed policy covers every region',
    actions: [
      'logs:CreateLogGroup',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ],
    resources: [arns.logGroups('/aws/codebuild/elasticbeanstalk-')],
  }];
}
