import { Stack } from 'aws-cdk-lib';
import {
  ParallelClusterIamAccess, ParallelClusterUserPolicy, ParallelClusterUserPolicyProps, ParallelClusterVersion,
} from '../../../src';
import { policiesOf, Policy, Statement } from '../../support/policies';
import { synthesize } from '../../support/synthesize';

/** Every policy, in order. */
export const FEATURES =
  ['Cluster', 'ClusterServices', 'ClusterIam', 'IamAccess', 'AwsBatch', 'Features', 'ImageBuild', 'LogRetrieval', 'UseClusters'];

/** The options of an administrator of clusters and images. */
export const ALL_FEATURES: ParallelClusterUserPolicyProps = {
  createClusters: { fsxForLustre: {}, loginNodes: true },
  useClusters: {},
  iamAccess: ParallelClusterIamAccess.privileged(),
  awsBatch: {},
  version: ParallelClusterVersion.V3_15,
  imageBuild: true,
  logRetrieval: {},
};

/** The policies of users who create clusters, unless the options say what they do. */
export const withProps = (props: (stack: Stack) => ParallelClusterUserPolicyProps) =>
  synthesize(stack => new ParallelClusterUserPolicy(stack, 'User', { createClusters: {}, ...props(stack) }));

export const featureOf = ({ logicalId }: Policy) => /^User(\w+)Policy/.exec(logicalId)![1];

export const statementsWith = (props: ParallelClusterUserPolicyProps): Statement[] =>
  policiesOf(withProps(() => props).template).flatMap(({ statements }) => statements);

export const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
