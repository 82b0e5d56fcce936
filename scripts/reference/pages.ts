import { apiTypes } from './api-types';
import { classesPage } from './classes-page';
import { deviationsPage } from './deviations-page';
import { errorsPage } from './errors-page';
import { examplesOf } from './examples';
import { code, guideLinks, link, page } from './markdown';
import { optionsPage, sharedPage } from './options-page';
import { statementsPage } from './statements-page';
import { versionsPage } from './versions-page';
import { allConstructs, KnownConstruct } from '../../cli/facts/catalogue';
import { DocumentedPlatform } from '../../test/documented/platform';
import { Platform, PLATFORMS } from '../../test/platforms';
import { table } from '../tables';

/** A generated page of the reference. */
export interface ReferencePage {
  /** `docs/reference/sagemaker/sources.md` */
  readonly file: string;
  readonly text: string;
}

/** The folder of a platform, and its name in titles. */
export const TITLES: Readonly<Record<string, string>> = {
  'elastic-beanstalk': 'AWS Elastic Beanstalk',
  'hopsworks': 'Hopsworks',
  'parallelcluster2': 'AWS ParallelCluster 2',
  'parallelcluster3': 'AWS ParallelCluster 3',
  'sagemaker': 'Amazon SageMaker',
};

const FOLDER = 'docs/reference';

/** All pages: options and statements of each construct, deviations and sources of each platform, and their index. */
export async function referencePages(): Promise<readonly ReferencePage[]> {
  const platforms = await Promise.all(PLATFORMS.map(pagesOf));
  const shared = [...apiTypes().values()].filter(({ kind, file, name }) =>
    kind === 'struct' && file.startsWith('src/common/') && name.startsWith('Platform'));
  return [
    { file: `${FOLDER}/README.md`, text: indexPage() },
    { file: `${FOLDER}/classes.md`, text: classesPage() },
    ...shared.map(struct => ({ file: `${FOLDER}/common/${struct.name}.md`, text: sharedPage(struct) })),
    ...platforms.flat(),
  ];
}

async function pagesOf(platform: Platform): Promise<readonly ReferencePage[]> {
  const { folder, documented } = platform;
  const title = TITLES[folder];
  const chapters = chaptersOf(platform);
  const versions = versionsPage(constructsOf(platform), title);
  return [
    ...constructsOf(platform).flatMap(construct => [
      {
        file: `${FOLDER}/${folder}/${construct.name}.md`,
        text: optionsPage(construct, examplesOf(construct.name)),
      },
      ...hasStatements(construct)
        ? [{ file: `${FOLDER}/${folder}/${construct.name}-statements.md`, text: statementsPage(construct) }] : [],
    ]),
    ...versions ? [{ file: `${FOLDER}/${folder}/versions.md`, text: versions }] : [],
    { file: `${FOLDER}/${folder}/errors.md`, text: errorsPage(folder, title, chapters) },
    { file: `${FOLDER}/${folder}/deviations.md`, text: await deviationsPage(platform, title, chapters) },
    { file: `${FOLDER}/${folder}/sources.md`, text: sourcesPage(documented, title, chapters) },
  ];
}

/** The index of the whole reference, or the part of it for a chapter. */
export function referenceTable(chapter: string): string {
  const platform = PLATFORMS.find(one => chaptersOf(one).includes(chapter))!;
  const folder = `reference/${platform.folder}`;
  return [
    ...table(['Construct', 'Reference'], constructsOf(platform).filter(({ documentation }) => documentation === chapter)
      .map(construct => constructRow(construct, folder))).split('\n'),
    `Differences from the vendor's documents are in ${link('deviations', `${folder}/deviations.md`)}, pages and versions ` +
      `in ${link('sources', `${folder}/sources.md`)}.`,
    '',
  ].join('\n');
}

function indexPage(): string {
  return page([
    '# Reference',
    'Generated from the sources: for each construct its options and its statements, for each platform the differences from ' +
      `the vendor's documents and their pages. ${link('API.md', '../../API.md')} has all classes and methods, ` +
      `${link('an index of actions', '../actions.md')} the options that grant each action.`,
    ...PLATFORMS.flatMap(({ folder, ...platform }) => [
      `## ${TITLES[folder]}`,
      table(['Construct', 'Reference'], constructsOf({ folder, ...platform }).map(construct => constructRow(construct, folder))),
      ['deviations', 'sources', 'errors'].map(name => link(name, `${folder}/${name}.md`)).join(' · '),
    ]),
    '## Options that constructs share',
    [...['PlatformRoleProps', 'PlatformEc2RoleProps', 'PlatformPolicyProps']
      .map(name => `- ${link(code(name), `common/${name}.md`)}`), `- ${link('classes that options take', 'classes.md')}`].join('\n'),
  ]);
}

function constructRow(construct: KnownConstruct, folder: string): readonly string[] {
  const { name, statements } = construct;
  const links = [
    link('options', `${folder}/${name}.md`),
    ...hasStatements(construct) ? [link(`${statements.length} statements`, `${folder}/${name}-statements.md`)] : [],
  ];
  return [code(name), links.join(', ')];
}

function sourcesPage(documented: readonly DocumentedPlatform[], title: string, chapters: readonly string[]): string {
  const rows = documented.flatMap(({ sources }) => Object.values(sources));
  const distinct = [...new Map(rows.map(source => [JSON.stringify(source), source])).values()];
  return page([
    `# ${title}: sources`,
    [link('Deviations', 'deviations.md'), ...guideLinks(chapters)].join(' · '),
    'The pages, policies and programs of the vendor that statements come from, with the date of the text, and when it was ' +
      'last read.',
    table(['Source', 'What it is', 'As of', 'Read on', 'Speaks of'], distinct.map(({ kind, url, section, asOf, readOn, appliesTo }) =>
      [link(section.replace(/[[\]]/g, ''), url), kind, asOf, readOn, appliesTo])),
  ]);
}

function constructsOf({ folder }: Pick<Platform, 'folder'>): readonly KnownConstruct[] {
  return allConstructs().filter(({ platform }) => platform === folder);
}

function chaptersOf(platform: Platform): readonly string[] {
  return [...new Set(constructsOf(platform).map(({ documentation }) => documentation))];
}

function hasStatements({ statements }: KnownConstruct): boolean {
  return statements.length > 0;
}
