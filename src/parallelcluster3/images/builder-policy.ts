import { BoundLocations } from '../../private/options/reader';
import { PolicyFeature, whenPresent } from '../../private/statements/documented-statement';
import { ClusterArns } from '../cluster/cluster-arns';
import { bucketKeys } from '../cluster/statements';
import { ROLE_SOURCES } from '../sources';

export function imageBuilderPolicy(arns: ClusterArns, scripts: BoundLocations): readonly PolicyFeature[] {
  const source = ROLE_SOURCES.imageStack;
  return [
    {
      name: 'Common',
      statements: [
        {
          sid: 'CommonTagImages',
          source: ROLE_SOURCES.imageBuilder,
          actions: [
            'ec2:CreateTags',
            'ec2:ModifyImageAttribute',
          ],
          resources: [arns.image('*')],
        },
      ],
    },
    {
      name: 'Scripts',
      statements: [
        ...whenPresent(scripts.objects, resources => ({
          sid: 'ScriptsRead',
          source,
          actions: ['s3:GetObject'],
          resources,
        })),
        ...bucketKeys('ScriptsDecrypt', source, scripts.keys, ['kms:Decrypt'],
          'added: the command line leaves the keys of buckets to the user'),
      ],
    },
  ];
}
