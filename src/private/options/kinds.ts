// What a value is, without regard to tokens.

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A parameter of the template, in place of its value. */
export function isParameter(value: unknown): boolean {
  return isObject(value) && 'valueAsString' in value;
}
