import * as fc from 'fast-check';
import { isService, levelOf, levelsOf } from '../../../cli/facts/access-levels';
import json from '../../../cli/facts/access-levels.json';
import { ACCESS_LEVELS } from '../../../cli/facts/verbs';
import { accessLevelFacts, allActions, LevelOfAction } from '../../../scripts/facts/access-levels';
import { globMatches } from '../../support/globs';

let actions: readonly (LevelOfAction & { readonly action: string })[];
beforeAll(async () => {
  actions = (await allActions()).map(action => ({ ...action, action: `${action.service}:${action.name}` }));
});

test('are those of the service authorization reference (generate them with npm run update)', async () => {
  expect(json).toEqual(await accessLevelFacts());
});

test('every action has its level, in any case', () => {
  const cases = (text: string) => [text, text.toLowerCase(), text.toUpperCase()];
  expect(actions.filter(({ action, level }) => cases(action).some(text => levelOf(text) !== level))).toEqual([]);
});

test('an action of no service, or of no verb, has the level of its verb, or writes', () => {
  expect(['newservice:ListThings', 's3:GetTheFuture', 's3:Frobnicate', 'newservice:Frobnicate', 's3'].map(levelOf))
    .toEqual(['list', 'read', 'write', 'write', 'write']);
});

test('a verb may have another level in a service', () => {
  expect(['logs:DescribeTheFuture', 'newservice:DescribeTheFuture'].map(levelOf)).toEqual(['list', 'read']);
});

test('a service is known by its prefix, in any case', () => {
  expect(['s3', 'S3', 'newservice', 'constructor'].map(isService)).toEqual([true, true, false, false]);
});

test.each([
  ['*', ACCESS_LEVELS],
  ['s3:*', ACCESS_LEVELS],
  ['s3:GetObject', ['read']],
  ['S3:GETOBJECT', ['read']],
  ['s3:Get*', ['read']],
  ['s3:List*', ['list']],
  ['iam:PassRole', ['write']],
  ['iam:Put*', ['write', 'permissions']],
  ['sts:*', ['read', 'write', 'tagging']],
  ['*:PutRolePolicy', ['write', 'permissions']],
  ['newservice:Get*', ['read']],
  ['newservice:*', ACCESS_LEVELS],
])('%s may have the levels %j', (pattern, levels) => {
  expect(levelsOf(pattern)).toEqual(levels);
});

test('the levels of a pattern contain those of each action that it matches', () => {
  const pattern = fc.constantFrom(...actions).chain(({ service, name }) =>
    fc.tuple(fc.constantFrom(service, `${service.slice(0, 2)}*`, '*'), fc.nat(name.length), fc.nat(name.length),
      fc.constantFrom('*', '?'))
      .map(([prefix, one, other, wildcard]) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        return `${prefix}:${name.slice(0, start)}${wildcard}${name.slice(end)}`;
      }));
  fc.assert(fc.property(pattern, text => {
    const levels = levelsOf(text);
    const matching = actions.filter(({ action }) => globMatches(text, action, true));
    return matching.every(({ level }) => levels.includes(level));
  }), { numRuns: 300 });
});
