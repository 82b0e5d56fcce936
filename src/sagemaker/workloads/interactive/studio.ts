import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { interactivePolicy, passingPolicy, readInteractive, SageMakerInteractiveOptions } from './interactive';
import { mlflowClient } from '../mlflow-client';
import { listStudio, spacesPolicy, startSessions } from './studio-spaces';
import { Arns } from '../../../private/options/arns';
import { OptionReader } from '../../../private/options/reader';
import { Statements, whenPresent } from '../../../private/statements/documented-statement';
import { SOURCES } from '../../sources';
import { ApiCaller, apiFeatures } from '../api/calls';
import { STUDIO } from '../things/log-groups';
import { STUDIO_DOMAIN } from '../things/things';
import { defineWorkload } from '../workload';

/**
 * Permissions of the users of Studio, who act with the execution role of their user profile, or of the domain. In a
 * shared space, they act with the role of the domain's default space settings.
 *
 * Users list the domains, user profiles, spaces and apps of the account and region. In their own domain they create,
 * change and delete their own spaces and shared spaces without an owner, run apps in their private spaces and in all
 * shared ones, and run the apps of their profile, such as Canvas. They can't change a space of another user, and can't
 * run or stop apps in a private space of another user. In addition: the logs of Studio, and those of the jobs and
 * endpoints that they start, and metrics in SageMaker's namespaces.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-jl-admin-guide-permissions.html
 */
export interface SageMakerStudioOptions extends SageMakerInteractiveOptions {
  /**
   * The domains that users look up, with their user profiles, spaces and apps. These permissions are in a separate
   * policy, because domains refer to the role. Must not be empty.
   *
   * @default - all domains of the account and region. Changes are limited to the user's own domain in any case
   */
  readonly domains?: sagemaker.IDomainRef[];

  /**
   * Whether users connect to their own spaces from a local editor, by a link in Studio (`sagemaker:StartSession`).
   *
   * @default false
   */
  readonly remoteAccess?: boolean;
}

const FEATURE = 'Studio';

const CALLER: ApiCaller = {
  feature: FEATURE,
  name: 'Studio',
  page: SOURCES.fullAccess,
  note: 'narrowed: AmazonSageMakerFullAccess grants sagemaker:* on all resources but those of Studio; PIPELINES, ' +
    'EXPERIMENTS, LINEAGE, MODEL_MONITORING, FEATURE_STORE and MODEL_REGISTRY must be listed in apiAccess',
};

type Studio = ReturnType<typeof readStudio>;

export const STUDIO_USERS = defineWorkload({
  source: SOURCES.studioSpaces,
  // Only SageMakerSourceArn.everything() is documented.
  sourceArnTypes: [],
  read: readStudio,
  features: (arns, studio) => [
    {
      name: FEATURE,
      statements: [...interactivePolicy(arns, FEATURE, STUDIO, studio), ...passingPolicy(FEATURE, studio)],
    },
    {
      name: `${FEATURE}Spaces`,
      statements: [
        ...spacesPolicy(arns),
        ...whenPresent(studio.remoteAccess, () => startSessions(arns)),
        listStudio(),
      ],
    },
    // The domains refer to the role. Also without them, so that naming them moves no statement.
    { name: `${FEATURE}Domains`, statements: domainsPolicy(arns, studio), isSeparate: true },
    mlflowClient(FEATURE, studio.mlflow),
    ...apiFeatures(arns, CALLER, studio.api),
  ],
});

function readStudio(read: OptionReader<SageMakerStudioOptions>) {
  return {
    ...readInteractive(read, CALLER),
    domains: read.things('domains', STUDIO_DOMAIN).map(({ object }) => object.domainRef.domainId),
    remoteAccess: read.flag('remoteAccess', false),
  };
}

function domainsPolicy(arns: Arns, { domains }: Studio): Statements {
  const inDomains = (type: string, below = '') => (domains.length > 0 ? domains.map(id => `${id}${below}`) : ['*'])
    .map(name => arns.regional('sagemaker', `${type}/${name}`));
  const profiles = inDomains('user-profile', '/*');
  return [
    {
      sid: 'StudioFind',
      source: SOURCES.studioSpaces,
      note: 'narrowed: the page grants all resources',
      actions: [
        'sagemaker:DescribeApp',
        'sagemaker:DescribeDomain',
        'sagemaker:DescribeSpace',
        'sagemaker:DescribeUserProfile',
      ],
      resources: [...inDomains('app', '/*'), ...inDomains('domain'), ...inDomains('space', '/*'), ...profiles],
    },
    {
      sid: 'StudioReadTags',
      source: SOURCES.fullAccess,
      note: 'added: the page does not mention the tags of user profiles',
      actions: ['sagemaker:ListTags'],
      resources: profiles,
    },
  ];
}
