import { DocumentedStatement, PolicyFeature, Source } from '../src/private/statements/documented-statement';

type Sources = Readonly<Record<string, Source>>;

/** Lists every statement with its actions, resources, conditions, source and deviations from the source. */
export function statementsTable(features: readonly PolicyFeature[], sources: Sources): string {
  const alike = new Map<string, DocumentedStatement[]>();
  for (const statement of features.flatMap(({ statements }) => statements)) {
    const key = JSON.stringify([grantOf(statement), versionsOf(statement)]);
    alike.set(key, [...(alike.get(key) ?? []), statement]);
  }
  const rows = [...alike.values()].map(statements => [
    lines(statements.map(statement => `${code(statement.sid)}${versionsOf(statement)}`)),
    ...grantOf(statements[0]),
    lines(statements.map(({ source }) => nameOf(source, sources))),
  ]);
  return table(['Sid', 'Actions', 'Resources', 'Condition', 'Departure from the source', 'Source'], rows);
}

/** The platform versions that have the statement. */
function versionsOf({ since, until }: DocumentedStatement): string {
  return [since && ` from ${since} on`, until && ` before ${until}`].filter(Boolean).join();
}

function grantOf({
  actions, actionsSince = {}, resources, conditions = {}, note = '',
}: DocumentedStatement): string[] {
  const added = Object.entries(actionsSince);
  const always = actions.filter(action => !added.some(([, later]) => later.includes(action)));
  const later = added.flatMap(([version, names]) =>
    byService(names).map(action => `from ${version} on ${code(action)}`));
  return [
    lines([...byService(always).map(code), ...later]),
    lines(byPlace(resources).map(resource => (resource.includes(' ') ? resource : code(resource)))),
    lines(
      Object.entries(conditions).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, values]) => code(`${operator} ${key} = ${[values].flat().join(', ')}`)),
      ),
    ),
    note,
  ];
}

function lines(texts: readonly string[]): string {
  return [...new Set(texts)].join('<br>');
}

export function sourcesTable(sources: Sources): string {
  return table(
    ['Source', 'Page', 'Section', 'Read as of', 'Speaks of'],
    Object.entries(sources).map(([name, { url, section, asOf, appliesTo }]) => [
      code(name),
      url,
      section,
      asOf,
      appliesTo,
    ]),
  );
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell || '–').join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line), ''].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** Joins actions: `s3:{GetObject,PutObject}` instead of two lines. */
export function byService(actions: readonly string[]): string[] {
  const services = [...new Set(actions.map(action => action.split(':')[0]))];
  return services.map(service => {
    const ofService = actions.filter(action => action.split(':')[0] === service);
    return ofService.length === 1
      ? ofService[0]
      : `${service}:{${ofService.map(action => action.split(':')[1]).join(',')}}`;
  });
}

/** Joins resources: `arn:P:ec2:R:A:{instance/*,volume/*}` instead of two lines. */
function byPlace(resources: readonly string[]): string[] {
  const places = new Map<string, string[]>();
  for (const resource of resources) {
    const [place = resource] = /^(?:arn(?::[^:]*){4}:|<[^>]+>\/)/.exec(resource) ?? [];
    places.set(place, [...(places.get(place) ?? []), resource.slice(place.length)]);
  }
  return [...places].map(([place, names]) => {
    const folder = commonFolder(names);
    const rest = names.map(name => name.slice(folder.length));
    return place + folder + (rest.length === 1 ? rest[0] : `{${rest.join(',')}}`);
  });
}

/** The longest common prefix that ends in a slash. */
function commonFolder([first, ...others]: readonly string[]): string {
  const folders = first.split('/').slice(0, -1).map((_, index, parts) => `${parts.slice(0, index + 1).join('/')}/`);
  return folders.filter(folder => others.every(other => other.startsWith(folder))).pop() ?? '';
}

function nameOf(source: Source, sources: Sources): string {
  return Object.entries(sources).find(([, candidate]) => candidate === source)![0];
}
