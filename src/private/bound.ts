import * as kms from 'aws-cdk-lib/aws-kms';
import { IConstruct } from 'constructs';
import { nonEmptyList } from './errors';
import { keyArn } from './keys';
import { ImageSource } from '../common/image-source';
import { S3Location } from '../common/s3-location';

/** Locations as ARNs, without repetitions, in the user's order. */
export interface BoundLocations {
  readonly buckets: readonly string[];
  readonly objects: readonly string[];
  /** The keys that the buckets bring. */
  readonly keys: readonly string[];
}

const NO_LOCATIONS: BoundLocations = { buckets: [], objects: [], keys: [] };

export function boundLocations(
  scope: IConstruct,
  property: string,
  locations: readonly S3Location[] | undefined,
  reason: string,
): BoundLocations {
  if (locations === undefined) {
    return NO_LOCATIONS;
  }
  const bound = nonEmptyList(scope, property, locations, reason).map(location => location._bind(scope, property));
  return {
    buckets: unique(bound.map(({ bucketArn }) => bucketArn)),
    objects: unique(bound.map(({ objectArn }) => objectArn)),
    keys: unique(bound.flatMap(({ encryptionKey }) => (encryptionKey ? [keyArn(scope, property, encryptionKey)] : []))),
  };
}

export function boundImages(
  scope: IConstruct,
  property: string,
  images: readonly ImageSource[] | undefined,
  reason: string,
): readonly string[] {
  return images === undefined
    ? []
    : unique(nonEmptyList(scope, property, images, reason).map(image => image._bind(scope, property)));
}

export function boundKeys(
  scope: IConstruct,
  property: string,
  keys: readonly kms.IKey[] | undefined,
): readonly string[] {
  if (keys === undefined) {
    return [];
  }
  const given = nonEmptyList(scope, property, keys, 'leave it out where nothing is encrypted with a key of yours');
  return unique(given.map(key => keyArn(scope, property, key)));
}

export function boundKey(scope: IConstruct, property: string, key: kms.IKey | undefined): readonly string[] {
  return key === undefined ? [] : [keyArn(scope, property, key)];
}

export function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
