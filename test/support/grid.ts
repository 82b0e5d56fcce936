import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, AppProps, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { Maker } from './arbitraries';
import { Environment, TemplateJson } from './fold';
import { Fixtures } from './given';
import { Row } from './row';
import { PLATFORMS } from '../platforms';

/** Every construct with every option. */
export const GRID: readonly Row[] = PLATFORMS.flatMap(({ rows }) => rows);

/** The defaults, and the rows with the most options, for tests where all rows would take too long. */
export const ESSENTIAL_ROWS: readonly Row[] = GRID.filter(({ name, difference }) =>
  !difference || name.endsWith('-everything'));

/** Every construct with random options, by class name. */
export const RANDOM_CONSTRUCTS: readonly (readonly [construct: string, random: fc.Arbitrary<Maker<Construct>>])[] =
  PLATFORMS.flatMap(({ constructs }) =>
    Object.entries(constructs).map(([name, { random }]) => [name, random] as const));

/** A row with random options. A failing property prints them as code. */
export function randomRow(construct: string, made: Maker<Construct>, adapt?: Fixtures['adapt']): Row {
  return {
    name: 'random',
    construct,
    build: (stack: Stack) => made(new Fixtures(stack, adapt)),
    [fc.toStringMethod]: made[fc.toStringMethod],
  } as Row;
}

export const RANDOM_ROWS: fc.Arbitrary<Row> = fc.oneof(
  ...RANDOM_CONSTRUCTS.map(([construct, arbitrary]) => arbitrary.map(made => randomRow(construct, made))),
);

export interface GridOptions {
  /** Without an environment, the stacks are environment-agnostic. */
  readonly environment?: Environment;
  readonly context?: AppProps['context'];
  /** Whether the library's checks at synthesis also run. */
  readonly validation?: boolean;
}

/** The templates of the rows, by name. The stacks share one app, because an app takes longer than a stack. */
export function synthesizeRows(
  rows: readonly Row[],
  { environment, context, validation = true }: GridOptions = {},
): ReadonlyMap<string, TemplateJson> {
  const outdir = mkdtempSync(join(tmpdir(), 'grid-'));
  try {
    const app = new App({ outdir, context, analyticsReporting: false, treeMetadata: false, stackTraces: false });
    // Without a parameter and a rule in each stack, which no test reads.
    const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
    const env = environment && { account: environment.account, region: environment.region };
    const stacks = rows.map(row => {
      const stack = new Stack(app, stackId(row), { env, synthesizer });
      row.build(stack);
      return [row.name, stack] as const;
    });
    const assembly = app.synth({ skipValidation: !validation });
    // `Template.fromStack` would walk through the whole app for each stack. Like it, `fromJSON` rejects circles.
    return new Map(stacks.map(([name, { artifactId }]) =>
      [name, Template.fromJSON(assembly.getStackArtifact(artifactId).template as object).toJSON() as TemplateJson]));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

export function stackId({ name }: Row): string {
  return name.replace(/\W+/g, '-');
}
