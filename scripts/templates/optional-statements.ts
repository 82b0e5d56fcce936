import { conditionOf } from './values';
import { Json, TemplateJson } from '../../test/support/fold';

/** Puts each statement that refers to a parameter under the condition that the parameter is not empty. */
export function optionalStatements(template: TemplateJson, optionalNames: readonly string[]): TemplateJson {
  return changed(template as Json, optionalNames) as TemplateJson;
}

function changed(value: Json, names: readonly string[]): Json {
  if (Array.isArray(value)) {
    return value.map(element => changed(element, names));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) =>
    [key, key === 'Statement' && Array.isArray(entry) ? statements(entry, names) : changed(entry, names)]));
}

function statements(all: readonly Json[], names: readonly string[]): Json[] {
  const optional = all.map(statement => names.filter(name => refersTo(statement, name)));
  if (optional.some(found => found.length > 1) || optional.every(found => found.length > 0)) {
    throw new Error(`a statement refers to several optional parameters, or all statements to one: ${optional.join('; ')}`);
  }
  return all.map((statement, index) => optional[index].length === 0 ? statement
    : { 'Fn::If': [conditionOf(optional[index][0]), statement, { Ref: 'AWS::NoValue' }] });
}

function refersTo(value: Json, name: string): boolean {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  return Array.isArray(value) ? value.some(element => refersTo(element, name))
    : value.Ref === name || Object.values(value).some(entry => refersTo(entry, name));
}
