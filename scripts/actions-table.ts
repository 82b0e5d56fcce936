import { code, table } from './tables';
import { allConstructs, KnownStatement, VariantFacts } from '../cli/facts/catalogue';

// The index from an action to the options that grant it, from the catalogue of the command.

interface Granted {
  readonly action: string;
  readonly construct: string;
  readonly option: string;
  readonly since: string;
}

/** One table for each service. */
export function actionsTables(): string {
  const all = allConstructs().flatMap(({ statements }) => statements).flatMap(grantedBy);
  const services = [...new Set(all.map(({ action }) => serviceOf(action)))].sort();
  return services.map(service => {
    const own = all.filter(({ action }) => serviceOf(action) === service);
    return [`### ${service}`, '', table(['Action', 'Construct', 'Option', 'From'], rowsOf(own))].join('\n');
  }).join('\n');
}

function serviceOf(action: string): string {
  return action.split(':')[0];
}

function grantedBy(statement: KnownStatement): readonly Granted[] {
  const { construct, options, unless, variants } = statement;
  const granting = options.length > 0 ? options.map(code) : unless.length > 0 ? [`${unless.map(code).join(', ')}: by default`] : ['always'];
  return variants.flatMap(variant => variant.actions.filter(action => /^[\w-]+:/.test(action)).flatMap(action =>
    granting.map(option => ({ action, construct, option, since: sinceOf(variant, action) }))));
}

function sinceOf({ since = '', actionsSince = {} }: VariantFacts, action: string): string {
  return Object.entries(actionsSince).find(([, actions]) => actions.includes(action))?.[0] ?? since;
}

/** One row for each action and construct. */
function rowsOf(granted: readonly Granted[]): readonly (readonly string[])[] {
  const actions = [...new Set(granted.map(({ action }) => action))].sort();
  return actions.flatMap(action => {
    const own = granted.filter(one => one.action === action);
    const constructs = [...new Set(own.map(({ construct }) => construct))];
    return constructs.map(construct => {
      const ofConstruct = own.filter(one => one.construct === construct);
      // What every construct has needs no option.
      const isAlways = ofConstruct.some(({ option }) => option === 'always');
      const options = isAlways ? ['always'] : [...new Set(ofConstruct.map(({ option }) => option))];
      const versions = ofConstruct.map(({ since }) => since);
      return [
        code(action),
        code(construct),
        options.join(', '),
        versions.includes('') ? '' : [...versions].sort(byVersion)[0],
      ];
    });
  });
}

function byVersion(one: string, other: string): number {
  return one.localeCompare(other, undefined, { numeric: true });
}
