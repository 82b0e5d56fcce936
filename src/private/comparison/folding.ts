import { CfnElement } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';

/** What a resolved text may refer to, by its intrinsic function in JSON: `{"Ref":"AWS::Partition"}`. */
export type KnownReferences = ReadonlyMap<string, string>;

/** The pseudo parameters of a stack whose account and region are known. */
export function pseudoParameters(
  { partition, account, region }: { readonly partition: string; readonly account: string; readonly region: string },
): KnownReferences {
  const { domainSuffix = 'amazonaws.com' } = RegionInfo.get(region);
  return new Map(Object.entries({
    'AWS::AccountId': account, 'AWS::Partition': partition, 'AWS::Region': region, 'AWS::URLSuffix': domainSuffix,
  }).map(([name, value]) => [JSON.stringify({ Ref: name }), value]));
}

/** What errors call the origin of a value. */
export type NameOf = (value: unknown) => string | undefined;

/**
 * A resolved value with text in place of intrinsic functions.
 *
 * @param reject fails for a value that is known only after the deployment
 */
export function folded(value: unknown, known: KnownReferences, reject: (value: unknown) => never): unknown {
  return foldedText(value, known) ?? fold();

  function fold(): unknown {
    if (Array.isArray(value)) {
      return value.map(element => folded(element, known, reject));
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    return isIntrinsic(value) ? reject(value)
      : Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, folded(entry, known, reject)]));
  }
}

/** Whether a resolved value refers to an element of a stack. */
export function refersTo(value: unknown, { stack, logicalId }: CfnElement): boolean {
  return JSON.stringify(value).includes(JSON.stringify(stack.resolve(logicalId)));
}

function isIntrinsic(value: object): boolean {
  const [name = '', ...others] = Object.keys(value);
  return others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'));
}

/** The text of a value, if it is one or is made of known texts. */
export function foldedText(value: unknown, known: KnownReferences): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  const [delimiter, parts] = (value as { readonly 'Fn::Join'?: readonly [string, unknown] } | undefined)?.['Fn::Join'] ?? [];
  if (delimiter !== undefined && Array.isArray(parts)) {
    const texts = parts.map(part => foldedText(part, known));
    return texts.includes(undefined) ? undefined : texts.join(delimiter);
  }
  return known.get(JSON.stringify(value));
}
