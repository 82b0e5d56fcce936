import { ApiMember, ApiType, apiTypes, optionsOf, structOf } from './api-types';
import { Example } from './examples';
import { anchorOf, code, link, page } from './markdown';
import { pythonType, snakeCase } from './names';
import { KnownConstruct, KnownStatement } from '../../cli/facts/catalogue';
import { table } from '../tables';

/** An option at any depth. */
export interface ListedOption extends ApiMember {
  /** `trainingJob.outputs` */
  readonly path: string;
  readonly of: ApiType;
}

/** An option that opens more than this many statements has a link to the page instead of one for each. */
const LISTED = 12;

/** The options of a construct: what each grants, its types in TypeScript and Python, its default. */
export function optionsPage({ name, documentation, statements }: KnownConstruct, examples: readonly Example[]): string {
  const type = apiTypes().get(name)!;
  const options = listedOptions(apiTypes().get(type.props ?? '')!);
  const own = options.filter(({ of }) => !isCommon(of));
  return page([
    `# ${name}`,
    [...statements.length > 0 ? [link('Statements', `${name}-statements.md`)] : [], link('Deviations', 'deviations.md'),
      link('Guide', `../../${documentation.replace('docs/', '')}`), link('API', `../../../API.md#cdk-platform-iam.${name}`),
      ...type.see ? [link("Vendor's page", type.see)] : []].join(' · '),
    type.text,
    ...exampleParts(examples),
    '## Options',
    'The second name is the one in Python, where the options within an option are a class of their own: that of its type.',
    optionsTable(own),
    commonLinks(options),
    ...own.flatMap(option => optionParts(option, name, statements)),
  ]);
}

/** The options of a struct that several constructs share. */
export function sharedPage(struct: ApiType): string {
  const options = listedOptions(struct).filter(({ of }) => of === struct || !struct.bases.includes(of.name));
  return page([
    `# ${struct.name}`,
    link('API', `../../../API.md#cdk-platform-iam.${struct.name}`),
    struct.text,
    ...struct.bases.map(base => `It has the options of ${link(code(base), `${base}.md`)}, too.`),
    '## Options',
    optionsTable(options),
    ...options.flatMap(option => optionParts(option, struct.name, [])),
  ]);
}

/** The options of a struct and of those within, in the order of the sources. */
export function listedOptions(struct: ApiType, path = ''): readonly ListedOption[] {
  return optionsOf(struct).flatMap(option => {
    const inner = structOf(option);
    const own = { ...option, path: path + option.name };
    return [own, ...inner ? listedOptions(inner, `${own.path}.`) : []];
  });
}

function isCommon({ file }: ApiType): boolean {
  return file.startsWith('src/common/') && !/session-manager/.test(file);
}

function exampleParts(examples: readonly Example[]): readonly string[] {
  const [shown, ...others] = examples;
  return shown ? [
    '## Example',
    `From ${link(shown.title, shown.target)}:`,
    `\`\`\`ts\n${shown.program}\`\`\``,
    shown.python ? `<details><summary>Python</summary>\n\n\`\`\`python\n${shown.python}\`\`\`\n\n</details>` : '',
    others.length > 0 ? ['Others:', '', ...others.map(({ title, target }) => `- ${link(title, target)}`)].join('\n') : '',
  ] : [];
}

function optionsTable(options: readonly ListedOption[]): string {
  return table(['Option', 'Type', 'Default'], options.map(option => [
    `${link(code(option.path), `#${anchorOf(option.path)}`)}<br>${code(snakeCase(option.path))}`,
    typeWords(option),
    defaultWords(option) || 'required',
  ]));
}

function commonLinks(options: readonly ListedOption[]): string {
  const structs = [...new Set(options.map(({ of }) => of).filter(isCommon).map(({ name }) => name))];
  return structs.length > 0 ? `And those of ${structs.map(name => link(code(name), `../common/${name}.md`)).join(', ')}.` : '';
}

function optionParts(
  option: ListedOption, construct: string, statements: readonly KnownStatement[],
): readonly string[] {
  return [
    `### ${code(option.path)}`,
    `${typeWords(option)}, in Python ${code(`${snakeCase(option.name)}: ${pythonType(option.type)}`)}. ` +
      `${option.isOptional ? `Default: ${defaultWords(option)}` : 'Required'}.`,
    option.text,
    statementsOfOption(option, construct, statements),
  ];
}

function statementsOfOption({ path }: ListedOption, construct: string, statements: readonly KnownStatement[]): string {
  const granted = statements.filter(({ options }) => options.some(option => option.split(' + ').includes(path)));
  const offs = statements.filter(({ unless }) => unless.includes(path));
  const links = (some: readonly KnownStatement[]) => some.length > LISTED
    ? link(`${some.length} statements`, `${construct}-statements.md`)
    : some.map(({ sid }) => link(code(sid), `${construct}-statements.md#${anchorOf(sid)}`)).join(', ');
  return [
    ...granted.length > 0 ? [`Grants ${links(granted)}.`] : [],
    ...offs.length > 0 ? [`Can switch off ${links(offs)}.`] : [],
  ].join(' ');
}

/** Links to a class; the options of a struct are on the same page. */
function typeWords({ type }: ApiMember): string {
  const own = apiTypes().get(type.replace(/\[\]$/, ''));
  const shown = code(type.replaceAll('|', '\\|'));
  return own && own.kind !== 'struct' ? link(shown, `../classes.md#${anchorOf(own.name)}`) : shown;
}

function defaultWords({ default: given, isOptional }: ApiMember): string {
  return !isOptional || given === undefined ? '' : given.startsWith('- ') ? given.slice(2) : code(given);
}
