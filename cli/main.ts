#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { reportsOf } from './command/reports';
import { run } from './command/run';

const STANDARD_INPUT = 0;
const { env, stdout, stderr } = process;

// Programs such as `head` close the pipe when they have read enough.
stdout.on('error', () => process.exit());

const terminal = {
  env,
  stdin: { isTTY: isatty(STANDARD_INPUT), readText: () => readFileSync(STANDARD_INPUT, 'utf8') },
  stdout,
  stderr,
};

void run(process.argv.slice(2), terminal, () => import('./index').then(reportsOf)).then(exitCode => {
  process.exitCode = exitCode;
});
