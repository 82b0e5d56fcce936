import { listOf } from './json';
import { MetadataEntry } from './metadata';

/** Code that is not of the app: libraries, Node.js, and the program that runs constructs for other languages. */
const OF_OTHERS = /node_modules|^node:|jsii-runtime|jsii-kernel/;

/** The first line of the app in the stack traces of a construct, `FILE:LINE:COLUMN`. */
export function creationOf(noted: readonly MetadataEntry[]): string | undefined {
  return placeIn(noted.flatMap(({ type, data, trace }) =>
    [...(type === 'aws:cdk:creationStack' ? listOf(data) : []), ...listOf(trace)]).map(String));
}

/** `new ChurnStack (/app/churn.ts:50:5)`, or the place alone. */
export function placeIn(lines: readonly string[]): string | undefined {
  return lines.map(line => (/\((.+:\d+:\d+)\)$/.exec(line) ?? /^(?:\s*at )?(\S.*:\d+:\d+)$/.exec(line))?.[1])
    .map(place => place?.replace(/^file:\/\//, ''))
    .find(place => place !== undefined && !OF_OTHERS.test(place));
}
