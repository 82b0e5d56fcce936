import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, AppProps } from 'aws-cdk-lib';
import { nameClasses } from './rtti';

/** Directories of assemblies, which are removed together. */
export class Assemblies {
  private readonly directories: string[] = [];

  /** An empty directory. */
  public directory(): string {
    const directory = mkdtempSync(join(tmpdir(), 'review-'));
    this.directories.push(directory);
    return directory;
  }

  /** What a real synthesis writes. */
  public synthesized(build: (app: App) => void, props: AppProps = {}): string {
    nameClasses();
    const outdir = this.directory();
    const app = new App({ analyticsReporting: false, outdir, ...props });
    build(app);
    app.synth();
    return outdir;
  }

  /** Files by path below the directory: text, or what becomes JSON. */
  public written(files: Readonly<Record<string, unknown>>): string {
    const directory = this.directory();
    for (const [name, content] of Object.entries(files)) {
      const file = join(directory, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, undefined, 1));
    }
    return directory;
  }

  /** An assembly with one stack of the name `App`. */
  public ofTemplate(template: unknown, artifact: object = {}): string {
    return this.written({
      'manifest.json': {
        version: '53.0.0',
        artifacts: {
          App: { type: 'aws:cloudformation:stack', properties: { templateFile: 'App.template.json' }, ...artifact },
        },
      },
      'App.template.json': template,
    });
  }

  public remove(): void {
    this.directories.forEach(directory => rmSync(directory, { recursive: true, force: true }));
  }
}
