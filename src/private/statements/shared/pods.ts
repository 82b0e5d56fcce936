import * as iam from 'aws-cdk-lib/aws-iam';
import { Conditions } from '../documented-statement';
import { POD_SERVICE } from '../services';

/** The pods that get a role by EKS Pod Identity: of any cluster, namespace or service account that is left out. */
export interface Pods {
  /** With wildcards. */
  readonly clusterArns?: readonly string[];
  /** With wildcards. */
  readonly namespaces?: readonly string[];
  readonly serviceAccount?: string;
}

/** Trusts EKS Pod Identity for some pods. Associations with disabled session tags don't meet the conditions. */
export function pods({ clusterArns = [], namespaces = [], serviceAccount }: Pods = {}): iam.ServicePrincipal {
  const hasWildcard = (values: readonly string[]) => values.some(value => value.includes('*'));
  const [ofArn, ofNamespace] = [hasWildcard(clusterArns) ? 'ArnLike' : 'StringEquals',
    hasWildcard(namespaces) ? 'StringLike' : 'StringEquals'];
  const conditions: Record<string, Record<string, readonly string[] | string>> = {};
  const require = (operator: string, tag: string, values: readonly string[]) => {
    if (values.length > 0) {
      conditions[operator] = { ...conditions[operator], [requestTag(tag)]: values.length === 1 ? values[0] : values };
    }
  };
  require(ofArn, 'eks-cluster-arn', clusterArns);
  require(ofNamespace, 'kubernetes-namespace', namespaces);
  require('StringEquals', 'kubernetes-service-account', serviceAccount === undefined ? [] : [serviceAccount]);
  return new iam.ServicePrincipal(POD_SERVICE, Object.keys(conditions).length === 0 ? {} : { conditions });
}

/** The tags of the sessions of EKS Pod Identity. */
const SESSION_TAGS = [
  'eks-cluster-arn', 'eks-cluster-name', 'kubernetes-namespace', 'kubernetes-pod-name', 'kubernetes-pod-uid',
  'kubernetes-service-account',
] as const;

/** The values of session tags that are known at synthesis. */
export type SessionTags = Readonly<Partial<Record<typeof SESSION_TAGS[number], string>>>;

/**
 * Limits `sts:TagSession` to the tags of EKS Pod Identity, which sessions of pods pass on to roles that they assume,
 * with the values that are known: a session without tags, such as one by a token, can't pretend others. The conditions
 * also hold for a request without tags, which then adds none.
 */
export function onlyTagsOfPods(known: SessionTags): Conditions {
  const values = Object.entries(known).map(([tag, value]) => [requestTag(tag), value] as const);
  return {
    'ForAllValues:StringEquals': { 'aws:TagKeys': [...SESSION_TAGS] },
    ...values.length === 0 ? {} : { StringEqualsIfExists: Object.fromEntries(values) },
  };
}

function requestTag(tag: string): string {
  return `aws:RequestTag/${tag}`;
}
