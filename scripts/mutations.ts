import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** A change to the sources that alters a statement. */
export interface Mutation {
  readonly kind: 'drop an action' | 'drop a condition' | 'widen a resource' | 'drop a statement';
  /** The path relative to the project. */
  readonly file: string;
  readonly line: number;
  /** Describes the change. */
  readonly what: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

type Edit = Omit<Mutation, 'file' | 'line'>;

const ACTION = /^[a-z0-9-]+:[A-Z*][\w*]*$/;

/** Code where a trailing wildcard would change nothing. */
const ENDS_WITH_WILDCARD = /\*['`)\]]*$|\bany\w*\(|logGroups|objects/i;

/** Finds all mutations of the statements of the platforms. */
export function mutationsOf(project: string): readonly Mutation[] {
  const sources = join(project, 'src');
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && file.includes('/') && !/^(common|private)\//.test(file))
    .sort()
    .flatMap(file => {
      const text = readFileSync(join(sources, file), 'utf8');
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      return editsIn(source, source).map(edit => ({
        ...edit,
        file: join('src', file),
        line: source.getLineAndCharacterOfPosition(edit.start).line + 1,
      }));
    });
}

export function mutated(text: string, { start, end, replacement }: Mutation): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

function editsIn(node: ts.Node, source: ts.SourceFile): readonly Edit[] {
  return [
    ...(ts.isArrayLiteralExpression(node) ? droppedActions(node) : []),
    ...(ts.isCallExpression(node) && node.expression.getText() === 'granting' ? brokenGrants(node) : []),
    ...(ts.isObjectLiteralExpression(node) && isStatement(node) ? [
      ...droppedStatement(node), ...droppedConditions(node), ...widenedResources(node),
    ] : []),
    ...node.getChildren(source).flatMap(child => editsIn(child, source)),
  ];
}

function isStatement(node: ts.ObjectLiteralExpression): boolean {
  return ['sid', 'source', 'actions', 'resources'].every(name => propertyOf(node, name) !== undefined);
}

function propertyOf(node: ts.ObjectLiteralExpression, name: string): ts.ObjectLiteralElementLike | undefined {
  return node.properties.find(property => property.name !== undefined && property.name.getText() === name);
}

/** The value of a property, if it is a literal in the source. */
function valueOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = propertyOf(node, name);
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

/** Drops actions from lists of two or more: a statement without actions would be invalid. */
function droppedActions({ elements }: ts.ArrayLiteralExpression): readonly Edit[] {
  const areActions = elements.length > 1 &&
    elements.every(element => ts.isStringLiteral(element) && ACTION.test(element.text) && !element.text.startsWith('aws:'));
  return areActions ? elements.map(element => ({ kind: 'drop an action', what: element.getText(), ...without(element) })) : [];
}

/** Drops statements that may be absent: those in a list, and those for an optional option. */
function droppedStatement(node: ts.ObjectLiteralExpression): readonly Edit[] {
  const edit = { kind: 'drop a statement', what: sidOf(node) } as const;
  if (ts.isArrayLiteralExpression(node.parent)) {
    return [{ ...edit, ...without(node) }];
  }
  const call = node.parent.parent?.parent;
  const isOfOption = ts.isParenthesizedExpression(node.parent) && ts.isArrowFunction(node.parent.parent) &&
    ts.isCallExpression(call) && /^whenPresent$|\.flatMap$/.test(call.expression.getText());
  return isOfOption ? [{ ...edit, start: node.getStart(), end: node.getEnd(), replacement: '[]' }] : [];
}

/**
 * Breaks calls of `granting(actions, note, conditions)`, which returns a statement with these actions on all resources.
 */
function brokenGrants(node: ts.CallExpression): readonly Edit[] {
  const [actions, , conditions] = node.arguments;
  const what = actions.getText();
  const [start, end] = [node.getStart(), node.getEnd()];
  return [
    { kind: 'drop a statement', what, start, end, replacement: '((..._: unknown[]) => [])' },
    ...(conditions === undefined ? [] : [{ kind: 'drop a condition', what, ...without(conditions) } as const]),
  ];
}

function droppedConditions(node: ts.ObjectLiteralExpression): readonly Edit[] {
  const property = propertyOf(node, 'conditions');
  return property
    ? [{ kind: 'drop a condition', what: `${sidOf(node)} ${property.getText()}`, ...without(property) }] : [];
}

function widenedResources(node: ts.ObjectLiteralExpression): readonly Edit[] {
  const value = valueOf(node, 'resources');
  if (value === undefined || /^ANY$|^\['\*'\]$/.test(value.getText())) {
    return [];
  }
  const edit = (part: ts.Expression, replacement: string): Edit => ({
    kind: 'widen a resource',
    what: `${sidOf(node)} ${part.getText()} -> ${replacement}`,
    start: part.getStart(),
    end: part.getEnd(),
    replacement,
  });
  const elements = ts.isArrayLiteralExpression(value) ? value.elements : [];
  const parts = elements.filter(element => !ts.isSpreadElement(element));
  return [
    edit(value, "['*']"),
    ...parts.filter(part => !ENDS_WITH_WILDCARD.test(part.getText()))
      .map(part => edit(part, `\`\${${part.getText()}}*\``)),
  ];
}

function sidOf(node: ts.ObjectLiteralExpression): string {
  return valueOf(node, 'sid')?.getText() ?? 'sid';
}

/** Removes a node and the comma after it. */
function without(node: ts.Node): Pick<Edit, 'start' | 'end' | 'replacement'> {
  const comma = /^\s*,/.exec(node.getSourceFile().text.slice(node.getEnd()))?.[0] ?? '';
  return { start: node.getStart(), end: node.getEnd() + comma.length, replacement: '' };
}
