import { Arns } from '../../../private/options/arns';
import { ANY, DocumentedStatement, Statements } from '../../../private/statements/documented-statement';
import { SOURCES } from '../../sources';

// The apps and spaces of a Studio user. All users of a role have the same statements: policy variables tell them apart.
// SageMaker sets these for requests from Studio; in a request from elsewhere such a statement matches nothing.

const variables = ['sagemaker:DomainId', 'sagemaker:UserProfileName'];
const [OWN_DOMAIN, OWN_PROFILE] = variables.map(name => `\${${name}}`);

const source = SOURCES.studioSpaces;

const USE_SPACES = [
  'sagemaker:CreateSpace',
  'sagemaker:DeleteSpace',
  'sagemaker:UpdateSpace',
];
const RUN_APPS = [
  'sagemaker:CreateApp',
  'sagemaker:DeleteApp',
];

const WITHOUT_OWNER = { Null: { 'sagemaker:OwnerUserProfileArn': 'true' } };

export function spacesPolicy(arns: Arns): Statements {
  const ownProfile = arns.regional('sagemaker', `user-profile/${OWN_DOMAIN}/${OWN_PROFILE}`);
  const ownedBy = (...types: readonly string[]) => ({
    ArnLike: { 'sagemaker:OwnerUserProfileArn': ownProfile },
    StringEquals: { 'sagemaker:SpaceSharingType': types },
  });
  const spaces = [arns.regional('sagemaker', `space/${OWN_DOMAIN}/*`)];
  const apps = [arns.regional('sagemaker', `app/${OWN_DOMAIN}/*`)];
  return [
    {
      sid: 'StudioUseOwnSpaces',
      source,
      note: 'kept: the page limits users to the spaces that their user profile owns',
      variables,
      actions: USE_SPACES,
      resources: spaces,
      conditions: ownedBy('Private', 'Shared'),
    },
    {
      sid: 'StudioUseSharedSpaces',
      source,
      variables,
      note: 'kept: every user of the domain changes and deletes a shared space that has no owner',
      actions: USE_SPACES,
      resources: spaces,
      conditions: WITHOUT_OWNER,
    },
    {
      sid: 'StudioRunPrivateApps',
      source,
      note: 'kept: the page limits users to the private spaces that their user profile owns',
      variables,
      actions: RUN_APPS,
      resources: apps,
      conditions: ownedBy('Private'),
    },
    {
      sid: 'StudioRunSharedApps',
      source,
      variables,
      note: 'narrowed: the page allows every account and region',
      actions: RUN_APPS,
      resources: apps,
      conditions: { StringEquals: { 'sagemaker:SpaceSharingType': 'Shared' } },
    },
    {
      sid: 'StudioRunProfileApps',
      source,
      variables,
      note: 'narrowed: the page grants all apps without an owner, those of other user profiles included',
      actions: RUN_APPS,
      resources: [arns.regional('sagemaker', `app/${OWN_DOMAIN}/${OWN_PROFILE}/*`)],
      conditions: WITHOUT_OWNER,
    },
    {
      sid: 'StudioTagOnCreate',
      source,
      note: 'narrowed: the page allows tags on everything that is created; the parts of the API have their own',
      actions: ['sagemaker:AddTags'],
      resources: ['app/*', 'space/*'].map(type => arns.regional('sagemaker', type)),
      conditions: { StringEquals: { 'sagemaker:TaggingAction': ['CreateApp', 'CreateSpace'] } },
    },
    {
      sid: 'StudioOpenOwnProfile',
      source,
      variables,
      actions: ['sagemaker:CreatePresignedDomainUrl'],
      resources: [ownProfile],
    },
  ];
}

/** SageMaker tags a space with the user profile that created it. Only creating a space may set this tag. */
export function startSessions(arns: Arns): DocumentedStatement {
  return {
    sid: 'StudioStartSessions',
    source: SOURCES.studioRemoteAccess,
    variables,
    note: 'narrowed: the page allows every account and region',
    actions: ['sagemaker:StartSession'],
    resources: [arns.regional('sagemaker', `space/${OWN_DOMAIN}/*`)],
    conditions: {
      ArnLike: {
        'sagemaker:ResourceTag/sagemaker:user-profile-arn':
          arns.regional('sagemaker', `user-profile/${OWN_DOMAIN}/${OWN_PROFILE}`),
      },
    },
  };
}

/** These actions support no resources. */
export function listStudio(): DocumentedStatement {
  return {
    sid: 'StudioList',
    source,
    actions: [
      'sagemaker:ListApps',
      'sagemaker:ListDomains',
      'sagemaker:ListSpaces',
      'sagemaker:ListUserProfiles',
    ],
    resources: ANY,
  };
}
