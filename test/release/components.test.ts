import { componentsOf } from '../../scripts/release/components';

const NOTICES = [
  'The command contains these libraries.',
  `${'-'.repeat(80)}\n\ncommander 14.0.2 (MIT)\n\nPermission is hereby granted (free of charge)`,
  `${'-'.repeat(80)}\n\n@scope/parser 1.0.0-rc.1 (BSD-3-Clause)\n\nCopyright 2020 (c)`,
].join('\n');

test('the bill of materials has the libraries of the bundle, and the peers', () => {
  const components = componentsOf(NOTICES, { constructs: '^10.5.0' });
  expect(components.map(({ purl, scope }) => [purl, scope])).toEqual([
    ['pkg:npm/commander@14.0.2', 'required'],
    ['pkg:npm/%40scope/parser@1.0.0-rc.1', 'required'],
    ['pkg:npm/constructs@10.5.0', 'optional'],
  ]);
  expect(components.map(({ licenses }) => licenses)).toEqual(
    ['MIT', 'BSD-3-Clause', 'Apache-2.0'].map(id => [{ license: { id } }]));
});
