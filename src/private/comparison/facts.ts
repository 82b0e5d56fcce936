import { foldedSet, textSet, ValueSet } from './value-sets';

/** Where the role is, and where the platform works with it. */
export interface Place {
  readonly partition: string;
  readonly account: string;
  readonly regions: readonly string[];
}

/** The place, and what the names of buckets start with that are in the region of their names. */
export interface PlaceOfRequests extends Place {
  /** @default - the region of a bucket is not known */
  readonly regionalBuckets?: string;
}

/** Services whose requests may go to another region than the platform works in. */
const WITHOUT_REGION: ReadonlySet<string> = new Set([
  '*', 'account', 'aws-marketplace', 'budgets', 'ce', 'cloudfront', 'ecr-public', 'globalaccelerator', 'health', 'iam',
  'networkmanager', 'organizations', 'pricing', 'route53', 'route53domains', 's3', 'shield', 'sts', 'support', 'waf',
]);

/** The values of variables that are the same in each request of the role. */
export function variablesOf({ account }: Pick<Place, 'account'>, roleArn?: string): ReadonlyMap<string, string> {
  return new Map([
    ['aws:principalaccount', account], ...(roleArn === undefined ? [] : [['aws:principalarn', roleArn] as const]),
  ]);
}

/** Condition keys that each request for the action on the resource has, with the values that they may have. */
export function factsOf(
  action: string, resource: string, place: PlaceOfRequests, variables: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly ValueSet[]> {
  const regions = regionsOf(action, resource, place);
  const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1];
  return new Map([
    ...[...variables].map(([key, value]) => [key, exactly(value)] as const),
    ['aws:principalisawsservice', [foldedSet({ text: 'false', glob: 'false' })]],
    ['aws:securetransport', [foldedSet({ text: 'true', glob: 'true' })]],
    ...(account === undefined ? [] : [['aws:resourceaccount', exactly(account)] as const]),
    ...(regions.length === 0 ? [] : [['aws:requestedregion', regions.flatMap(region => exactly(region))] as const]),
  ]);
}

/** The regions that requests are sent to, or nothing if that is not known. */
function regionsOf(action: string, resource: string, place: PlaceOfRequests): readonly string[] {
  const { regions, account, regionalBuckets } = place;
  if (resource === '*') {
    return WITHOUT_REGION.has(action.split(':')[0].toLowerCase()) || /[*?].*:/.test(action) ? [] : regions;
  }
  const [, , service, region, , bucket = ''] = resource.split(':');
  if (region !== undefined && /^[a-z0-9-]+$/.test(region)) {
    return [region];
  }
  return service === 's3' && regionalBuckets !== undefined
    ? regions.filter(name => bucket.split('/')[0] === `${regionalBuckets}-${name}-${account}`) : [];
}

function exactly(text: string): readonly ValueSet[] {
  return [textSet({ text, glob: text })];
}
