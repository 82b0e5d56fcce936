import { ANY, Conditions, DocumentedStatement } from '../../private/statements/documented-statement';

export type Statements = readonly DocumentedStatement[];

/** The tag that everything of a cluster has. */
const CLUSTER_TAG = 'parallelcluster:cluster-name';

/** Of requests that tag what they make as part of a cluster, with other tags or without. */
export const TAGGED_AS_CLUSTER: Conditions = { Null: { [`aws:RequestTag/${CLUSTER_TAG}`]: 'false' } };

/** Of what is part of a cluster. */
export const OF_A_CLUSTER: Conditions = { Null: { [`aws:ResourceTag/${CLUSTER_TAG}`]: 'false' } };

/** Of what is part of a cluster, and stays so. */
export const STAYS_OF_A_CLUSTER: Conditions = { Null: { ...TAGGED_AS_CLUSTER.Null, ...OF_A_CLUSTER.Null } };

/** Of what belongs to an image. */
export const OF_AN_IMAGE: Conditions = { Null: { 'aws:ResourceTag/parallelcluster:image_id': 'false' } };

/** The log groups of clusters, and of their functions. */
export const CLUSTER_LOGS = '/aws/parallelcluster/';
export const FUNCTION_LOGS = ['/aws/lambda/parallelcluster-', '/aws/lambda/pcluster-'];
export const IMAGE_LOGS = '/aws/imagebuilder/ParallelClusterImage-';

export function passedTo(...services: readonly string[]): Conditions {
  return { StringEquals: { 'iam:PassedToService': services } };
}

export function linkedTo(...services: readonly string[]): Conditions {
  return { StringEquals: { 'iam:AWSServiceName': services } };
}

/** Services without regions: a condition on the region would refuse what goes to theirs. */
const GLOBAL = /^(?:iam|route53):/;

/** Where neither the resource nor the service has a region, the condition has the one that was chosen. */
export function inRegion(region: string | undefined, statements: Statements): Statements {
  return statements.map(statement => region === undefined || !isEverywhere(statement) ? statement : {
    ...statement,
    note: statement.note ?? 'narrowed: to the region of the policy',
    conditions: {
      ...statement.conditions,
      StringEquals: { ...statement.conditions?.StringEquals, 'aws:RequestedRegion': region },
    },
  });
}

function isEverywhere({ actions, resources }: DocumentedStatement): boolean {
  return resources === ANY && !actions.some(action => GLOBAL.test(action));
}
