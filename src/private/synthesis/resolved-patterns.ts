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
  return documentedFeaturesOf(construct).flatMap(({ statements }) => statements).flatMap(statement =>
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

/** The texts that CloudFormation takes over as they are. In `Fn::Sub`, `${Name}` is a reference. */
function literalsIn(resolved: unknown): readonly string[] {
  if (typeof resolved === 'string') {
    return [resolved];
  }
  const intrinsic = (resolved ?? {}) as { 'Fn::Join'?: [string, unknown]; 'Fn::Sub'?: string | [string, object] };
  const [separator, parts] = intrinsic['Fn::Join'] ?? ['', []];
  const [template] = [intrinsic['Fn::Sub'] ?? ''].flat() as string[];
  return [
    separator,
    ...(Array.isArray(parts) ? parts.flatMap(literalsIn) : []),
    template.replace(/\$\{[\w.:]+\}/g, ''),
  ];
}
