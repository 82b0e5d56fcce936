import { IConstruct } from 'constructs';
import { mapConditions } from './conditions';
import { DocumentedStatement, PolicyFeature } from './documented-statement';
import { hasRegions, inEachRegion } from '../options/regions';

/** The features with the ARNs and conditions of each region of the construct. */
export function featuresInRegions(scope: IConstruct, features: readonly PolicyFeature[]): readonly PolicyFeature[] {
  return hasRegions(scope) ? features.map(feature => ({
    ...feature, statements: feature.statements.map(statement => statementInRegions(scope, statement)),
  })) : features;
}

function statementInRegions(scope: IConstruct, statement: DocumentedStatement): DocumentedStatement {
  const { resources, conditions } = statement;
  return {
    ...statement,
    resources: inEachRegion(scope, resources),
    conditions: conditions && mapConditions(conditions, value => {
      const all = inEachRegion(scope, [value].flat());
      return typeof value === 'string' && all.length === 1 ? all[0] : all;
    }),
  };
}
