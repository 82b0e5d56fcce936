import { isOptions } from '../option-words';

// Options by their paths: `trainingJob.outputs`. In a list of structs, a path is that of all elements.

/** The paths of all options that are set, each struct before its options. */
export function pathsIn(options: object): readonly string[] {
  const paths = Object.entries(options).filter(([, value]) => value !== undefined).flatMap(([name, value]) =>
    [name, ...[value].flat().filter(isOptions).flatMap(struct => pathsIn(struct).map(path => `${name}.${path}`))]);
  return [...new Set(paths)];
}

export function without(options: object, path: string): object {
  const [name, ...rest] = path.split('.');
  return Object.fromEntries(Object.entries(options).flatMap(([key, value]: [string, unknown]) => {
    const isKept = key !== name || rest.length > 0;
    return isKept ? [[key, key === name ? withoutIn(value, rest.join('.')) : value]] : [];
  }));
}

function withoutIn(value: unknown, path: string): unknown {
  return Array.isArray(value)
    ? value.map(element => withoutIn(element, path))
    : isOptions(value) ? without(value, path) : value;
}

/** Sets an option whose struct is set. */
export function withValue(options: object, path: string, value: unknown): object {
  const [name, ...rest] = path.split('.');
  const set = (old: unknown): unknown => (rest.length === 0
    ? value
    : Array.isArray(old) ? old.map(set) : isOptions(old) ? withValue(old, rest.join('.'), value) : old);
  return { ...options, [name]: set((options as Readonly<Record<string, unknown>>)[name]) };
}

/** The values of an option: more than one in a list of structs. */
export function valuesAt(options: object, path: string): readonly unknown[] {
  return path.split('.').reduce<readonly unknown[]>(
    (values, name) => values.flat().flatMap(value =>
      (isOptions(value) && name in value ? [(value as Readonly<Record<string, unknown>>)[name]] : [])),
    [options]);
}

/** The paths that are no part of another. */
export function deepest(paths: readonly string[]): readonly string[] {
  return paths.filter(path => !paths.some(other => other.startsWith(`${path}.`)));
}
