import { App, Stack } from 'aws-cdk-lib';
import { Review } from '../../../cli/review/model';
import { review } from '../../../cli/review/review';
import { GRID, stackId } from '../../support/grid';
import { Assemblies } from '../support/assemblies';
import { leftOut } from '../support/left-out';

// Every construct with every option.

const assemblies = new Assemblies();
afterAll(() => assemblies.remove());

let directory: string;
let reviewed: Review;
beforeAll(() => {
  const build = (app: App) => GRID.forEach(row => row.build(new Stack(app, stackId(row))));
  directory = assemblies.synthesized(build, { stackTraces: false });
  reviewed = review(directory);
});

test('shows every statement, policy and boundary of every construct with every option', () => {
  expect(leftOut(directory, reviewed)).toEqual([]);
});

test('names the construct of each role and policy of the library', () => {
  const { subjects } = reviewed;
  const constructs = GRID.map(row => ({ row, found: subjects.filter(({ id }) => id.startsWith(`${stackId(row)}/Subject`)) }));
  expect(constructs.filter(({ row, found }) => found.some(({ construct }) => construct?.name !== row.construct))
    .map(({ row }) => row.name)).toEqual([]);
  // Roles that exist already, and take no policies.
  expect(constructs.filter(({ found }) => found.length === 0).map(({ row }) => row.name).filter(name => !name.endsWith('-existing')))
    .toEqual([]);
});
