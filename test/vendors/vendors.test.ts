import { readData } from './data';
import { explained } from './denied';
import { Figures, figuresOf } from './figures';
import { Outcome, outcomeOf } from './inquiry';
import { unknownRequests } from './known';
import { VENDORS } from './vendors';

jest.setTimeout(120_000);

describe.each(VENDORS)('our constructs for the programs of $name', vendor => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await outcomeOf(vendor);
  });

  test('allow what the programs and CloudFormation ask for, or deny it for a reason', () => {
    expect(explained(outcome.requests, vendor.denied)).toEqual({ unexplained: [], unneeded: [] });
  });

  test("grant what the vendor's roles grant, or are narrower for a reason", () => {
    expect(explained(outcome.roles, vendor.narrower)).toEqual({ unexplained: [], unneeded: [] });
  });

  test('grant actions that programs, templates or pages ask for, or others for a reason', () => {
    const unused = [...outcome.grants].map(([construct, { granted, used, printed }]) =>
      [construct, [...granted].filter(action => !used.has(action) && !printed.has(action)).sort()]);
    const listed = Object.keys(vendor.subjects).map(construct =>
      [construct, (vendor.unused[construct] ?? []).flatMap(({ actions }) => actions).sort()]);
    expect(Object.fromEntries(unused)).toEqual(Object.fromEntries(listed));
  });

  test('are asked only what AWS knows', () => {
    expect(unknownRequests(outcome.requests, outcome.reference)).toEqual([]);
  });

  test('have the figures of docs/quality.md: write them with npm run update', () => {
    expect(figuresOf(vendor, outcome)).toEqual(readData<Record<string, Figures>>('figures')[vendor.name]);
  });
});
