import { TOKEN } from '../literals';
import { REGION_NAME } from '../names';

/** The form of a literal name or ARN, with `TOKEN` for its tokens, and that form in words. */
export type Form = readonly [pattern: RegExp, words: string];

const ANY_PART: Readonly<Record<string, string>> = {
  PARTITION: 'aws[a-z-]*', REGION: REGION_NAME, ACCOUNT: '\\d{12}', NAME: '[^:/\\s]+', ID: '[^:/\\s]+', PATH: '[^:\\s]+',
};

/**
 * The form of an ARN in which any part may be a token: `arn:PARTITION:iam::ACCOUNT:role/PATH`, with `PATH` for a name
 * that may have a path.
 */
export function arnForm(words: string, parts: Readonly<Record<string, string>> = {}, hint = ''): Form {
  const all = { ...ANY_PART, ...parts };
  const pattern = words.replace(/[A-Z]+/g, part => `(?:${all[part]}|${TOKEN})`);
  return [new RegExp(`^${pattern}$`), words.replace('PATH', 'NAME') + hint];
}
