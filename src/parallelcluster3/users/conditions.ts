import { IConstruct } from 'constructs';
import { Arns } from '../../private/options/arns';
import { hasRegions, regionFor } from '../../private/options/regions';
import {
  ANY, Conditions, DocumentedStatement, Source, Statements,
} from '../../private/statements/documented-statement';
import { volumeKeys } from '../../private/statements/shared/volume-keys';
import { USER_SOURCES } from '../sources';

/** The tag of all resources of a cluster. */
const CLUSTER_TAG = 'parallelcluster:cluster-name';

/** Requests that tag a new resource as part of a cluster, with or without other tags. */
export const TAGGED_AS_CLUSTER: Conditions = { Null: { [`aws:RequestTag/${CLUSTER_TAG}`]: 'false' } };

/** Resources that are part of a cluster. */
export const OF_A_CLUSTER: Conditions = { Null: { [`aws:ResourceTag/${CLUSTER_TAG}`]: 'false' } };

/** Resources that are part of a cluster, and remain so. */
export const STAYS_OF_A_CLUSTER: Conditions = { Null: { ...TAGGED_AS_CLUSTER.Null, ...OF_A_CLUSTER.Null } };

/** Resources that are part of an image. */
export const OF_AN_IMAGE: Conditions = { Null: { 'aws:ResourceTag/parallelcluster:image_id': 'false' } };

/** The log groups of clusters, and of their functions. */
export const CLUSTER_LOGS = '/aws/parallelcluster/';
export const FUNCTION_LOGS = '/aws/lambda/pcluster-';
export const IMAGE_LOGS = '/aws/imagebuilder/ParallelClusterImage-';

/** The note of statements on the keys of buckets. */
export const KEYS_OF_BUCKETS =
  'added: an encrypted bucket requires it; the page covers only buckets without customer managed keys';

/** Grants the keys of volumes, images and file systems to one of the features. */
export function keysOfUsers(feature: string, keys: readonly string[]): Statements {
  return volumeKeys({
    feature,
    source: USER_SOURCES.testUser,
    keys,
    note: 'added: pcluster looks up every key of a configuration, and CloudFormation creates volumes and file systems ' +
      'for the user; the source has kms:ReEncrypt, which does not exist',
  });
}

/** Services without Regions: a condition on the Region would deny requests to them. */
const GLOBAL = /^(?:iam|route53):/;

/** The ARNs of the Regions that the policies are limited to, or of all Regions. */
export function arnsOfUsers(scope: IConstruct): Arns {
  return Arns.of(scope, hasRegions(scope) ? undefined : '*');
}

/** Adds a condition on the Regions to statements on all resources, except those of services without Regions. */
export function inRegions(scope: IConstruct, statements: Statements): Statements {
  return statements.map(statement => !hasRegions(scope) || !isOnAllResources(statement) ? statement : {
    ...statement,
    note: statement.note ?? 'narrowed: to the region of the policy',
    conditions: {
      ...statement.conditions,
      StringEquals: { ...statement.conditions?.StringEquals, 'aws:RequestedRegion': regionFor(scope) },
    },
  });
}

function isOnAllResources({ actions, resources }: DocumentedStatement): boolean {
  return resources === ANY && !actions.some(action => GLOBAL.test(action));
}

/** Grants creating service-linked roles. */
export function linkedRoles(
  sid: string, source: Source, arns: Arns, ...services: readonly string[]
): DocumentedStatement {
  return {
    sid,
    source,
    note: 'narrowed: to the ARNs of the roles. No release deletes such a role',
    actions: ['iam:CreateServiceLinkedRole'],
    resources: services.map(service => linkedRole(arns, service)),
    conditions: linkedTo(...services.map(service => `${service}.amazonaws.com`)),
  };
}

export function linkedRole(arns: Arns, service: string): string {
  return arns.iam(`role/aws-service-role/${service}.amazonaws.com/*`);
}

export function linkedTo(...services: readonly string[]): Conditions {
  return { StringEquals: { 'iam:AWSServiceName': services } };
}
