import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { Arns } from '../../private/options/arns';
import { ReaderOf, readerOf } from '../../private/options/reader';
import { regionsOf } from '../../private/options/regions';
import { pods } from '../../private/statements/shared/pods';

interface SourceAccount {
  /** @default true */
  readonly sourceAccountCondition?: boolean;
}

/** A service that works for this account, and the option that decides about it. */
export function onBehalfOfAccount(reader: ReaderOf<SourceAccount>, service: string) {
  const read = readerOf(reader);
  const conditions = { StringEquals: { 'aws:SourceAccount': Arns.of(read.scope).account } };
  return {
    trust: new iam.ServicePrincipal(service, read.flag('sourceAccountCondition', true) ? { conditions } : {}),
    trustOptions: read.has('sourceAccountCondition') ? ['sourceAccountCondition'] : [],
  };
}

/**
 * Trusts the pods of the clusters that Elastic Beanstalk creates: EKS Pod Identity tags their sessions with the cluster
 * and the namespace.
 *
 * @param namespaces with wildcards; all of these clusters if left out
 */
export function podsOfBeanstalk(scope: Construct, namespaces?: readonly string[]): iam.ServicePrincipal {
  const clusterArns = regionsOf(scope).map(region => Arns.of(scope, region).regional('eks', 'cluster/beanstalk-cluster-*'));
  return pods({ clusterArns, namespaces });
}
