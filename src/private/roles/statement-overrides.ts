import { Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { fail, warn } from '../options/errors';
import { literalsOf, readable } from '../options/literals';
import { byDistance } from '../options/near-misses';
import { OptionReader, ReaderOf, readerOf } from '../options/reader';
import { ChangedScope, StatementChange } from '../options/statement-change';
import { instanceOf, OPTIONS, STRING, validate, Validator } from '../options/validators';
import { Conditions, DocumentedStatement, PolicyFeature } from '../statements/documented-statement';
import { globContains } from '../statements/globs';

type Changes = { readonly [sid: string]: StatementChange };

const CHANGES: Validator<Changes> = {
  what: 'an object of Sids, each with a StatementOverride',
  is: (value): value is Changes => OPTIONS.is(value),
};
const CHANGE = instanceOf(StatementChange, 'StatementOverride', 'StatementOverride.narrow()');

const CONDITIONS: Validator<{ [operator: string]: { [key: string]: string[] } }> = {
  what: "an object such as { StringEquals: { 'aws:PrincipalTag/team': ['ml'] } }: operators, condition keys, lists of values",
  is: (value): value is { [operator: string]: { [key: string]: string[] } } => OPTIONS.is(value)
    && Object.keys(value).length > 0
    && Object.entries(value).every(([operator, keys]) => OPERATOR.test(operator) && OPTIONS.is(keys)
      && Object.keys(keys).length > 0 && Object.values(keys).every(isListOfTexts)),
};

const OPERATOR = /^(?:For(?:AllValues|AnyValue):)?(?:String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)|Arn(?:Not)?(?:Equals|Like)|Bool|Null|BinaryEquals|(?:Not)?IpAddress|(?:Numeric|Date)(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?))(?:IfExists)?$/;

const RESOURCE: Validator<string> = {
  what: "an ARN, with or without wildcards, or '*'",
  is: (value): value is string => STRING.is(value) && (value === '*' || Token.isUnresolved(value) || /^arn:[^:]+:[^:]+:/.test(value)),
};

function isListOfTexts(values: unknown): boolean {
  return Array.isArray(values) && values.length > 0 && values.every(value => STRING.is(value));
}

/** The features after the changes of the user. Each change causes a warning. */
export function withOverrides(
  reader: ReaderOf<{ readonly statementOverrides?: Changes }>, features: readonly PolicyFeature[],
): readonly PolicyFeature[] {
  const read = readerOf(reader);
  const changes = read.value('statementOverrides', CHANGES);
  if (changes === undefined) {
    return features;
  }
  checkSids(read.scope, Object.keys(changes), features);
  const after = features.map(feature => ({
    ...feature,
    statements: feature.statements.flatMap(statement =>
      Object.hasOwn(changes, statement.sid) ? changed(read.scope, statement, changes[statement.sid]) : [statement]),
  }));
  if (Object.keys(changes).length > 0 && !after.some(({ statements }) => statements.length > 0)) {
    read.fail("'statementOverrides' leaves out every documented statement: nothing remains, so leave the construct out");
  }
  return after;
}

function checkSids(scope: IConstruct, sids: readonly string[], features: readonly PolicyFeature[]): void {
  const known = features.flatMap(({ statements }) => statements).map(({ sid }) => sid);
  const unknown = sids.find(sid => !known.includes(sid));
  if (unknown !== undefined) {
    fail(
      scope,
      `'statementOverrides' has the Sid '${unknown}', which no documented statement has: the nearest are ` +
        `${byDistance(unknown, known).slice(0, 3).map(sid => `'${sid}'`).join(', ')}`,
    );
  }
}

function changed(
  scope: IConstruct, statement: DocumentedStatement, change: StatementChange,
): readonly DocumentedStatement[] {
  const { sid } = statement;
  const path = `statementOverrides.${sid}`;
  const { _kind: kind, _scope } = validate(scope, `'${path}'`, change, CHANGE);
  const said = { omit: 'left out', narrow: 'narrowed', replace: `given other ${partsOf(_scope)}` }[kind];
  warn(scope, `statementOverride:${sid}`, `statement '${sid}' is ${said} by 'statementOverrides'`);
  if (kind === 'omit') {
    return [];
  }
  const scoped = readScope(scope, path, _scope);
  return [{
    ...statement,
    ...(kind === 'narrow' ? narrowed(scope, path, statement, scoped) : scoped),
    note: [statement.note, `${said} by the app`].filter(note => note !== undefined).join('; '),
  }];
}

function partsOf(scope: ChangedScope): string {
  return (['resources', 'conditions'] as const).filter(part => OPTIONS.is(scope) && scope[part] !== undefined).join(' and ');
}

function readScope(scope: IConstruct, path: string, given: ChangedScope): ChangedScope {
  const { resources, conditions } = OptionReader.of(scope, { [path]: given }).requiredStruct(path, read => ({
    resources: read.list('resources', RESOURCE),
    conditions: read.value('conditions', CONDITIONS),
  }));
  if (resources.length === 0 && conditions === undefined) {
    fail(scope, `'${path}' names neither 'resources' nor 'conditions': name one, or leave the override out`);
  }
  return { ...(resources.length > 0 && { resources }), ...(conditions && { conditions }) };
}

function narrowed(
  scope: IConstruct, path: string, { resources, conditions = {} }: DocumentedStatement, to: ChangedScope,
): { readonly resources: readonly string[]; readonly conditions: Conditions } {
  const wider = to.resources?.find(resource => !resources.some(documented => globContains(documented, resource)));
  if (wider !== undefined) {
    fail(
      scope,
      `'${path}' has the resource '${readable(wider)}', which the statement does not grant: its resources are ` +
        `${resources.map(resource => `'${readable(resource)}'`).join(', ')}. Use StatementOverride.replace() for others`,
    );
  }
  return { resources: to.resources ?? resources, conditions: joined(scope, path, conditions, to.conditions ?? {}) };
}

/** All conditions of a statement must hold, but an operator has each key once. */
function joined(scope: IConstruct, path: string, documented: Conditions, further: Conditions): Conditions {
  const operators = [...new Set([...Object.keys(documented), ...Object.keys(further)])];
  return Object.fromEntries(operators.map(operator => {
    const known = Object.keys(documented[operator] ?? {}).map(key => key.toLowerCase());
    const twice = Object.keys(further[operator] ?? {}).find(key => known.includes(key.toLowerCase()));
    if (twice !== undefined) {
      fail(
        scope,
        `'${path}' has the condition ${operator} on '${literalsOf(twice)}', which the statement has, too: use ` +
          'StatementOverride.replace() with all conditions',
      );
    }
    return [operator, { ...documented[operator], ...further[operator] }];
  }));
}
