import { DefaultTokenResolver, IResolvable, IResolveContext, IPostProcessor, Token, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { Bounds, exactly, plus, sum } from './bounds';
import { intrinsicBounds, knownTokenBounds, tokenBounds } from './token-bounds';

/** The quotas of IAM, in characters of JSON without white space. */
export const LIMITS = {
  inlineOfRole: 10_240,
  managedPolicy: 6_144,
  trustByDefault: 2_048,
  trust: 8_192,
} as const;

const ENCODED_TOKEN = /\$\{Token\[[a-zA-Z0-9:._-]+\]\}/g;

/** What a value takes as JSON, and the tokens in it. */
export interface Measure {
  readonly bounds: Bounds;
  readonly tokens: ReadonlySet<IResolvable>;
}

/** Measures a value as it is: tokens count with the bounds of what they are known to become. */
export function measure(value: unknown): Measure {
  const tokens = new Set<IResolvable>();
  return { bounds: jsonBounds(value, tokens), tokens };
}

/** Measures what a value resolves to. Exact, and slower. */
export function measureResolved(scope: IConstruct, value: unknown): Bounds {
  return jsonBounds(Tokenization.resolve(value, { scope, resolver: new LengthResolver() }), new Set());
}

function jsonBounds(value: unknown, tokens: Set<IResolvable>): Bounds {
  if (typeof value === 'string') {
    return plus(exactly(2), textBounds(value, tokens));
  }
  if (value instanceof Length) {
    return plus(exactly(2), value.bounds);
  }
  if (Array.isArray(value)) {
    return sum([exactly(2 + Math.max(0, value.length - 1)), ...value.map(element => jsonBounds(element, tokens))]);
  }
  if (Tokenization.isResolvable(value)) {
    tokens.add(value);
    return plus(exactly(2), tokenBounds(value));
  }
  if (typeof value === 'object' && value !== null) {
    return objectBounds(value as Record<string, unknown>, tokens);
  }
  return exactly(String(value).length);
}

function objectBounds(object: Readonly<Record<string, unknown>>, tokens: Set<IResolvable>): Bounds {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  if (entries.length === 1 && /^(Ref$|Fn::)/.test(entries[0][0])) {
    return plus(exactly(2), intrinsicBounds(object));
  }
  return sum([
    exactly(2 + Math.max(0, entries.length - 1)),
    ...entries.map(([key, value]) => sum([exactly(':""'.length), textBounds(key, tokens), jsonBounds(value, tokens)])),
  ]);
}

function textBounds(text: string, tokens: Set<IResolvable>): Bounds {
  if (!Token.isUnresolved(text)) {
    return exactly(escapedLength(text));
  }
  const found = Tokenization.reverseString(text).tokens;
  found.forEach(token => tokens.add(token));
  return sum([exactly(escapedLength(text.replace(ENCODED_TOKEN, ''))), ...found.map(tokenBounds)]);
}

function escapedLength(text: string): number {
  return JSON.stringify(text).length - 2;
}

/** A text of which only the length is known. */
class Length {
  constructor(public readonly bounds: Bounds) {}
}

/** Resolves all but the tokens whose length is known, and texts that hold one to their length. */
class LengthResolver extends DefaultTokenResolver {
  constructor() {
    super({ join: (left, right) => joined(left, right) });
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const known = knownTokenBounds(token);
    return known ? new Length(known) : super.resolveToken(token, context, postProcessor);
  }
}

function joined(left: unknown, right: unknown): unknown {
  return typeof left === 'string' && typeof right === 'string'
    ? left + right
    : new Length(plus(part(left), part(right)));
}

function part(value: unknown): Bounds {
  if (value instanceof Length) {
    return value.bounds;
  }
  return typeof value === 'string' ? exactly(escapedLength(value)) : intrinsicBounds(value as Record<string, unknown>);
}
