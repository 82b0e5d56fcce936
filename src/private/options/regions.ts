import { Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/** Stands for each region of a construct until its statements are complete. No valid text contains this character. */
const EACH_REGION = '\u0001';

/** The regions of constructs whose work is not in the region of their stack. */
const REGIONS = new WeakMap<IConstruct, readonly string[]>();

/** Sets the regions of a construct. Before its ARNs are built. */
export function setRegions(scope: IConstruct, regions: readonly string[]): void {
  REGIONS.set(scope, [...new Set(regions)]);
}

/** Whether the user named regions. */
export function hasRegions(scope: IConstruct): boolean {
  return REGIONS.has(scope);
}

/** The regions that the permissions of a construct are for: those of its option, or that of its stack. */
export function regionsOf(scope: IConstruct): readonly string[] {
  return REGIONS.get(scope) ?? [Stack.of(scope).region];
}

/** The region in ARNs, or what stands for each of several. */
export function regionFor(scope: IConstruct): string {
  return REGIONS.has(scope) ? EACH_REGION : Stack.of(scope).region;
}

/** The texts with each region of the construct. */
export function inEachRegion(scope: IConstruct, texts: readonly string[]): readonly string[] {
  const regions = REGIONS.get(scope);
  return regions
    ? texts.flatMap(text => isRegional(text) ? regions.map(region => text.replaceAll(EACH_REGION, region)) : text)
    : texts;
}

function isRegional(text: string): boolean {
  return text.includes(EACH_REGION);
}
