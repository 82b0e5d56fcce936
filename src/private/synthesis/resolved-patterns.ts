import { IResolvable, Reference, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { tokensOf } from './policy-size';
import { knownTokenLength } from './token-lengths';
import { documentedFeaturesOf } from '../statements/assembly';
import { DocumentedStatement } from '../statements/documented-statement';

/**
 * Wildcards and policy variables that tokens in documented statements resolve to, such as those of `Fn.join()` and
 * `Lazy`: when the options are read, only the text around tokens is known.
 */
export function resolvedPatterns(construct: Construct): string[] {
  const stack = Stack.of(construct);
  const documented = documentedFeaturesOf(construct).flatMap(({ statements }) => statements);
  // Most roles have no such token.
  const texts = JSON.stringify(documented.map(({ resources, conditions }) => [resources, conditions]));
  return !tokensOf(texts).some(isUnknown) ? [] : documented.flatMap(statement =>
    textsOf(statement).flatMap(tokensOf).filter(isUnknown)
      .flatMap(token => literalsIn(stack.resolve(token)))
      .filter(literal => /[*?]|\$\{/.test(literal))
      .map(literal => `statement '${statement.sid}' has a token that resolves to '${literal}': options accept no ` +
        "wildcards and policy variables. Name each resource, or use 'additionalStatements'"));
}

/** Resources and values of conditions. Namespaces of metrics may have wildcards. */
function textsOf({ resources, conditions = {} }: DocumentedStatement): readonly string[] {
  const values = Object.values(conditions).flatMap(keys => Object.entries(keys))
    .flatMap(([key, value]) => key === 'cloudwatch:namespace' ? [] : value);
  return [...resources, ...values];
}

function isUnknown(token: IResolvable): boolean {
  return !Reference.isReference(token) && knownTokenLength(token) === undefined;
}

/** The texts in intrinsic functions, which CloudFormation may take over as they are. */
function literalsIn(resolved: unknown): readonly string[] {
  if (typeof resolved === 'string') {
    return [resolved];
  }
  return Object.entries(resolved ?? {}).flatMap(([name, value]: [string, unknown]) =>
    name === 'Fn::Sub' ? literalsOfSub(value as string | [string, object]) : literalsIn(value));
}

/** In the template, `${Name}` is a reference; in the values of variables it is not. */
function literalsOfSub(sub: string | [string, object]): readonly string[] {
  const [template, variables] = typeof sub === 'string' ? [sub, {}] : sub;
  return [template.replace(/\$\{[\w.:]+\}/g, ''), ...literalsIn(variables)];
}
