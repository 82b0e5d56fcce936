import * as fc from 'fast-check';
import { Fixtures, Maker, OptionsMaker } from './given';
import { ImageSource, S3Location, SessionManagerOptions } from '../../src';

export type { Maker, OptionsMaker } from './given';

export function maker<T>(code: string, make: (given: Fixtures) => T): Maker<T> {
  return Object.assign((given: Fixtures) => make(given), { [fc.toStringMethod]: () => code });
}

export function codeOf(made: Maker<unknown>): string {
  return made[fc.toStringMethod]();
}

/** Draws one of the values. */
export function values<T>(...choices: readonly T[]): fc.Arbitrary<Maker<T>> {
  return fc.constantFrom(...choices.map(choice => maker(JSON.stringify(choice), () => choice)));
}

/** Draws one of the choices, which are listed by the code that creates them. */
export function oneOf<T>(choices: Readonly<Record<string, (given: Fixtures) => T>>): fc.Arbitrary<Maker<T>> {
  return fc.constantFrom(...Object.entries(choices).map(([code, make]) => maker(code, make)));
}

/** Draws one or two different choices. */
export function severalOf<T>(choices: Readonly<Record<string, (given: Fixtures) => T>>): fc.Arbitrary<Maker<T[]>> {
  return fc.subarray(Object.keys(choices), { minLength: 1, maxLength: 2 }).map(codes =>
    maker(`[${codes.join(', ')}]`, given => codes.map(code => choices[code](given))));
}

/** Draws one or two elements, because no list option may be empty. */
export function listOf<T>(element: fc.Arbitrary<Maker<T>>): fc.Arbitrary<Maker<T[]>> {
  return fc.array(element, { minLength: 1, maxLength: 2 }).map(elements =>
    maker(`[${elements.map(codeOf).join(', ')}]`, given => elements.map(make => make(given))));
}

/** One arbitrary for each option: leaving one out does not compile. */
export type OptionArbitraries<T> = { readonly [K in keyof T]-?: fc.Arbitrary<Maker<NonNullable<T[K]>>> };

/** Draws any subset of the options with the required ones: sometimes many options, sometimes few. */
export function options<T extends object>(
  arbitraries: OptionArbitraries<T>,
  ...required: readonly (keyof T)[]
): fc.Arbitrary<OptionsMaker<T>> {
  const all = arbitraries as Record<string, fc.Arbitrary<Maker<unknown>>>;
  const requiredKeys = required as readonly string[] as string[];
  const optional = Object.keys(all).filter(key => !requiredKeys.includes(key));
  const few = fc.subarray(optional).chain(keys =>
    fc.record(Object.fromEntries([...requiredKeys, ...keys].map(key => [key, all[key]]))));
  return fc.oneof(fc.record(all, { requiredKeys }), few).map(makers =>
    optionsMaker(Object.entries(makers).filter(([, make]) => make !== undefined)));
}

/** Joins two sets of options. */
export function both<A extends object, B extends object>(
  left: fc.Arbitrary<OptionsMaker<A>>,
  right: fc.Arbitrary<OptionsMaker<B>>,
): fc.Arbitrary<OptionsMaker<A & B>> {
  return fc.tuple(left, right).map(([a, b]) =>
    optionsMaker([...new Map([...a.entries, ...b.entries])]));
}

function optionsMaker<T extends object>(entries: OptionsMaker<T>['entries']): OptionsMaker<T> {
  const made = maker(
    `{ ${entries.map(([option, make]) => `${option}: ${codeOf(make)}`).join(', ')} }`,
    given => given.adapt(Object.fromEntries(entries.map(([option, make]) => [option, make(given)])) as T, entries),
  );
  return Object.assign(made, { entries });
}

export const flag = values(true, false);

export const bucket = oneOf({
  'a bucket': given => given.bucket('data'),
  'another bucket': given => given.bucket('models'),
  'a new bucket': given => given.newBucket('data'),
  'an encrypted bucket': given => given.encryptedBucket('data'),
});

/** Characters that S3 allows in a key, without those that have a meaning in a policy. */
const objectKey = fc.stringMatching(/^[\w.\-!'() +=,;@&$][\w.\-!'() +=,;@&/]{0,12}$/);

export const location: fc.Arbitrary<Maker<S3Location>> = fc.oneof(
  fc.tuple(bucket, objectKey).map(([of, key]) =>
    maker(`S3Location.prefix(${codeOf(of)}, ${JSON.stringify(key)})`, given => S3Location.prefix(of(given), key))),
  fc.tuple(bucket, objectKey).map(([of, key]) =>
    maker(`S3Location.exactObject(${codeOf(of)}, ${JSON.stringify(key)})`,
      given => S3Location.exactObject(of(given), key))),
  bucket.map(of => maker(`S3Location.bucket(${codeOf(of)})`, given => S3Location.bucket(of(given)))),
  objectKey.map(key => maker(`S3Location.uri("s3://data/${key}")`, () => S3Location.uri(`s3://data/${key}`))),
  oneOf({
    'S3Location.uri("s3://data")': () => S3Location.uri('s3://data'),
    'S3Location.sageMakerDefaultBucket()': () => S3Location.sageMakerDefaultBucket(),
    'S3Location.sageMakerDefaultBucket("a/")': () => S3Location.sageMakerDefaultBucket('a/'),
    'S3Location.anyBucket()': () => S3Location.anyBucket(),
  }),
);

export const image = oneOf<ImageSource>({
  'ImageSource.repository(a repository)': given => ImageSource.repository(given.repository('train')),
  'ImageSource.repository(a new repository)': given => ImageSource.repository(given.newRepository('train')),
  // A region that does not exist, and so is in each partition in which rows are synthesized.
  'ImageSource.uri("...xx-west-1.../team/train:1")': () =>
    ImageSource.uri('123456789012.dkr.ecr.xx-west-1.amazonaws.com/team/train:1'),
  'ImageSource.anyRepository()': () => ImageSource.anyRepository(),
});

export const key = oneOf({
  'a key': given => given.key('data'),
  'a new key': given => given.newKey('data'),
  'an alias': given => given.alias('data'),
});

export const sessionManager = options<SessionManagerOptions>({ sessionKey: key });

export const role = oneOf({
  'a role': given => given.role('other'),
  'a new role': given => given.newRole('other'),
});
