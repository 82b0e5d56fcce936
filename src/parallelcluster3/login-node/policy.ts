import { LoginNode } from './read';
import { PolicyFeature } from '../../private/statements/documented-statement';
import {
  describeAttributes, describeStackResource, readArtifacts, updateFleetTable,
} from '../cluster/statements';
import { ROLE_SOURCES } from '../sources';

/** Statements of all versions that have login nodes. */
export function loginNodePolicy({ arns, pools }: LoginNode): readonly PolicyFeature[] {
  const source = ROLE_SOURCES.commandLine;
  return [
    {
      name: 'Common',
      statements: [
        describeAttributes(source, arns),
        readArtifacts(source, [arns.artifacts]),
        {
          sid: 'CommonReadDcvLicense',
          source,
          since: '3.11.0',
          actions: ['s3:GetObject'],
          resources: [arns.dcvLicense],
        },
        {
          sid: 'CommonCompleteLifecycle',
          source,
          actions: ['autoscaling:CompleteLifecycleAction'],
          resources: pools.map(pool => arns.autoScalingGroup(pool)),
        },
        updateFleetTable(arns),
        describeStackResource(arns),
        {
          sid: 'CommonReadStacks',
          source,
          since: '3.11.0',
          actions: ['cloudformation:DescribeStacks'],
          resources: arns.stacks,
        },
      ],
    },
  ];
}
