import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { escaped, guideLinks, link, page } from './markdown';

// The messages of errors that are special to a platform, as its sources write them.

const ROOT = join(__dirname, '..', '..');

/** Lists the messages of a platform by the folder of the construct. A name in capitals stands for what differs. */
export function errorsPage(folder: string, title: string, chapters: readonly string[]): string {
  const files = readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts')).sort();
  const parts = [...new Set(files.map(partOf))].map(part => [
    part, [...new Set(files.filter(file => partOf(file) === part).flatMap(file => messagesIn(join('src', folder, file))))],
  ] as const);
  return page([
    `# ${title}: errors`,
    guideLinks(chapters).join(' · '),
    `What the checks of this platform say, after the path of the construct; \`…\` stands for a value. ${link('Other errors',
      '../../roles.md#errors')} are the same on every platform.`,
    ...parts.filter(([, messages]) => messages.length > 0).flatMap(([part, messages]) =>
      [`## ${part}`, messages.map(message => `- ${message}`).join('\n')]),
  ]);
}

/** `ec2-role` */
function partOf(file: string): string {
  return file.split('/')[0];
}

function messagesIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(^|\.)fail$/.test(node.expression.getText())) {
      found.push(...textsOf(node.arguments.at(-1)!));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(text => /[a-z]{3} /.test(text)).map(escaped);
}

/** The texts that an expression can have: two for a condition. */
function textsOf(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) {
    return [node.text];
  }
  if (ts.isParenthesizedExpression(node)) {
    return textsOf(node.expression);
  }
  if (ts.isConditionalExpression(node)) {
    return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  }
  if (ts.isBinaryExpression(node)) {
    return textsOf(node.left).flatMap(left => textsOf(node.right).map(right => left + right));
  }
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce<readonly string[]>((texts, { expression, literal }) =>
      texts.flatMap(text => valuesOf(expression).map(value => text + value + literal.text)), [node.head.text]);
  }
  return ['…'];
}

/** The name in `read.pathOf('name')`, the texts of a condition, or a sign for any value. */
function valuesOf(node: ts.Expression): readonly string[] {
  const [, name] = /^read\.pathOf\('(\w+)'\)$/.exec(node.getText()) ?? [];
  return name ? [name] : ts.isConditionalExpression(node) ? textsOf(node) : ['…'];
}
