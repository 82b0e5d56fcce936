import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, AppProps, Stack, StackProps } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { TemplateJson } from './fold';
import { RolePolicies, rolesOf } from './policies';

export interface SynthesisOptions extends StackProps {
  readonly context?: AppProps['context'];
}

export interface Synthesized {
  readonly stack: Stack;
  readonly template: TemplateJson;
  readonly warnings: string[];
  readonly roles: RolePolicies[];
}

/** Synthesizes a stack with the resources that `build` creates. */
export function synthesize(build: (stack: Stack) => void, { context, ...props }: SynthesisOptions = {}): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'synthesize-'));
  try {
    const stack = new Stack(new App({ context, outdir, analyticsReporting: false }), 'Stack', props);
    build(stack);
    const template = Template.fromStack(stack).toJSON() as TemplateJson;
    const warnings = Annotations.fromStack(stack)
      .findWarning('*', Match.anyValue())
      .map(({ entry }) => String(entry.data));
    return { stack, template, warnings, roles: rolesOf(template) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Synthesizes the role that `build` creates, the only one of its stack. */
export function synthesizeRole(build: (stack: Stack) => void, options?: SynthesisOptions): RolePolicies {
  const { roles } = synthesize(build, options);
  if (roles.length !== 1) {
    throw new Error(`expected one role, got ${roles.length}`);
  }
  return roles[0];
}

export function sidsOf(statements: readonly { Sid?: string }[]): (string | undefined)[] {
  return statements.map(({ Sid }) => Sid);
}
