import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { readProps } from '../options/injection';
import { REGION } from '../options/names';
import { partitionOf } from '../options/partitions';
import { OptionReader, ReaderOf, readerOf } from '../options/reader';
import { setRegions } from '../options/regions';

/** Reads the props of a construct, as changed by property injectors, and sets its regions. */
export function readRegionalProps<P extends { readonly regions?: string[] }>(
  self: Construct, props: P,
): OptionReader<P> {
  const read = readProps(self, props);
  readRegions(read);
  return read;
}

/** Defines a construct by its props, in the regions that they name. */
export function byRegionalProps<P extends { readonly regions?: string[] }, D>(
  props: P, define: (read: OptionReader<P>, self: Construct) => D,
): (self: Construct) => D & { readonly read: OptionReader<P> } {
  return self => {
    const read = readRegionalProps(self, props);
    return { read, ...define(read, self) };
  };
}

function readRegions(reader: ReaderOf<{ readonly regions?: string[] }>): void {
  const read = readerOf(reader);
  const regions = read.list('regions', REGION);
  const here = partitionOf(Stack.of(read.scope).region);
  const abroad = regions.find(region => here !== undefined && (partitionOf(region) ?? here) !== here);
  if (abroad !== undefined) {
    read.fail(
      `'regions' must be in the partition of the stack, ${here}, got '${abroad}' of ${partitionOf(abroad)}: a role has no ` +
        'permissions in other partitions. Create one in a stack there',
    );
  }
  if (regions.length > 0) {
    setRegions(read.scope, regions);
  }
}
