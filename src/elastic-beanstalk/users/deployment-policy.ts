import { UserAccess } from './read';
import { BUCKET, UserScope } from './scope';
import { Statements, whenPresent } from '../../private/statements/documented-statement';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { SOURCES } from '../sources';

const source = SOURCES.administrator;
const OWN = 'narrowed: the managed policy grants all applications';

/** Creating versions, and uploading their source bundles. */
export function deploymentPolicy(
  scope: UserScope, { deletesVersions }: NonNullable<UserAccess['deployment']>, storage: UserAccess['storage'],
): Statements {
  return [
    {
      sid: 'DeploymentCreateVersions',
      source,
      note: OWN,
      actions: ['elasticbeanstalk:CreateApplicationVersion'],
      resources: [...scope.apps, ...scope.versions],
    },
    {
      sid: 'DeploymentChangeVersions',
      source,
      note: `${OWN}; a version is tagged when it is created`,
      actions: [
        'elasticbeanstalk:AddTags',
        ...(deletesVersions ? ['elasticbeanstalk:DeleteApplicationVersion'] : []),
        'elasticbeanstalk:UpdateApplicationVersion',
      ],
      resources: scope.versions,
    },
    ...uploadPolicy(scope, storage),
  ];
}

const UPLOAD = [
  's3:AbortMultipartUpload',
  's3:DeleteObject',
  's3:GetObject',
  's3:GetObjectAcl',
  's3:GetObjectVersion',
  's3:ListMultipartUploadParts',
  's3:PutObject',
  's3:PutObjectAcl',
];

function uploadPolicy(scope: UserScope, { bundles }: UserAccess['storage']): Statements {
  return [
    ...whenPresent(scope.applicationFolders, resources => ownedBy(scope.arns.account, {
      sid: 'DeploymentUpload',
      source,
      note: `${BUCKET}; eb and the GitHub actions upload to the folder of the application, large bundles in parts`,
      actions: UPLOAD,
      resources,
    })),
    ...whenPresent(bundles.objects, resources => ({
      sid: 'DeploymentUploadElsewhere',
      source,
      note: 'extended: where users upload source bundles to, which may be other buckets',
      actions: UPLOAD,
      resources,
    })),
    ...whenPresent(bundles.buckets, resources => ({
      sid: 'DeploymentFindElsewhere',
      source,
      note: 'extended: where users upload source bundles to, which may be other buckets',
      actions: [
        's3:GetBucketLocation',
        's3:ListBucket',
        's3:ListBucketMultipartUploads',
      ],
      resources,
    })),
  ];
}
