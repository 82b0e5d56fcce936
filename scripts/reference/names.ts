/** The name in Python: `sageMakerDefaultBucket` is `sage_maker_default_bucket`. */
export function snakeCase(path: string): string {
  return path.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2').toLowerCase();
}

const PYTHON: Readonly<Record<string, string>> = { string: 'str', boolean: 'bool', number: 'int | float' };

/** The type in Python: `S3Location[]` is `Sequence[S3Location]`. */
export function pythonType(type: string): string {
  const map = /^\{ \[\w+: string\]: (.+) \}$/.exec(type);
  if (map) {
    return `Mapping[str, ${pythonType(map[1])}]`;
  }
  return type.endsWith('[]') ? `Sequence[${pythonType(type.slice(0, -2))}]` : PYTHON[type] ?? type.replace(/^.*\./, '');
}
