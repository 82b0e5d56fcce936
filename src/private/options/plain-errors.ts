// Errors about data that no construct has: nothing here needs the CDK.

/**
 * Throws an error whose stack starts at the user's line.
 *
 * @param stackOf the stack of the error, by default all of it
 * @param file a file of this library that throws the error, too
 */
export function reject(
  message: string, stackOf: (error: Error) => string = ({ stack }) => stack!, file: string = __filename,
): never {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Infinity;
  const error = new Error(message);
  error.stack = framesOfUser(stackOf(error), [__filename, file], limit);
  Error.stackTraceLimit = limit;
  throw error;
}

export const FRAME = '\n    at ';

/** The stack without the first frames of this library, whose code is one file in the package. */
function framesOfUser(stack: string, files: readonly string[], limit: number): string {
  const [text, ...frames] = stack.split(FRAME);
  const first = frames.findIndex(frame => !files.some(file => frame.includes(file)));
  return [text, ...frames.slice(Math.max(first, 0)).slice(0, limit)].join(FRAME);
}

/** The text of a string token, as the CDK writes it. */
const TOKEN = /\$\{Token\[[\w.:-]*\]\}/g;

/** A value of JSON for errors: tokens as such, long text cut. */
export function formatJson(value: unknown): string {
  return value === undefined ? 'nothing' : shortened(JSON.stringify(value).replace(TOKEN, '<token>'));
}

export function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
