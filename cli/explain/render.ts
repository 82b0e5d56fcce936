import { createColors } from 'picocolors';
import { Explanation, GrantedBy } from './explain';
import { AppVerdict, RoleInApp } from './role-in-app';
import { choice } from '../choice';
import { REPOSITORY } from '../facts/documents';
import { code as markdownCode, prose } from '../markdown/escape';
import { TextFormat, TEXT_FORMATS } from '../report';
import { visible, visibleLine } from '../text/visible';

// An explanation as text for terminals, and as Markdown.

/** How a form shows what the lines consist of. */
interface Form {
  readonly title: (text: string) => string;
  readonly code: (text: string) => string;
  /** Words that the message, the app or a page may have written. */
  readonly words: (text: string) => string;
  readonly item: (text: string, depth: number) => string;
  readonly block: (text: string) => string;
}

/** Statements of more constructs than this are shown by construct, with their options only. */
const DETAILED = 8;

/** How an explanation is printed. */
export interface ExplanationForm {
  /** @default 'terminal' */
  readonly format?: TextFormat;
  /** @default false */
  readonly color?: boolean;
}

/** The text of an explanation. There is no page and no log of it. */
export function renderExplanation(explanation: Explanation, { format = 'terminal', color = false }: ExplanationForm = {}): string {
  switch (choice('format', format, TEXT_FORMATS)) {
    case 'json': return `${JSON.stringify(explanation, null, 2)}\n`;
    case 'markdown': return explanationMarkdown(explanation);
    case 'terminal': return explanationText(explanation, color);
  }
}

export function explanationText(explanation: Explanation, color: boolean): string {
  const colors = createColors(color);
  return linesOf(explanation, {
    title: text => colors.bold(text),
    code: text => colors.cyan(visibleLine(text)),
    words: visibleLine,
    item: (text, depth) => `${'  '.repeat(depth)}- ${text}`,
    block: text => visible(text).replace(/^/gm, '  '),
  });
}

export function explanationMarkdown(explanation: Explanation): string {
  return linesOf(explanation, {
    title: text => `### ${text}`,
    code: markdownCode,
    words: prose,
    item: (text, depth) => `${'  '.repeat(depth)}- ${text}`,
    block: text => {
      const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
      return `${fence}ts\n${visible(text)}\n${fence}`;
    },
  });
}

function linesOf(explanation: Explanation, form: Form): string {
  const parts = [
    [requestLine(explanation, form), ...suggestionLines(explanation, form)],
    section('Another cause', explanation.causes.map(cause => form.item(form.words(cause), 0)), form),
    section('In the app', appLines(explanation, form), form),
    section('Granted by', grantLines(explanation, form), form),
    section('Narrower', narrowerLines(explanation, form), form),
    section('No option grants it', insteadLines(explanation, form), form),
  ];
  return `${parts.filter(lines => lines.length > 0).map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[], { title: shown }: Form): readonly string[] {
  return lines.length === 0 ? [] : [shown(title), ...lines];
}

function requestLine({ denial, level }: Explanation, { code }: Form): string {
  const { action, otherActions, principal, resource } = denial;
  const what = action ? [action, ...otherActions].map(code).join(', ') : 'a request that the message does not name';
  return `${what}${level && otherActions.length === 0 ? ` (${level})` : ''}${resource ? ` on ${code(resource)}` : ''}`
    + `${principal ? ` by ${code(principal)}` : ''}`;
}

const VERDICTS: Readonly<Record<AppVerdict, string>> = {
  'not found': 'no role or user of the app has this name: it is of another app, or made by hand',
  'denied': 'a statement denies it',
  'allowed': 'the role has it: deploy the app if it has not been deployed since, else look at the other causes',
  'possible': 'the role has it, if the conditions are met and the resource is the one that the statement means',
  'other resources': 'the role has it on other resources only: name this one in the option',
  'attached': 'no statement in the app grants it',
  'missing': 'the role does not have it',
};

function appLines({ app }: Explanation, form: Form): readonly string[] {
  return app ? [
    form.item(`${app.subject ? `${form.code(app.subject)}: ` : ''}${VERDICTS[app.verdict]}`, 0),
    ...app.others ? [form.item(`it may also be ${app.others.map(form.code).join(' or ')}, which may have the same name`, 0)] : [],
    ...statementLines(app.statements, form),
    ...app.attached ? [form.item(`attached policies may grant it: ${app.attached.map(form.code).join(', ')}`, 0)] : [],
    ...app.mayDeny ? [form.item('a statement may deny it, which depends on its conditions and resources:', 0)] : [],
    ...statementLines(app.mayDeny ?? [], form),
    ...app.boundary ? [form.item(`its boundary ${form.code(app.boundary)} must allow it, too`, 0)] : [],
    ...app.otherRegion
      ? [form.item(`the stack of the role is in ${form.code(app.otherRegion)}, the resource in another region`, 0)] : [],
  ] : [];
}

function statementLines(statements: RoleInApp['statements'], { item, code, words }: Form): readonly string[] {
  return statements.map(({ key, resources, conditions }) => {
    const on = `${resources.isExcept ? 'all but ' : ''}${resources.items.map(({ text }) => code(text)).join(', ')}`;
    return item(`${code(key)} on ${on}${conditions.map(condition => `, ${words(condition.words)}`).join('')}`, 1);
  });
}

function grantLines({ grants }: Explanation, form: Form): readonly string[] {
  const isDetailed = grants.length <= DETAILED;
  const constructs = [...new Set(grants.map(({ construct }) => construct))];
  return constructs.flatMap(construct => {
    const own = grants.filter(grant => grant.construct === construct);
    return isDetailed
      ? own.flatMap(grant => detailedLines(grant, form))
      : [form.item(`${form.code(construct)}: ${[...new Set(own.map(grant => optionsOf(grant, form)))].join('; ')}`, 0)];
  });
}

function detailedLines(grant: GrantedBy, form: Form): readonly string[] {
  const { construct, sid, resources, conditions, documentation, why } = grant;
  const versions = [why.since && `from ${why.since} on`, why.until && `before ${why.until}`].filter(Boolean).join(', ');
  return [
    form.item(`${form.code(construct)}, ${optionsOf(grant, form)}${versions && ` (${versions})`}`, 0),
    form.item(`statement ${form.code(sid)} on ${form.words(resources.join(', '))}`, 1),
    ...conditions.length > 0 ? [form.item(`only if ${conditions.map(form.code).join(' and ')}`, 1)] : [],
    form.item(`source: ${why.url} (${why.section}, ${why.asOf})`, 1),
    ...why.note ? [form.item(form.words(why.note), 1)] : [],
    form.item(`chapter: ${REPOSITORY}/${documentation}`, 1),
  ];
}

/** The options that grant it, or can switch it off. */
function optionsOf({ why: { options }, unless, form }: GrantedBy, { code }: Form): string {
  const granted = options.length > 0 ? options.map(code).join(' or ') : 'always';
  return `${granted}${form ? ` with ${code(form)}` : ''}${unless.length > 0 ? `, unless ${unless.map(code).join(' or ')} switches it off` : ''}`;
}

function suggestionLines({ suggestions }: Explanation, { code }: Form): readonly string[] {
  return suggestions.length > 0 ? ['', `No statement names this action. Did you mean ${suggestions.map(code).join(' or ')}?`] : [];
}

function narrowerLines({ granted }: Explanation, { item, code }: Form): readonly string[] {
  return granted === undefined ? [] : [
    item('the action is a pattern: name the actions that the role calls', 0),
    item(granted.length === 0 ? 'no option grants one that matches' : `options grant ${granted.map(code).join(', ')}`, 0),
  ];
}

function insteadLines({ instead }: Explanation, { block, item }: Form): readonly string[] {
  return instead === undefined ? [] : [item('if the role needs it, write:', 0), block(instead)];
}

