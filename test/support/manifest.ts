import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The part of a jsii manifest that the laws over the API read. */
export interface Manifest {
  readonly types: { readonly [fqn: string]: ManifestType };
}

export interface Documented {
  readonly name: string;
  readonly docs?: { readonly summary?: string; readonly default?: string; readonly see?: string };
  readonly optional?: boolean;
  readonly type?: ManifestTypeReference;
}

export interface ManifestMethod extends Documented {
  readonly parameters?: readonly Documented[];
  readonly returns?: Documented;
}

export interface ManifestProperty extends Documented {
  readonly immutable?: boolean;
}

export interface ManifestType extends Documented {
  readonly fqn: string;
  readonly kind: 'class' | 'enum' | 'interface';
  readonly base?: string;
  readonly datatype?: boolean;
  readonly namespace?: string;
  /** `src/common/cdk-nag:CdkNagFindings` */
  readonly symbolId: string;
  readonly initializer?: ManifestMethod;
  readonly interfaces?: readonly string[];
  readonly members?: readonly Documented[];
  readonly methods?: readonly ManifestMethod[];
  readonly properties?: readonly ManifestProperty[];
}

export interface ManifestTypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly elementtype: ManifestTypeReference };
  readonly union?: unknown;
  readonly intersection?: unknown;
}

const ROOT = join(__dirname, '..', '..');

/** The compiled package. */
export interface Compiled {
  readonly manifest: Manifest;
  /** The names that CommonJS modules find in it. */
  readonly required: readonly string[];
  /** The names that ES modules find in it. */
  readonly imported: readonly string[];
  /** What jsii knows its classes by. */
  readonly fqns: readonly string[];
}

/** Compiles a copy, because the compiler writes next to the sources. */
export function compilePackage(): Compiled {
  const directory = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    ['package.json', 'tsconfig.json', 'src'].forEach(name =>
      cpSync(join(ROOT, name), join(directory, name), { recursive: true }));
    symlinkSync(join(ROOT, 'node_modules'), join(directory, 'node_modules'));
    const run = (...args: string[]) =>
      execFileSync(process.execPath, args, { cwd: directory, stdio: 'pipe', encoding: 'utf8' });
    const names = (code: string) => JSON.parse(run('--eval', code)) as string[];
    run(require.resolve('jsii/bin/jsii'), '--silence-warnings=reserved-word');
    const manifest = JSON.parse(readFileSync(join(directory, '.jsii'), 'utf8')) as Manifest;
    run(require.resolve('tsx/cli'), join(ROOT, 'scripts', 'bundle.ts'), directory);
    return {
      manifest,
      required: names("console.log(JSON.stringify(Object.entries(require('./lib/bundle.js')).map(([key, { name = key }]) => name)))"),
      imported: names("import('./lib/bundle.js').then(all => console.log(JSON.stringify(Object.keys(all))))"),
      fqns: names("console.log(JSON.stringify(Object.values(require('./lib/bundle.js')).flatMap(value => value[Symbol.for('jsii.rtti')]?.fqn ?? [])))"),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
