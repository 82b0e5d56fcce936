import { apiTypes, optionsOf } from './api-types';
import { anchorOf, code, link, page } from './markdown';
import { KnownConstruct } from '../../cli/facts/catalogue';
import { table } from '../tables';

interface Change {
  readonly version: string;
  readonly construct: string;
  readonly sid: string;
  readonly actions: readonly string[];
}

/** What each version of a platform needs in addition to the one before. Undefined for platforms without versions. */
export function versionsPage(constructs: readonly KnownConstruct[], title: string): string | undefined {
  const changes = constructs.filter(hasVersion).flatMap(changesOf);
  const versions = [...new Set(changes.map(({ version }) => version))]
    .sort((one, other) => one.localeCompare(other, undefined, { numeric: true }));
  return versions.length === 0 ? undefined : page([
    `# ${title}: versions`,
    'What the programs of each version call that older ones do not. A role grants it from that `version` on.',
    ...versions.flatMap(version => [`## ${version}`, table(['Construct', 'Statement', 'Actions'],
      changes.filter(change => change.version === version).map(({ construct, sid, actions }) =>
        [code(construct), link(code(sid), `${construct}-statements.md#${anchorOf(sid)}`), actions.map(code).join('<br>')]))]),
  ]);
}

function hasVersion({ name }: KnownConstruct): boolean {
  const props = apiTypes().get(`${name}Props`);
  return props !== undefined && optionsOf(props).some(option => option.name === 'version');
}

function changesOf({ name, statements }: KnownConstruct): readonly Change[] {
  const all = statements.flatMap(({ sid, variants }) => variants.flatMap(({ since, actions, actionsSince = {} }) => {
    const later = Object.values(actionsSince).flat();
    return [
      ...since
        ? [{ version: since, construct: name, sid, actions: actions.filter(action => !later.includes(action)) }] : [],
      ...Object.entries(actionsSince).map(([version, begun]) => ({ version, construct: name, sid, actions: begun })),
    ];
  })).filter(({ actions }) => actions.length > 0);
  return [...new Map(all.map(change => [JSON.stringify(change), change])).values()];
}
