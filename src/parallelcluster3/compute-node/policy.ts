import { PolicyFeature } from '../../private/statements/documented-statement';
import { ClusterArns } from '../cluster/cluster-arns';
import {
  describeAttributes, describeStackResource, putStartMetrics, readArtifacts, updateFleetTable,
} from '../cluster/statements';
import { ROLE_SOURCES } from '../sources';

/** Statements of all versions. */
export function computeNodePolicy(arns: ClusterArns): readonly PolicyFeature[] {
  const source = ROLE_SOURCES.computeNode;
  return [
    {
      name: 'Common',
      statements: [
        describeAttributes(source, arns),
        readArtifacts(source, [arns.artifacts]),
        {
          sid: 'CommonQueryNodeTable',
          source,
          note: 'narrowed: the page grants every table of ParallelCluster; nodes find their own item by an index',
          actions: ['dynamodb:Query'],
          resources: arns.nodeTableWithIndexes,
        },
        updateFleetTable(arns),
        describeStackResource(arns),
        putStartMetrics(),
      ],
    },
  ];
}
