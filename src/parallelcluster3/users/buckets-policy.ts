import { Arns } from '../../private/options/arns';
import { Source, Statements, whenPresent } from '../../private/statements/documented-statement';
import { ownedBy, WithoutResources } from '../../private/statements/shared/owned-buckets';
import { CLUSTER_BUCKETS } from '../cluster/cluster-arns';

/** Grants the buckets that pcluster creates, and looking at those of the user, to one of the features. */
export function clusterBuckets(
  feature: string, source: Source, arns: Arns, custom: readonly string[],
): Statements {
  return [
    ownedBy(arns.account, {
      sid: `${feature}UseBuckets`,
      source,
      note: 'narrowed: to the calls of pcluster on the buckets that it creates',
      actions: [
        's3:CreateBucket',
        's3:GetBucketLocation',
        's3:GetBucketPolicy',
        's3:GetBucketVersioning',
        's3:GetEncryptionConfiguration',
        's3:ListBucket',
        's3:ListBucketVersions',
        's3:PutBucketPolicy',
        's3:PutBucketVersioning',
        's3:PutEncryptionConfiguration',
      ],
      resources: [arns.bucket(CLUSTER_BUCKETS)],
    }),
    ...whenPresent(custom, buckets => ({
      sid: `${feature}CheckBuckets`,
      source,
      note: 'narrowed: pcluster checks the buckets of the user, and changes none of their settings',
      actions: [
        's3:GetBucketLocation',
        's3:GetBucketVersioning',
        's3:ListBucket',
        's3:ListBucketVersions',
      ],
      resources: buckets,
    })),
  ];
}

/** Pcluster's calls on objects, for one of the features. */
export function clusterObjects(feature: string, source: Source, note: string): WithoutResources {
  return {
    sid: `${feature}UseObjects`,
    source,
    note,
    actions: [
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:GetObject',
      's3:GetObjectVersion',
      's3:PutObject',
    ],
  };
}
