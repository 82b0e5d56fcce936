import { visibleLine } from '../text/visible';

/** The data, in which no text can move the cursor, color what follows, or start a line. */
export function visibleData<T>(data: T): T {
  return JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    (typeof value === 'string' ? visibleLine(value.replace(/\s+/g, ' ').trim()) : value)) as T;
}
