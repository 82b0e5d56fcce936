import {
  attackers, CLOSED, EVIL_JOB, inNamespace, logStream, NOTEBOOK, OF_OTHER_USERS, repository, roleOf, sagemaker,
  TO_SAGEMAKER,
} from './fixtures';
import { ImageSource, S3Location } from '../../../src';
import { Attack, AttackTable } from '../attack';
import { ADMIN, FOR_AWS, iamArn, keyOf, s3Arn } from '../resources';

const DOMAIN = 'd-0123';
const ann = sagemaker(`user-profile/${DOMAIN}/ann`);
/** The attacker is Eve, in the same domain and with the same role as Ann. */
const EVE = { 'sagemaker:DomainId': DOMAIN, 'sagemaker:UserProfileName': 'eve' };
const sharedBy = (owner: string, sharing: string) =>
  ({ ...EVE, 'sagemaker:OwnerUserProfileArn': owner, 'sagemaker:SpaceSharingType': sharing });
const ANNS_PRIVATE = sharedBy(ann, 'Private');
const ANNS_SHARED = sharedBy(ann, 'Shared');
const OWN_TAG = 'sagemaker:ResourceTag/sagemaker:user-profile-arn';

const WORK = sagemaker(`space/${DOMAIN}/work`);
const TEAM = sagemaker(`space/${DOMAIN}/team`);
const JUPYTER = sagemaker(`app/${DOMAIN}/lab/jupyterlab/default`);

const SPACES: readonly Attack[] = [
  ['files of the space of another, by its end', 1, ['sagemaker:DeleteSpace', WORK, ANNS_PRIVATE]],
  ['the space of another, by its start script', 1, ['sagemaker:UpdateSpace', WORK, ANNS_PRIVATE],
    ['sagemaker:CreateApp', JUPYTER, ANNS_PRIVATE]],
  ['work of another, by the end of an app', 1, ['sagemaker:DeleteApp', JUPYTER, ANNS_PRIVATE]],
  ['the app of another, by a space of one\'s own for them', 1, ['sagemaker:CreateSpace', WORK, ANNS_PRIVATE]],
  ['the shared space of another, by its settings', 1, ['sagemaker:UpdateSpace', TEAM, ANNS_SHARED]],
  ['the Canvas of another', 1,
    ['sagemaker:DeleteApp', sagemaker(`app/${DOMAIN}/ann/canvas/default`), EVE]],
  ['the Studio of another, by a link', 1, ['sagemaker:CreatePresignedDomainUrl', ann, EVE]],
  ['the own Studio for somebody else, by a link', 'ownLink',
    ['sagemaker:CreatePresignedDomainUrl', sagemaker(`user-profile/${DOMAIN}/eve`), EVE]],
  ['a space of another domain', 1,
    ['sagemaker:DeleteSpace', sagemaker('space/d-0456/all'), EVE]],
  ['the space of another, by its tag', 1, ['sagemaker:AddTags', WORK, EVE]],
  ['the own profile with another role', 1, ['sagemaker:UpdateUserProfile', sagemaker(`user-profile/${DOMAIN}/eve`), EVE]],
  ['a profile with another role', 1, ['sagemaker:CreateUserProfile', sagemaker(`user-profile/${DOMAIN}/evil`), EVE]],
  ['settings of all users', 1, ['sagemaker:UpdateDomain', sagemaker(`domain/${DOMAIN}`), EVE]],
  ['start scripts of all users', 1,
    ['sagemaker:CreateStudioLifecycleConfig', sagemaker('studio-lifecycle-config/evil'), EVE]],
  ['images of all users', 1, ['sagemaker:UpdateImage', sagemaker('image/lab'), EVE]],
  ['the role of shared spaces', 'sharedSpaces',
    ['sagemaker:CreateApp', sagemaker(`app/${DOMAIN}/team/jupyterlab/default`), ANNS_SHARED],
    ['s3:GetObject', s3Arn('payroll/salaries'), {}, 'shared']],
  ['shared spaces without an owner', 'sharedSpaces', ['sagemaker:DeleteSpace', TEAM, EVE]],
  ['names of users, spaces and apps', 'sharedSpaces', ['sagemaker:ListUserProfiles', '*'],
    ['sagemaker:DescribeSpace', WORK, EVE]],
  ['logs of apps of others', 'readLogs', ['logs:GetLogEvents', logStream('/aws/sagemaker/studio')]],
  ['false logs of apps of others', 'jobLogs', ['logs:PutLogEvents', logStream('/aws/sagemaker/studio')]],
  ['false metrics', 'metrics', ['cloudwatch:PutMetricData', '*', inNamespace('/aws/sagemaker/Endpoints')]],
  ['settings of notebook instances', 1, ['sagemaker:DescribeNotebookInstance', NOTEBOOK]],
];

const OTHERS = {
  shared: roleOf(given => ({
    studio: { apiAccess: [], data: [S3Location.bucket(given.bucket('payroll'))] },
  }), 'Shared'),
};

export const STUDIO_ATTACKS: readonly AttackTable[] = [
  attackers('a user of SageMaker Studio', () => ({ domain: {}, studio: {} }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...SPACES,
    ['a session in the own space from elsewhere', 1,
      ['sagemaker:StartSession', sagemaker(`space/${DOMAIN}/own`), EVE]],
    ['jobs of others', 'jobs', ['sagemaker:StopTrainingJob', sagemaker('training-job/payments')]],
    ['a job with the own role', 2, ['sagemaker:CreateTrainingJob', EVIL_JOB], ['iam:PassRole', ADMIN, TO_SAGEMAKER]],
  ], OTHERS),
  attackers('a user of SageMaker Studio with every option', given => ({
    domain: { key: given.key('domain') },
    studio: {
      apiAccess: [],
      domains: [given.domain('0123')],
      remoteAccess: true,
      data: [S3Location.prefix(given.bucket('data'), 'lab/')],
      readOnlyData: [S3Location.prefix(given.bucket('archive'), '2024/')],
      images: [ImageSource.repository(given.repository('train'))],
      pushableImages: [ImageSource.repository(given.repository('team'))],
      imageManagement: [ImageSource.repository(given.repository('own'))],
      codeRepositories: [given.codeRepository('lab')],
      passItself: false,
      passableRoles: [given.role('train')],
    },
  }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...SPACES,
    ['the space of another, by a session', 1, ['sagemaker:StartSession', WORK, { ...EVE, [OWN_TAG]: ann }]],
    ['a session by a false tag', 1, ['sagemaker:AddTags', WORK, EVE],
      ['sagemaker:StartSession', WORK, { ...EVE, [OWN_TAG]: sagemaker(`user-profile/${DOMAIN}/eve`) }]],
    ['data on the own computer, by a session', 'remoteAccess',
      ['sagemaker:StartSession', sagemaker(`space/${DOMAIN}/own`),
        { ...EVE, [OWN_TAG]: sagemaker(`user-profile/${DOMAIN}/eve`) }]],
    ['users of another domain', 1, ['sagemaker:DescribeUserProfile', sagemaker('user-profile/d-0456/ann'), EVE]],
    ['a listed role', 'passableRoles', ['iam:PassRole', iamArn('role/train'), TO_SAGEMAKER]],
    ['data of others', 'data', ['s3:DeleteObject', s3Arn('data/lab/ann/x')]],
    ['data that it only reads', 1, ['s3:PutObject', s3Arn('archive/2024/x')]],
    ['an image that others run', 'images', ['ecr:PutImage', repository('team')]],
    ['the files of all users, by the key', 1, ['kms:Decrypt', keyOf('domain')]],
    ['the key of the domain, for services', 'keys', ['kms:CreateGrant', keyOf('domain'), FOR_AWS]],
    ['the key of the domain, for itself', 1, ['kms:CreateGrant', keyOf('domain')]],
  ], OTHERS),
];
