import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { DEFAULTS } from './committed';
import { ManifestType } from './manifest';
import { constructsIn, optionsIn } from './manifest-options';
import { optionsOf } from './options';
import { Platform } from '../platforms';

/** Returns a sentence for each part of the package that the tests lack, with what to add and where. */
export type PlatformLaw = (types: readonly ManifestType[], platforms: readonly Platform[]) => readonly string[];

/** Laws over the list of platforms, by what they prove. */
export const PLATFORM_LAWS: readonly (readonly [name: string, law: PlatformLaw])[] = [
  ['has every platform of the package', hasEveryPlatform],
  ['has every construct of the package', hasEveryConstruct],
  ['has every option in the random options', hasEveryOption],
  ['has a default and requests for every construct', hasEverything],
];

const ROOT = join(__dirname, '..', '..');
const LIST = 'test/platforms.ts';

/** Folders of `src` that are no platforms. */
const KERNEL = ['common', 'private'];

/** Enough random sets to contain each option: an optional one is in every second set. */
const SAMPLES = 400;
const SEED = 1;

function hasEveryPlatform(_types: readonly ManifestType[], platforms: readonly Platform[]): readonly string[] {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !KERNEL.includes(entry.name)).map(({ name }) => name);
  return [
    ...folders.filter(folder => !platforms.some(platform => platform.folder === folder))
      .map(folder => `src/${folder} is not in ${LIST}: add a platform with its constructs, rows, requests and documents`),
    ...platforms.filter(({ folder }) => !folders.includes(folder)).map(({ folder }) => `${LIST}: there is no src/${folder}`),
    ...platforms.filter(({ folder }) => !existsSync(join(ROOT, 'test', 'requests', folder, 'requests.test.ts')))
      .map(({ folder }) => `test/requests/${folder}/requests.test.ts is missing: add it with testRequestsOf('${folder}')`),
  ];
}

function hasEveryConstruct(types: readonly ManifestType[], platforms: readonly Platform[]): readonly string[] {
  const constructs = constructsIn(types);
  return [
    ...constructs.filter(({ name, symbolId }) =>
      !platforms.some(({ folder, constructs: listed }) => symbolId.startsWith(`src/${folder}/`) && name in listed))
      .map(({ name, symbolId }) => `${name} (${symbolId}) is not in ${LIST}: add it to the ` +
        'constructs of its platform, with random options and requests'),
    ...platforms.flatMap(platform => Object.keys(platform.constructs))
      .filter(name => !constructs.some(construct => construct.name === name))
      .map(name => `${LIST}: the package has no construct ${name}`),
  ];
}

function hasEveryOption(types: readonly ManifestType[], platforms: readonly Platform[]): readonly string[] {
  return platforms.flatMap(({ folder, constructs }) => Object.entries(constructs).flatMap(([construct, { random }]) => {
    const type = constructsIn(types).find(({ name }) => name === construct);
    const missing = new Set(type ? optionsIn(types, type).map(({ path }) => path) : []);
    for (const made of fc.sample(random, { numRuns: SAMPLES, seed: SEED })) {
      if (missing.size === 0) {
        break;
      }
      optionsOf(construct, made).forEach(({ path }) => missing.delete(path));
    }
    return [...missing].map(path => `${construct}: no random options have '${path}', add it to the arbitraries in test/${folder}`);
  }));
}

function hasEverything(_types: readonly ManifestType[], platforms: readonly Platform[]): readonly string[] {
  return platforms.flatMap(platform => [
    ...Object.entries(platform.constructs).flatMap(([construct, { requests }]) => [
      ...(DEFAULTS.some(row => row.construct === construct) ? []
        : [`${construct} has no default: add a row without a difference to the grid in test/${platform.folder}, and run 'npm run update'`]),
      ...(requests.some(({ isTrust }) => !isTrust) ? [] : [`${construct} has no requests: add a table in test/requests/${platform.folder}`]),
    ]),
    ...misplacedRows(platform),
    ...(platform.documented.length > 0 ? [] : [`${platform.folder} has no vendor documents: add them in test/documented/${platform.folder}`]),
  ]);
}

function misplacedRows({ folder, constructs, rows }: Platform): readonly string[] {
  return rows.filter(({ name, construct }) => !name.startsWith(`${folder}/`) || !(construct in constructs))
    .map(({ name, construct }) => `the row '${name}' of ${construct} is not one of ${folder}`);
}
