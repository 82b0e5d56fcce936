import { ExecutionNeeds } from './read';
import { Arns } from '../../private/options/arns';
import {
  ANY, DocumentedStatement, PolicyFeature, Source, Statements, whenPresent,
} from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

/** The features of each workload, after the one that they share. */
export function executionPolicy(arns: Arns, needs: ExecutionNeeds): readonly PolicyFeature[] {
  return [
    { name: 'Common', statements: commonPolicy(needs) },
    ...[...needs.workloads.values()].flatMap(({ features }) => features(arns)),
  ];
}

/** The source of a shared statement is the page of the first workload that needs it. */
function commonPolicy({ workloads, sdkRoleCheck }: ExecutionNeeds): Statements {
  const present = [...workloads.values()];
  const check = sdkRoleCheck ? SOURCES.pythonSdk : undefined;
  return [
    ...whenPresent(present.find(({ images }) => images.length > 0)?.source ?? check, source => ({
      sid: 'CommonRegistryLogin',
      source,
      actions: ['ecr:GetAuthorizationToken'],
      resources: ANY,
    })),
    ...whenPresent(present.find(({ vpc }) => vpc)?.source ?? check, useNetwork),
    // The role check of the Python SDK simulates the action without context: a condition on the namespace fails it.
    ...whenPresent(check, source => ({
      sid: 'CommonPutMetrics',
      source,
      actions: ['cloudwatch:PutMetricData'],
      resources: ANY,
    })),
  ];
}

/** SageMaker checks these actions without context: with any condition it rejects the workload. */
function useNetwork(source: Source): DocumentedStatement {
  return {
    sid: 'CommonNetwork',
    source,
    note: source === SOURCES.hyperPod ? 'kept: the page grants all resources' : 'completed: the page prints no resource',
    actions: [
      'ec2:CreateNetworkInterface',
      'ec2:CreateNetworkInterfacePermission',
      'ec2:DeleteNetworkInterface',
      'ec2:DeleteNetworkInterfacePermission',
      'ec2:DescribeDhcpOptions',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
    ],
    resources: ANY,
  };
}
