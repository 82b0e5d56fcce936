import { RegionInfo } from 'aws-cdk-lib/region-info';
import { IConstruct } from 'constructs';
import { fail, format } from '../options/errors';

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

/** A resolved value with text in place of intrinsic functions. Fails for what is known only after deployment. */
export function folded(scope: IConstruct, what: string, value: unknown, known: KnownReferences): unknown {
  return textOf(value, known) ?? fold();

  function fold(): unknown {
    if (Array.isArray(value)) {
      return value.map(element => folded(scope, what, element, known));
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    return isIntrinsic(value)
      ? fail(
        scope,
        `${what} has ${format(value)}, which has no value before the deployment: import what the option names by its name ` +
          'or ARN to compare it',
      )
      : Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, folded(scope, what, entry, known)]));
  }
}

function isIntrinsic(value: object): boolean {
  const [name = '', ...others] = Object.keys(value);
  return others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'));
}

/** The text of a value, if it is one or is made of known texts. */
export function textOf(value: unknown, known: KnownReferences): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  const [delimiter, parts] = (value as { readonly 'Fn::Join'?: readonly [string, unknown] } | undefined)?.['Fn::Join'] ?? [];
  if (delimiter !== undefined && Array.isArray(parts)) {
    const texts = parts.map(part => textOf(part, known));
    return texts.includes(undefined) ? undefined : texts.join(delimiter);
  }
  return known.get(JSON.stringify(value));
}
