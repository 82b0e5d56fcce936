import * as iam from 'aws-cdk-lib/aws-iam';
import { Arns } from '../../private/options/arns';
import { ReaderOf, readerOf } from '../../private/options/reader';

export const EKS_SERVICE = 'eks.amazonaws.com';
export const PODS_SERVICE = 'pods.eks.amazonaws.com';
export const CODEBUILD_SERVICE = 'codebuild.amazonaws.com';

interface SourceAccount {
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

/** Pods with an association of EKS Pod Identity, which tags each session with the cluster and the namespace. */
export function pods(namespace?: string): iam.ServicePrincipal {
  return new iam.ServicePrincipal(PODS_SERVICE, namespace === undefined ? {} : {
    conditions: { StringEquals: { 'aws:RequestTag/kubernetes-namespace': namespace } },
  });
}
