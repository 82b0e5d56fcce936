import { Token, Tokenization } from 'aws-cdk-lib';

// Texts that may contain tokens. The value of a token is not known; the text around it is.

/** Replaces a token: no valid text contains this character. */
export const TOKEN = '\0';

/** A text with `TOKEN` in place of its tokens. */
export function literalsOf(text: string): string {
  return Token.isUnresolved(text)
    ? Tokenization.reverseString(text).mapTokens({ mapToken: () => TOKEN }).join({ join: (left, right) => `${left}${right}` }) as string
    : text;
}

/** Formats a text for errors. */
export function readable(text: string): string {
  return literalsOf(text).replaceAll(TOKEN, '<token>');
}

/**
 * Whether the text is the CDK's placeholder for the result of a lookup: `Vpc.fromLookup()`, `valueFromLookup()`. The
 * first synthesis only collects lookups, so it must not fail.
 */
export function isLookupDummy(text: string): boolean {
  return /^(?:[ps]-(?:12345|67890)|ami-1234)$|:role\/DUMMY_ARN$|^dummy-value-for-/.test(text);
}

/** Whether a text matches more than one resource in a policy: by a wildcard, or by a variable such as a tag. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text) || hasPolicyVariable(text);
}

/** Whether IAM would replace a part of the text when it evaluates the policy: `${aws:username}`. */
export function hasPolicyVariable(text: string): boolean {
  return /\$\{(?!Token\[)/.test(text);
}
