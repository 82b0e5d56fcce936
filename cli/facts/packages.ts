import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { constructsIn, KnownConstruct } from './catalogue';
import { CatalogueFacts } from './catalogue-facts';
import { name as PACKAGE } from '../../package.json';
import { isObject, Json, parsedJson, readJson } from '../assembly/json';
import { InputError } from '../input-error';

/** A version of this package, and what its constructs grant. */
export interface PackageVersion {
  readonly version: string;
  readonly constructs: readonly KnownConstruct[];
}

/** Where the package has its facts, the catalogue among them. */
const FACTS = join('lib', 'cli', 'facts.json.br');

/** Reads a version of this package from the directory that npm installed, or that somebody unpacked. */
export function readPackage(directory: string): PackageVersion {
  const manifest = join(directory, 'package.json');
  if (existsSync(directory) && statSync(directory).isFile()) {
    throw new InputError(`'${directory}' is a file: unpack it with 'tar xzf', and name the directory 'package' that is in it`);
  }
  const { name, version } = existsSync(manifest) ? readJson(manifest, 'the manifest of the package') : {};
  if (name !== PACKAGE || typeof version !== 'string') {
    throw new InputError(`'${directory}' is no version of ${PACKAGE}: name the directory that npm installs, node_modules/${PACKAGE}`);
  }
  return { version, constructs: constructsIn(catalogueIn(directory)) };
}

function catalogueIn(directory: string): CatalogueFacts {
  const file = join(directory, FACTS);
  if (!existsSync(file)) {
    throw new InputError(`${file} does not exist: name a directory with the whole package`);
  }
  const facts = parsedJson(brotliDecompressSync(readFileSync(file)).toString(), file, 'the facts of the package');
  return catalogueOf(isObject(facts) ? facts.catalogue : undefined, file);
}

/** The catalogue in a file, if it has the form of this version. */
export function catalogueOf(value: Json | undefined, file: string): CatalogueFacts {
  if (!isObject(value) || !Array.isArray(value.sources) || !isObject(value.constructs)) {
    throw new InputError(`${file} has another form than this version of ${PACKAGE} knows: use the command of the newer version`);
  }
  return value as unknown as CatalogueFacts;
}
