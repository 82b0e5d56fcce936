import { IConstruct } from 'constructs';
import { Conditions, DocumentedStatement, PolicyFeature } from './documented-statement';
import { inEachRegion } from '../options/regions';

/** The features with the ARNs and conditions of each region of the construct. */
export function featuresInRegions(scope: IConstruct, features: readonly PolicyFeature[]): readonly PolicyFeature[] {
  return features.map(feature => ({
    ...feature, statements: feature.statements.map(statement => statementInRegions(scope, statement)),
  }));
}

function statementInRegions(scope: IConstruct, statement: DocumentedStatement): DocumentedStatement {
  const { resources, conditions } = statement;
  return {
    ...statement,
    resources: inEachRegion(scope, resources),
    conditions: conditions && conditionsInRegions(scope, conditions),
  };
}

function conditionsInRegions(scope: IConstruct, conditions: Conditions): Conditions {
  const values = (value: string | readonly string[]) => {
    const all = inEachRegion(scope, [value].flat());
    return typeof value === 'string' && all.length === 1 ? all[0] : all;
  };
  return mapValues(conditions, keys => mapValues(keys, values));
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
