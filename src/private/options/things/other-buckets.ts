import { CfnResource } from 'aws-cdk-lib';
import { TOKEN } from '../literals';

// Requests take other things in place of a general purpose bucket. Policies name each by an ARN of its own: permissions
// on `arn:PARTITION:s3:::NAME` would match none of these requests.

interface OtherBucket {
  readonly what: string;
  /** The end of names, which S3 reserves for them. */
  readonly suffix: string;
  /** What follows `arn:PARTITION:` in their ARNs. */
  readonly arn: RegExp;
  /** The types of their resources in CloudFormation. */
  readonly types: RegExp;
  readonly wayOut: string;
}

const BEHIND = "name the bucket behind it, here and in requests, or grant its own ARN in 'additionalStatements'";
const EXPRESS = "use a general purpose bucket, or grant 's3express:CreateSession' in 'additionalStatements'";

/**
 * In this order: the first that fits.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/s3-outposts-access-points-alias.html
 */
const OTHER_BUCKETS: readonly OtherBucket[] = [
  {
    what: 'a directory bucket',
    suffix: '--x-s3',
    arn: /^s3express:.*:bucket/,
    types: /^AWS::S3Express::DirectoryBucket$/,
    wayOut: EXPRESS,
  },
  {
    what: 'an access point of a directory bucket',
    suffix: '--xa-s3',
    arn: /^s3express:/,
    types: /^AWS::S3Express::AccessPoint$/,
    wayOut: EXPRESS,
  },
  {
    what: 'a Multi-Region Access Point',
    suffix: '.mrap',
    arn: /^s3::[^:]+:accesspoint/,
    types: /^AWS::S3::MultiRegionAccessPoint$/,
    wayOut: BEHIND,
  },
  {
    what: 'an access point',
    suffix: '-s3alias',
    arn: /^s3:[^:]+:[^:]+:accesspoint/,
    types: /^AWS::S3::AccessPoint$/,
    wayOut: BEHIND,
  },
  {
    what: 'an Object Lambda access point',
    suffix: '--ol-s3',
    arn: /^s3-object-lambda:/,
    types: /^AWS::S3ObjectLambda::AccessPoint$/,
    wayOut: BEHIND,
  },
  {
    what: 'a resource of S3 on Outposts',
    suffix: '--op-s3',
    arn: /^s3-outposts:/,
    types: /^AWS::S3Outposts::/,
    wayOut: "use a bucket in a region, or grant actions of 's3-outposts' in 'additionalStatements'",
  },
  {
    what: 'a resource of S3 Tables',
    suffix: '--table-s3',
    arn: /^s3tables:/,
    types: /^AWS::S3Tables::/,
    wayOut: "use a general purpose bucket, or grant actions of 's3tables' in 'additionalStatements'",
  },
];

const ARN = new RegExp(`^arn:[\\w${TOKEN}-]*:(.*)$`, 's');

/**
 * Says what a value is that requests take in place of a general purpose bucket, and the way out.
 *
 * @param value a name or an ARN, with `TOKEN` for its tokens, or a CDK object
 */
export function otherBucket(value: unknown): string | undefined {
  const found = OTHER_BUCKETS.find(typeof value === 'string' ? isNamed(value) : isCreatedBy(value));
  return found && `it is ${found.what}, and permissions on a bucket have no effect on requests to it: ${found.wayOut}`;
}

function isNamed(text: string): (other: OtherBucket) => boolean {
  const [, afterPartition] = ARN.exec(text) ?? [];
  return ({ suffix, arn }) => text.endsWith(suffix) || (afterPartition !== undefined && arn.test(afterPartition));
}

function isCreatedBy(value: unknown): (other: OtherBucket) => boolean {
  return ({ types }) => CfnResource.isCfnResource(value) && types.test(value.cfnResourceType);
}
