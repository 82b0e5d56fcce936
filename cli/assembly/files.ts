import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../input-error';

/**
 * The path of a file that an assembly names. An assembly names its own files only: others are not of the app.
 *
 * @param what it is in errors: `the template`
 * @param directory the assembly, or the stage
 * @param root the outermost directory, which must contain the file: assets of stages may be there
 */
export function fileIn(directory: string, file: string, what: string, root = directory): string {
  const path = join(directory, file);
  if (isAbsolute(file) || !isBelow(root, path)) {
    throw new InputError(`the assembly in ${directory} names ${what} '${file}', which is not below it: synthesize the app again`);
  }
  return path;
}

/** Whether a path is below a directory, and not the directory itself. */
function isBelow(directory: string, path: string): boolean {
  const below = relative(resolve(directory), resolve(path));
  return below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}
