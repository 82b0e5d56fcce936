import './newest-cdk';
import { version } from 'aws-cdk-lib/package.json';
import { BASELINE_NAMES, BaselineName } from './baselines';
import { commandFigures, ROLES } from './command';
import { FOREIGN_PLACES } from './foreign';
import { packed } from './packed';
import { printProfile } from './profile';
import { pythonFigures } from './python';
import { checkSameRoles } from './same-roles';
import { Sample, SIZES } from './sample';
import { foreignPercent, medianLoadTimes, Rounds } from './sampling';
import { SpeedPage } from './speed-page';
import { shown } from './table';

// Compares the speed of the library with the same roles written by hand, and writes `docs/speed.md`. Fails only if the
// roles differ.

const TITLES: Record<BaselineName, string> = {
  library: 'cdk-platform-iam',
  inlinePolicies: 'iam.Role, inlinePolicies',
  addToPolicy: 'iam.Role, addToPolicy()',
  cfnRole: 'iam.CfnRole, literal JSON',
};

const timeOf = (roles: number) => (sample: Sample) => sample.times[roles];
const perRole = (sample: Sample) => sample.times[1_000] / 1_000;
const growth = (sample: Sample) => perRole(sample) / (sample.times[100] / 100);
const memory = (sample: Sample) => sample.peakMegabytes;

checkSameRoles();
const rounds = Rounds.run();
const page = new SpeedPage(version);
printTimes();
printVerdicts();
printCommand();
if (!process.argv.includes('--no-python')) {
  printPython();
}
page.write();
if (process.argv.includes('--profile')) {
  void printProfile();
}

function printTimes(): void {
  page.printTable('CPU time of synthesizing N roles, in ms', [
    ['', ...SIZES.map(size => `N = ${size.toLocaleString('en-US')}`), 'per role', 'peak memory'],
    ...BASELINE_NAMES.map(baseline => [
      TITLES[baseline],
      ...SIZES.map(size => shown(rounds.median(baseline, timeOf(size)))),
      shown(rounds.median(baseline, perRole)),
      `${shown(rounds.median(baseline, memory))} MB`,
    ]),
  ]);
}

function printVerdicts(): void {
  const load = medianLoadTimes();
  const { kilobytes, ballast } = packed();
  const to = (baseline: BaselineName, figure: (sample: Sample) => number) => rounds.ratio('library', baseline, figure);
  page.print('in TypeScript', [
    row(`time per role, to ${TITLES.inlinePolicies}`, to('inlinePolicies', perRole), 1, 0.85),
    row(`time per role, to ${TITLES.addToPolicy}`, to('addToPolicy', perRole), 0.6, 0.5),
    row(`time per role, to ${TITLES.cfnRole}`, to('cfnRole', perRole), 2),
    row('time per role at N = 1,000, to N = 100', rounds.median('library', growth), 1.05),
    row(`peak memory, to ${TITLES.inlinePolicies}`, to('inlinePolicies', memory), 0.85),
    row(`ms of loading, beside ${shown(load.cdk)} of the CDK`, load.library, 8, 5),
    row(`ms of CPU time of loading, beside ${shown(load.cdkCpu)} of the CDK`, load.libraryCpu),
    ...FOREIGN_PLACES.map(places =>
      row(`% of the synthesis of 10,000 other resources in ${places}, for one role`, foreignPercent(places), 5)),
    row('kB of the packed tarball, with the command', kilobytes, 570, 450),
    row('API.md and inline source maps in it', ballast.length, 0),
  ]);
}

function printCommand(): void {
  const { node, help, example, large } = commandFigures();
  page.print('the command', [
    row(`s of --help, beside ${shown(node)} of Node`, help - node, 0.1),
    row('s of the review of the example', example, 1),
    row(`s of the review of ${ROLES.toLocaleString('en-US')} roles`, large, 10),
  ]);
}

function printPython(): void {
  const { perRole: each, imports, first } = pythonFigures();
  page.print('in Python', [
    row('time per role, to statement by statement', each, 0.3),
    row('time of the imports, to those of the CDK', imports, 1.05),
    row('ms of the first construct', 1_000 * first, 30),
  ]);
}

function row(what: string, value: number, limit?: number, aim?: number): string[] {
  return [what, shown(value), limit?.toString() ?? '', aim?.toString() ?? '', verdict(value, limit, aim)];
}

function verdict(value: number, limit = Infinity, aim = limit): string {
  if (value > limit) {
    return 'OVER THE LIMIT';
  }
  return value > aim ? 'over the aim' : 'ok';
}
