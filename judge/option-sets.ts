import { version } from 'jsii/package.json';
import { JUDGED_ROWS, OPTION_SETS, OptionSets } from './rows';
import { announce, count } from './verdict';
import { compilePackage } from '../test/support/manifest';
import { constructsIn, optionsIn } from '../test/support/manifest-options';

// Checks the option sets for the judges: each option is in at least one, and so is each compatible pair of options.

const types = Object.values(compilePackage().manifest.types);

announce({
  judged: `${count(JUDGED_ROWS.length, 'option set')} with ${count(sum(({ options }) => options.length), 'option')}, ` +
    `beside the API as jsii ${version} reads it`,
  findings: [
    ...(JUDGED_ROWS.length < 200 ? ['fewer than 200 option sets'] : []),
    ...constructsIn(types).filter(({ name }) => !OPTION_SETS.some(({ construct }) => construct === name))
      .map(({ name }) => `${name} is in no option set`),
    ...OPTION_SETS.flatMap(sets => [...missing(sets), ...apart(sets)].map(finding => `${sets.construct} ${finding}`)),
  ],
});

function sum(size: (sets: OptionSets) => number): number {
  return OPTION_SETS.reduce((total, sets) => total + size(sets), 0);
}

function missing({ construct, options }: OptionSets): readonly string[] {
  const found = new Set(options.map(nameOf));
  const type = constructsIn(types).find(({ name }) => name === construct)!;
  return optionsIn(types, type).map(({ path }) => path).filter(path => !found.has(path))
    .map(path => `${path} is in no option set`);
}

function apart({ options, meet }: OptionSets): readonly string[] {
  return options.flatMap((one, index) => options.slice(index + 1)
    .filter(other => nameOf(one) !== nameOf(other) && !meet(one, other))
    .map(other => `${one} never meets ${other}`));
}

/** The option without its value. */
function nameOf(option: string): string {
  return option.replace(/=.*/, '');
}
