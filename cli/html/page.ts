import { changesSection } from './changes';
import { Content, counted, h, partLink } from './elements';
import { entriesOf } from './entries';
import { filters } from './filters';
import { overview } from './overview';
import { ReviewChanges } from '../compare/changes';
import { Review } from '../review/model';
import { pictureSection } from './picture/section';
import { subjectList } from './subject-list';
import { subjectPage } from './subject-page';

/**
 * What the page has below its head.
 *
 * @param changes what changed since another review: the page begins with it
 */
export function page(review: Review, changes?: ReviewChanges): Content {
  const entries = entriesOf(review);
  const anchors = new Map(entries.map(({ subject, anchor }) => [subject.id, anchor]));
  return [
    h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
    h('header', { class: 'top' },
      h('h1', null, titleOf(review)),
      h('p', null, `${counted(review.stacks.length, 'stack')}, read from the templates. No call of AWS was made.`),
      h('nav', { 'aria-label': 'Parts of the page' },
        changes && partLink('changes', 'Changes'), partLink('overview', 'Overview'), partLink('picture', 'Picture'), partLink('list', 'List'), partLink('pages', 'Details'))),
    h('main', { id: 'main', tabIndex: -1 },
      changes && changesSection(changes, entries),
      overview(review, entries),
      pictureSection(entries),
      h('section', { 'id': 'list', 'aria-labelledby': 'list-name' },
        h('h2', { id: 'list-name' }, 'Roles, users, groups and policies'),
        filters(entries),
        subjectList(entries) ?? h('p', null, 'The app has no IAM resources.')),
      h('section', { 'id': 'pages', 'aria-labelledby': 'pages-name' },
        h('h2', { id: 'pages-name' }, 'Details'),
        entries.map(entry => subjectPage(entry, id => anchors.get(id ?? ''))))),
  ];
}

export function titleOf({ app }: Review): string {
  return `IAM review of ${app}`;
}
