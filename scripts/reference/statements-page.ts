import { anchorOf, code, escaped, link, page } from './markdown';
import { KnownConstruct, KnownStatement } from '../../cli/facts/catalogue';
import { VariantFacts } from '../../cli/facts/catalogue-facts';
import { table } from '../tables';

/** More lines than this in one row do not fit on a screen. */
const LINES = 20;

const LEGEND = '`P`, `R` and `A` are the partition, region and account of the stack. `<option>` is the value of an option, and ' +
  '"the objects of" an `S3Location` are those that it names.';

/** Every statement of a construct, under a heading of its own: what it grants, by which option, and why. */
export function statementsPage({ name, documentation, statements }: KnownConstruct): string {
  const features = [...new Set(statements.map(({ feature }) => feature))];
  return page([
    `# ${name}: statements`,
    [link('Options', `${name}.md`), link('Deviations', 'deviations.md'), link('Sources', 'sources.md'),
      link('Guide', `../../${documentation.replace('docs/', '')}`)].join(' · '),
    `All statements that ${code(name)} can have, with all options and in all versions. ${LEGEND} Sids are part of the ` +
      'interface: overrides and audits can rely on them.',
    features.map(feature => `- ${link(feature, `#${anchorOf(feature)}`)}`).join('\n'),
    ...features.flatMap(feature => [
      `## ${feature}`,
      ...statements.filter(one => one.feature === feature).flatMap(statement => statementOf(statement, name)),
    ]),
  ]);
}

function statementOf(statement: KnownStatement, construct: string): readonly string[] {
  const { sid, source, variants } = statement;
  return [
    `### ${escaped(sid)}`,
    `${granted(statement, construct)}. Source: ${link(source.section.replace(/[[\]]/g, ''), source.url)}, ${source.asOf}.`,
    ...variants.flatMap((variant, index) => [
      variantWords(variant, index, variants.length),
      grantTable(variant),
      variant.note ? `Difference from the source: ${escaped(variant.note)}.` : '',
    ]),
  ];
}

function granted({ options, unless }: KnownStatement, construct: string): string {
  const linked = (option: string) => option.split(' + ').map(part => link(code(part), `${construct}.md#${anchorOf(part)}`)).join(' with ');
  if (options.length > 0) {
    return `Granted with ${options.map(linked).join(', ')}`;
  }
  return unless.length > 0 ? `Granted by default, unless ${unless.map(linked).join(', ')} switches it off` : 'Always granted';
}

function variantWords({ since, until }: VariantFacts, index: number, count: number): string {
  const versions = [since && `from ${since} on`, until && `before ${until}`].filter(Boolean).join(', ');
  const form = count > 1 ? `Form ${index + 1} of ${count}` : '';
  return form || versions ? `${[form, versions && (form ? versions : `In versions ${versions}`)].filter(Boolean).join(', ')}:` : '';
}

function grantTable({ actions, actionsSince = {}, resources, conditions = {} }: VariantFacts): string {
  const later = Object.entries(actionsSince);
  const always = actions.filter(action => !later.some(([, names]) => names.includes(action)));
  const actionLines = [...always.map(code),
    ...later.flatMap(([version, names]) => names.map(action => `${code(action)} from ${version} on`))];
  const resourceLines = resources.map(resource => (resource.includes(' ') ? resource : code(resource)));
  const conditionLines = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => conditionWords(`${operator} ${key}`, [values].flat())));
  return rows({
    Actions: actionLines, Resources: resourceLines, ...conditionLines.length > 0 ? { Condition: conditionLines } : {},
  });
}

function conditionWords(key: string, values: readonly string[]): string {
  return values.length === 1 ? code(`${key} = ${values[0]}`) : [`${code(key)} one of`, ...values.map(code)].join('<br>');
}

/** A table whose long cells go on in further rows. */
function rows(columns: Readonly<Record<string, readonly string[]>>): string {
  const cells = Object.values(columns);
  const count = Math.ceil(Math.max(...cells.map(lines => lines.length)) / LINES);
  return table(Object.keys(columns), Array.from({ length: count }, (_, index) =>
    cells.map(lines => lines.slice(index * LINES, (index + 1) * LINES).join('<br>') || '(as above)')));
}
