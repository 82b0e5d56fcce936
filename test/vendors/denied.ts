import { Answer } from './ask';
import { isBefore } from '../../src/private/statements/versions';
import { globMatches } from '../support/globs';

/** Requests that our construct denies on purpose. */
export interface DeniedRow {
  /** Who asks: the user or a role. */
  readonly subject: string;
  readonly actions: readonly string[];
  /** The resources, with wildcards. Without it: all. */
  readonly resources?: readonly string[];
  readonly configurations?: readonly string[];
  /** What the names of the constructs that deny it start with. Without it: all. */
  readonly asker?: string;
  /** The release from which on it is allowed. */
  readonly before?: string;
  readonly because: string;
}

/** What is denied, and which reasons explain it. */
export interface Explained {
  /** In words: one for each construct and request. */
  readonly unexplained: readonly string[];
  readonly unneeded: readonly DeniedRow[];
}

export function explained(answers: readonly Answer[], rows: readonly DeniedRow[]): Explained {
  const denied = answers.filter(({ isAllowed }) => !isAllowed);
  return {
    unexplained: inWords(denied.filter(answer => !rows.some(row => isOf(row, answer)))),
    unneeded: rows.filter(row => !denied.some(answer => isOf(row, answer))),
  };
}

function isOf({ subject, actions, resources, configurations, asker = '', before }: DeniedRow, answer: Answer): boolean {
  return subject === answer.subject && actions.includes(answer.action) && answer.asker.startsWith(asker) &&
    (!configurations || configurations.includes(answer.configuration)) &&
    (!resources || resources.some(resource => globMatches(resource, answer.resource))) &&
    (before === undefined || isBefore(answer.release, before));
}

/** One text for each construct and request, with the configurations and releases that ask it. */
function inWords(denied: readonly Answer[]): readonly string[] {
  const places = new Map<string, { configurations: Set<string>; releases: Set<string>; sources: Set<string> }>();
  for (const { subject, asker, action, resource, context, configuration, release, sources } of denied) {
    const who = subject === 'user' ? asker : `${subject}, ${asker}`;
    const text = [who, action, resource, ...Object.entries(context).map(([key, value]) => `${key}=${value}`)].join(' ');
    const place = places.get(text) ?? { configurations: new Set(), releases: new Set(), sources: new Set() };
    place.configurations.add(configuration);
    place.releases.add(release);
    sources.forEach(source => place.sources.add(source));
    places.set(text, place);
  }
  return [...places].map(([text, { configurations, releases, sources }]) =>
    `${text} (${[configurations, releases, sources].map(names => [...names].join(', ')).join('; ')})`).sort();
}

/** How many requests a release asks, how many of them are allowed, and how many reasons explain the others. */
export interface AskedFigures {
  readonly asked: number;
  readonly allowed: number;
  readonly rows: number;
}

export function askedFigures(answers: readonly Answer[], rows: readonly DeniedRow[], release: string): AskedFigures {
  const ofRelease = answers.filter(answer => answer.release === release);
  const texts = (some: readonly Answer[]) => new Set(some.map(({ asker, subject, action, resource, context }) =>
    JSON.stringify([asker, subject, action, resource, context])));
  const denied = ofRelease.filter(({ isAllowed }) => !isAllowed);
  const [asked, refused] = [texts(ofRelease).size, texts(denied).size];
  return {
    asked,
    allowed: asked - refused,
    rows: rows.filter(row => denied.some(answer => isOf(row, answer))).length,
  };
}
