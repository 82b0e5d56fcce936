import * as library from '../src';
import { OptionReader } from '../src/private/options/reader';

/** Values of enums are words of the library, not of users. */
const WORDS: ReadonlySet<unknown> = new Set(
  Object.values(library).filter(exported => typeof exported === 'object').flatMap(members => Object.values(members)));

/** Names that AWS generates, by the property that holds them. */
const GENERATED: Readonly<Record<string, RegExp>> = {
  subnetId: /^(.+)$/,
  jobDefinitionArn: /-([^-:]+)(?::\d+)?$/,
  jobQueueArn: /-([^-:]+)$/,
  computeEnvironmentArn: /-([^-:]+)$/,
};

/** Creates something, and records the texts in the options of its constructs: names, parts of paths, generated ids. */
export function recordTexts<T>(create: () => T): { readonly created: T; readonly texts: ReadonlySet<string> } {
  const texts = new Set<string>();
  const { of } = OptionReader;
  const read = of.bind(OptionReader);
  OptionReader.of = (scope, props) => {
    textsIn(props).flatMap(partsOf).forEach(text => texts.add(text));
    return read(scope, props);
  };
  try {
    return { created: create(), texts };
  } finally {
    OptionReader.of = of;
  }
}

/** The template that was created from some texts. */
export interface Told {
  readonly texts: ReadonlySet<string>;
  readonly held: readonly string[];
  readonly isDefault: boolean;
}

/** Matches the texts of options, except words of the library such as `parallelcluster`, which defaults also contain. */
export function namesOfUsers(all: readonly Told[]): RegExp {
  const texts = [...new Set(all.flatMap(told => [...told.texts]))];
  const words = new Set(all.filter(({ isDefault }) => isDefault).flatMap(told => {
    const others = texts.filter(text => !told.texts.has(text));
    return told.held.flatMap(thing => others.filter(text => segment(text).test(thing)));
  }));
  // The longest come first, so that no part of a name is left.
  const names = texts.filter(text => !words.has(text)).sort((one, other) => other.length - one.length);
  return segment(...names);
}

function segment(...texts: readonly string[]): RegExp {
  return new RegExp(`(?<=[/:-])(${texts.map(escaped).join('|')})(?=[/:*?_-]|$)`, 'g');
}

/** Escapes a text for a regular expression. */
export function escaped(text: string): string {
  return text.replace(/[.+^${}()|[\]\\/?*]/g, '\\$&');
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return WORDS.has(value) ? [] : [value];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const generated = Object.entries(GENERATED).find(([property]) => property in value);
  if (generated) {
    const [property, pattern] = generated;
    return pattern.exec((value as Record<string, string>)[property])?.slice(1) ?? [];
  }
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? Object.values(value).flatMap(textsIn) : [];
}

/** The text itself and the parts of a path, without prefixes and suffixes that other names share. */
function partsOf(text: string): readonly string[] {
  return [text, ...text.split('/')].map(part => part.replace(/^[/-]+|[/*-]+$/g, ''))
    .filter(part => /^[\w.:-]{2,}$/.test(part));
}
