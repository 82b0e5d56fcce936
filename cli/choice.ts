import { InputError } from './input-error';
import { nearestName } from '../src/private/options/near-misses';

/** Fails unless the value of an option is one of its choices. */
export function choice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  if (!choices.includes(value as T)) {
    const nearest = nearestName(value, choices);
    throw new InputError(`'${option}' must be ${oneOf(choices)}, got '${value}'${nearest ? `: did you mean '${nearest}'?` : ''}`);
  }
  return value as T;
}

function oneOf(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}
