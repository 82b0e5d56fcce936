/** Something that the user gave can't be used. The message says what it is, and what to do. */
export class InputError extends Error {
  public override readonly name = 'InputError';
}
