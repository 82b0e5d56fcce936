import { version } from 'jsii/package.json';
import { JUDGED_ROWS, OPTION_SETS, OptionSets } from './rows';
import { announce, count } from './verdict';
import { compilePackage, ManifestProperty, ManifestType, ManifestTypeReference } from '../test/support/manifest';

// The option sets that the judges read: each option of the package is in one, and each two are in one together.

const types = Object.values(compilePackage().manifest.types);

announce({
  judged: `${count(JUDGED_ROWS.length, 'option set')} with ${count(sum(({ options }) => options.length), 'option')}, ` +
    `beside the API as jsii ${version} reads it`,
  findings: [
    ...(JUDGED_ROWS.length < 200 ? ['fewer than 200 option sets'] : []),
    ...constructs().filter(construct => !OPTION_SETS.some(sets => sets.construct === construct))
      .map(construct => `${construct} is in no option set`),
    ...OPTION_SETS.flatMap(sets => [...missing(sets), ...apart(sets)].map(finding => `${sets.construct} ${finding}`)),
  ],
});

function sum(size: (sets: OptionSets) => number): number {
  return OPTION_SETS.reduce((total, sets) => total + size(sets), 0);
}

/** The classes that take a scope. */
function constructs(): readonly string[] {
  return types.filter(({ kind, initializer }) => kind === 'class' && initializer?.parameters?.[0]?.name === 'scope')
    .map(({ name }) => name);
}

function missing({ construct, options }: OptionSets): readonly string[] {
  const found = new Set(options.map(nameOf));
  const { parameters = [] } = types.find(({ name }) => name === construct)!.initializer!;
  return pathsOf(parameters.at(-1)!.type).filter(path => !found.has(path)).map(path => `${path} is in no option set`);
}

function apart({ options, meet }: OptionSets): readonly string[] {
  return options.flatMap((one, index) => options.slice(index + 1)
    .filter(other => nameOf(one) !== nameOf(other) && !meet(one, other))
    .map(other => `${one} never meets ${other}`));
}

/** Without the answer. */
function nameOf(option: string): string {
  return option.replace(/=.*/, '');
}

/** All options of a struct, and of the structs in it, as `trainingJob.outputKey`. */
function pathsOf(type: ManifestTypeReference | undefined): readonly string[] {
  const struct = structNamed(type?.collection?.elementtype.fqn ?? type?.fqn);
  return struct ? propertiesOf(struct).flatMap(({ name, type: nested }) =>
    [name, ...pathsOf(nested).map(path => `${name}.${path}`)]) : [];
}

function structNamed(name: string | undefined): ManifestType | undefined {
  return types.find(({ fqn, datatype }) => datatype && fqn === name);
}

function propertiesOf({ properties = [], interfaces = [] }: ManifestType): readonly ManifestProperty[] {
  return [...properties, ...interfaces.flatMap(base => propertiesOf(structNamed(base)!))];
}
