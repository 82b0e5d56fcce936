import { DocumentedStatement, PolicyFeature, Source } from '../src/private/statements/documented-statement';

type Sources = Readonly<Record<string, Source>>;

/** Every statement with its actions, resources, conditions, source and departures from it. */
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

/** The versions of the platform that have the statement. */
function versionsOf({ since, until }: DocumentedStatement): string {
  return [since && ` from ${since} on`, until && ` before ${until}`].filter(Boolean).join();
}

function grantOf({
  actions, actionsSince = {}, resources, conditions = {}, note = '',
}: DocumentedStatement): string[] {
  const later = Object.entries(actionsSince).flatMap(([version, added]) =>
    byService(added).map(action => `from ${version} on ${code(action)}`));
  return [
    lines([...byService(actions).map(code), ...later]),
    lines(resources.map(resource => (resource.includes(' ') ? resource : code(resource)))),
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

/** `s3:{GetObject,PutObject}` instead of two lines. */
function byService(actions: readonly string[]): string[] {
  const services = [...new Set(actions.map(action => action.split(':')[0]))];
  return services.map(service => {
    const names = actions.filter(action => action.startsWith(`${service}:`)).map(action => action.split(':')[1]);
    return names.length === 1 ? `${service}:${names[0]}` : `${service}:{${names.join(',')}}`;
  });
}

function nameOf(source: Source, sources: Sources): string {
  return Object.entries(sources).find(([, candidate]) => candidate === source)![0];
}
