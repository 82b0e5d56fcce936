import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PROJECT } from './environments';
import { count } from './verdict';
import { globMatches } from '../test/support/globs';

/** A finding of a judge that is accepted as harmless. */
interface Accepted {
  /** `*` stands for any characters. */
  readonly finding: string;
  readonly reason: string;
}

const UPDATE = process.env.UPDATE_ACCEPTED === 'true';

interface Held {
  readonly wrong: readonly string[];
  /** The size of the list, in words. */
  readonly known: string;
}

/** Compares the findings of a judge with its list of accepted findings, and returns what is wrong. */
export function beyond(judge: string, findings: readonly string[]): Held {
  const file = join(__dirname, 'accepted', `${judge}.json`);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as readonly Accepted[] : [];
  const accepted = UPDATE ? anew(before, findings) : before;
  if (UPDATE) {
    rmSync(file, { force: true });
    if (accepted.length > 0) {
      writeFileSync(file, `${JSON.stringify(accepted, undefined, 2)}\n`);
    }
  }
  return {
    wrong: [
      ...findings.filter(finding => !isAmong(accepted, finding)),
      ...accepted.filter(known => !findings.some(finding => isAmong([known], finding)))
        .map(({ finding }) => `no longer found: ${finding}`),
      ...accepted.filter(({ reason }) => reason === '').map(({ finding }) => `without a reason: ${finding}`),
    ],
    known: accepted.length > 0 ? `, ${count(accepted.length, 'accepted finding')} in ${relative(PROJECT, file)}` : '',
  };
}

function anew(before: readonly Accepted[], findings: readonly string[]): readonly Accepted[] {
  return [
    ...before.filter(known => findings.some(finding => isAmong([known], finding))),
    ...findings.filter(finding => !isAmong(before, finding)).map(finding => ({ finding, reason: '' })),
  ];
}

function isAmong(accepted: readonly Accepted[], finding: string): boolean {
  return accepted.some(known => globMatches(known.finding, finding));
}
