import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

// Snapshots in the form of `integ-runner`, without what it does not compare: assets, the construct tree, metadata.

/** The files of the integration tests, without `.ts`. */
export const TESTS = readdirSync(__dirname).filter(file => /^integ\..*\.ts$/.test(file))
  .map(file => basename(file, '.ts'));

/** Runs a program, and returns the folder of its assembly. */
export function synthesized(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'integ-'));
  const { CDK_OUTDIR } = process.env;
  process.env.CDK_OUTDIR = folder;
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    require(join(__dirname, name));
    return folder;
  } finally {
    if (CDK_OUTDIR === undefined) {
      delete process.env.CDK_OUTDIR;
    } else {
      process.env.CDK_OUTDIR = CDK_OUTDIR;
    }
  }
}

export function snapshotFolder(name: string): string {
  return join(__dirname, `${name}.ts.snapshot`);
}

/** What differs: the time, so that the runner asks again, and the runtime that a version of the CDK prefers. */
const VARIES: readonly (readonly [RegExp, string])[] = [
  [/"salt": "\d+"/g, '"salt": "0"'],
  [/"Runtime": "nodejs\d+\.x"/g, '"Runtime": "nodejs"'],
];

/** The templates by file name. */
export function templatesIn(folder: string): Readonly<Record<string, unknown>> {
  const files = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.template.json')).sort() : [];
  return Object.fromEntries(files.map(file => {
    const text = readFileSync(join(folder, file), 'utf8');
    return [file, JSON.parse(VARIES.reduce((rest, [what, by]) => rest.replace(what, by), text)) as unknown];
  }));
}

export function writeSnapshot(name: string, assembly: string): void {
  const folder = snapshotFolder(name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  readdirSync(assembly).filter(file => /^integ\.json$|\.(?:template|assets)\.json$/.test(file))
    .forEach(file => writeFileSync(join(folder, file), `${readFileSync(join(assembly, file), 'utf8').trimEnd()}\n`));
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(prunedManifest(assembly), undefined, 1)}\n`);
}

interface Artifact {
  readonly type: string;
  readonly additionalMetadataFile?: string;
}

/** Stacks and their assets: without reports of feature flags, and files of metadata. */
function prunedManifest(assembly: string): object {
  const { artifacts, ...manifest } = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8')) as {
    artifacts: Readonly<Record<string, Artifact>>;
  };
  const kept = Object.entries(artifacts)
    .filter(([, { type }]) => ['aws:cloudformation:stack', 'cdk:asset-manifest'].includes(type))
    .map(([id, { additionalMetadataFile: _, ...artifact }]) => [id, artifact] as const);
  return { ...manifest, artifacts: Object.fromEntries(kept) };
}
