import { badge, capitalized, code, Content, Element, h, list, part, partLink, prose, webLink } from './elements';
import { Entry, platformOf } from './entries';
import { quotaBars } from './quotas';
import { permissionsTable, trustTable } from './statement-rows';
import { table } from './tables';
import { warningList } from './warnings';
import { AttachedPolicy, ConstructSummary, Reach, ResourceSummary, Subject } from '../review/model';
import { durationWords } from '../text/words';

/** How the parts of the page refer to other subjects. */
export type AnchorOf = (id: string | undefined) => string | undefined;

/** All about one role, user, group or policy. On paper it starts a page. */
export function subjectPage(entry: Entry, anchorOf: AnchorOf): Element {
  const { subject, anchor, index, warnings } = entry;
  return h('article', {
    'id': anchor, 'data-subject': index, 'data-platform': platformOf(subject),
  },
  h('header', null,
    h('h3', null, subject.id),
    facts(subject)),
  part('h4', 'Warnings', warningList(warnings)),
  part('h4', 'Who may assume it', trustTable(entry)),
  part('h4', subject.kind === 'policy' ? 'What it allows' : 'What it may do', permissionsTable(entry)),
  part('h4', 'Attached policies', attachedPolicies(subject.attached, anchorOf)),
  part('h4', 'Permissions boundary', boundary(subject, anchorOf)),
  part('h4', 'What it can reach that is not obvious', reachTable(entry)),
  part('h4', 'Quotas', quotaBars(subject.quotas)));
}

function facts({ kind, name, stack, construct, description, maxSessionDuration, resources }: Subject): Element {
  const rows: readonly (readonly [string, Content])[] = [
    ['Kind', capitalized(kind)],
    ['Construct', construct === undefined ? null : constructWords(construct)],
    ['Name', name === undefined ? null : code(name)],
    ['Stack', stack],
    ['Description', description ?? null],
    ['Sessions', maxSessionDuration === undefined ? null : `up to ${durationWords(maxSessionDuration)}`],
    ['Resources', list(resources.map(resourceWords))],
  ];
  return h('dl', { class: 'facts' }, rows.filter(([, value]) => value !== null)
    .map(([term, value]) => h('div', null, h('dt', null, term), h('dd', null, value))));
}

function constructWords({ name, platform, version, documentation }: ConstructSummary): Content {
  return [webLink(documentation, name), ` for ${platform}, version ${version}`];
}

function resourceWords({ logicalId, type, createdAt }: ResourceSummary): Content {
  return [code(logicalId), ` (${type})`, createdAt === undefined ? null : [', created at ', code(createdAt)]];
}

const OWNERS: Readonly<Record<AttachedPolicy['owner'], string>> = { aws: 'AWS', account: 'the account', app: 'the app' };

function attachedPolicies(attached: readonly AttachedPolicy[], anchorOf: AnchorOf): Element | null {
  return attached.length === 0 ? null : h('ul', { class: 'attached' }, attached.map(({ arn, name, owner, subject, width }) =>
    h('li', null,
      h('strong', null, partLink(anchorOf(subject), name)), ` of ${OWNERS[owner]} `, code(arn),
      width === undefined ? null : [' ', badge('wide', 'Wide'), ` ${width}`])));
}

function boundary({ boundary: limit }: Subject, anchorOf: AnchorOf): Content {
  return limit === undefined ? null : h('p', null,
    partLink(anchorOf(limit.subject), code(limit.policy)),
    limit.subject === undefined || limit.subject === limit.policy ? null : ` (${limit.subject})`);
}

function reachTable({ subject, statementAnchors }: Entry): Element | null {
  const anchors = new Map([...statementAnchors].map(([{ key }, anchor]) => [key, anchor]));
  const links = ({ statements }: Reach) => statements.map((key, index) => [index === 0 ? null : ', ', partLink(anchors.get(key), key)]);
  return table('reach', subject.reach.map(reach => ({
    cells: [prose(reach.who), prose(reach.can), prose(reach.advice), links(reach)],
  })));
}
