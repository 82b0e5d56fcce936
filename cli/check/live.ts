import { TextFile, TO_JSON } from './input-files';
import { Place } from '../../src/private/comparison/facts';
import { itemsIn } from '../../src/private/comparison/printed/aws-output';
import { OwnerItem } from '../../src/private/comparison/printed/items';
import { OwnerChoice } from '../../src/private/comparison/printed/owners';
import { PrintedRole, readPrintedRole } from '../../src/private/comparison/printed/printed-role';
import { InputError } from '../input-error';

/** The policies of the live role in the files. */
export function readLive(files: readonly TextFile[], place: Place, choice: OwnerChoice): PrintedRole {
  if (files.length === 0) {
    throw new InputError("'--live' must name a file with the live role, as AWS prints it");
  }
  return withFileNames(files, () => readPrintedRole(files.map(({ text }) => text), place, choice));
}

/** Errors about documents name the files instead. */
export function withFileNames<T>(files: readonly TextFile[], run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw isAboutInput(error) ? new InputError(inWordsOfCommand(error.message, files)) : error;
  }
}

/** Other errors, such as a `TypeError`, are faults of this program. */
function isAboutInput(error: unknown): error is Error {
  return error instanceof Error && Object.getPrototypeOf(error) === Error.prototype;
}

function inWordsOfCommand(message: string, files: readonly TextFile[]): string {
  return NO_POLICIES.test(message) ? noPolicies(files) : message.replace(/\s+/g, ' ')
    // The whole file is no help.
    .replace(/(a policy document.*), got .*/, '$1')
    .replace(/'documents\[(\d+)\]'/g, (_, index: string) => `'${files[Number(index)].name}'`)
    .replace(/^('.*\.ya?ml') must be a policy document in JSON.*/i, `$1 must be JSON: ${TO_JSON}`)
    .replace("'documents'", "the files of '--live'")
    .replace("'roleName'", "'--live-role'");
}

/** What the comparison says if the files have no policy at all. */
const NO_POLICIES = /^'documents' must hold a policy document/;

const PRINT = "'aws iam get-account-authorization-details --filter Role LocalManagedPolicy AWSManagedPolicy'";

function noPolicies(files: readonly TextFile[]): string {
  const owner = files.flatMap(({ name, text }) => itemsIn(name, text)).find((item): item is OwnerItem => item.is === 'owner')?.owner;
  return owner === undefined ? `the files of '--live' have no role: print one with its policies, as ${PRINT} does`
    : `the ${owner.kind} '${owner.name}' has no policies in these files: print them too, as ${PRINT} does for all roles`;
}
