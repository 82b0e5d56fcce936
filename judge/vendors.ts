import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once, OUTPUT, pythonOf, systemPython, vendorEnvironment } from './environments';
import { dataOf } from './vendors/data';
import { readRecording, Recording } from './vendors/recording';
import { inOrder, Program, PROGRAMS, scriptsIn, scriptsOf } from './vendors/releases';
import { announce, count } from './verdict';
import { dataFile, Handlers, rendered, VendorData, writeData } from '../test/vendors/data';

// Runs the released programs of vendors, and compares what they need with the data that the tests read. With
// UPDATE_VENDORS=true the data is written again. With ALL_RELEASES=true the releases between those of the data are run,
// too: each must need the same as one of the data beside it.

const SCRIPTS = join(__dirname, 'vendors', 'python');
const UPDATE = process.env.UPDATE_VENDORS === 'true';

function main(): void {
  const { problem } = systemPython();
  if (problem !== undefined) {
    announce({ judged: `SKIPPED, no program of a vendor ran: ${problem}`, findings: [] });
    return;
  }
  const all = PROGRAMS.map(program =>
    ({ program, data: dataOf(program, program.judged.map(release => record(program, release))) }));
  const others = process.env.ALL_RELEASES === 'true' ? PROGRAMS.flatMap(unlikeTheirNeighbours) : [];
  announce({
    judged: all.map(({ program, data }) => `${program.name} ${data.releases[0]} to ${data.releases.at(-1)}, ` +
      count(data.releases.length, 'release')).join('; '),
    findings: [
      ...all.flatMap(({ program, data }) => compared(program.name, data)),
      ...compared('handlers', handlersOf(all.map(({ data }) => data))),
      ...others,
    ],
  });
}

/** Runs a release, unless this was done before with the same scripts. */
function record(program: Program, release: string): Recording {
  const { name } = program;
  const environment = program.environment(release);
  const folder = join(OUTPUT, 'vendors', name);
  once(join(folder, release), scriptsText(environment), () => {
    const { status } = spawnSync(pythonOf(vendorEnvironment(environment)), [
      join(SCRIPTS, 'record.py'), folder, '--program', scriptsOf(program), '--release', release,
    ], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) {
      throw new Error(`${name} ${release} is not recorded: record.py ended with ${status}`);
    }
  });
  return readRecording(folder, release);
}

/** The scripts that run in an environment, and the versions of what they run. */
function scriptsText(environment: string): string {
  const folders = ['', ...scriptsIn(environment)].map(folder => join(SCRIPTS, folder));
  return [...folders, vendorEnvironment(environment).requirements].flatMap(folder =>
    readdirSync(folder, { recursive: folder !== SCRIPTS, encoding: 'utf8' }).filter(file => /\.(?:py|txt)$/.test(file)).sort()
      .map(file => readFileSync(join(folder, file), 'utf8'))).join('');
}

/** Writes the data, or lists what differs from it. */
function compared(name: string, value: unknown): readonly string[] {
  if (UPDATE) {
    writeData(name, value);
    return [];
  }
  const [before, now] = [existsSync(dataFile(name)) ? readFileSync(dataFile(name), 'utf8') : '', rendered(value)]
    .map(text => text.split('\n').map(line => line.replace(/,$/, '')));
  const only = (these: readonly string[], those: ReadonlySet<string>) => these.filter(line => !those.has(line));
  return [
    ...only(before, new Set(now)).map(line => `${name}: no longer needed: ${line}`),
    ...only(now, new Set(before)).map(line => `${name}: not in the data: ${line}`),
  ];
}

/** The permissions of the handlers of all types that are in the data. */
function handlersOf(all: readonly VendorData[]): Handlers {
  const file = join(OUTPUT, 'handlers.json');
  const types = all.flatMap(({ resources }) => resources.flatMap(({ rows }) => rows.map(({ type }) => type)))
    .filter(type => !type.startsWith('Custom::'));
  execFileSync(pythonOf(), [join(__dirname, 'python', 'handlers.py'), file, ...new Set(types)]);
  return JSON.parse(readFileSync(file, 'utf8')) as Handlers;
}

/** Releases that are not in the data, and need something else than those of the data before and after them. */
function unlikeTheirNeighbours(program: Program): readonly string[] {
  const needs = (release: string) =>
    rendered({ ...dataOf(program, [record(program, release)]), releases: [] }).replaceAll(`"${release}"`, '');
  return program.others.filter(release => {
    const all = inOrder([...program.judged, release]);
    const index = all.indexOf(release);
    const neighbours = [all[index - 1], all[index + 1]].filter(neighbour => neighbour !== undefined);
    return !neighbours.some(neighbour => needs(neighbour) === needs(release));
  }).map(release => `${program.name} ${release} needs something else than its neighbours: add it to judge/vendors/releases.ts`);
}

main();
