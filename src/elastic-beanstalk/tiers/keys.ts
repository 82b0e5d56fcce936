import { granting } from '../../private/statements/granting';

/** Reads and writes what a key encrypts. */
export const USE_KEY: readonly string[] = [
  'kms:Decrypt',
  'kms:GenerateDataKey',
];

/** Allows to read and write what keys encrypt. */
export const useKey = granting(USE_KEY);
