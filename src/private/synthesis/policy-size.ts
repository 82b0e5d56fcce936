import { DefaultTokenResolver, IResolvable, IResolveContext, IPostProcessor, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { Bounds, exactly, plus } from './length-range';
import { intrinsicBounds, knownTokenBounds, tokenBounds } from './token-lengths';

/** The quotas of IAM, in characters of JSON without white space. */
export const LIMITS = {
  inlineOfRole: 10_240,
  managedPolicy: 6_144,
  trustByDefault: 2_048,
  trust: 8_192,
} as const;

/** What JSON may write with more than one character. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;
const ENCODED_TOKEN = /\$\{Token\[[a-zA-Z0-9:._-]+\]\}/g;

/** What a value takes as JSON, and the tokens in it. */
export interface Measure {
  readonly bounds: Bounds;
  readonly tokens: ReadonlySet<IResolvable>;
}

/** Measures a value as it is: tokens count with the bounds of what they are known to become. */
export function measure(value: unknown): Measure {
  return new Meter().add(value);
}

/** Measures what a value resolves to. Exact, and slower. */
export function measureResolved(scope: IConstruct, value: unknown): Bounds {
  return measure(Tokenization.resolve(value, { scope, resolver: new LengthResolver() })).bounds;
}

/** Sums up in place: a policy has hundreds of texts, and every role is measured at synthesis. */
class Meter implements Measure {
  public readonly tokens = new Set<IResolvable>();
  private min = 0;
  private max = 0;

  public get bounds(): Bounds {
    return [this.min, this.max];
  }

  public add(value: unknown): this {
    if (typeof value === 'string') {
      this.addQuoted(value);
    } else if (value instanceof Length) {
      this.addBounds(value.bounds, 2);
    } else if (Array.isArray(value)) {
      this.addLength(2 + Math.max(0, value.length - 1));
      for (const element of value) {
        this.add(element);
      }
    } else if (Tokenization.isResolvable(value)) {
      this.tokens.add(value);
      this.addBounds(tokenBounds(value), 2);
    } else if (typeof value === 'object' && value !== null) {
      this.addObject(value as Record<string, unknown>);
    } else {
      this.addLength(String(value).length);
    }
    return this;
  }

  private addObject(object: Readonly<Record<string, unknown>>): void {
    const keys = Object.keys(object).filter(key => object[key] !== undefined);
    if (keys.length === 1 && /^(Ref$|Fn::)/.test(keys[0])) {
      this.addBounds(intrinsicBounds(object), 2);
      return;
    }
    this.addLength(2 + Math.max(0, keys.length - 1));
    for (const key of keys) {
      this.addQuoted(key);
      this.addLength(':'.length);
      this.add(object[key]);
    }
  }

  private addQuoted(text: string): void {
    let literal = text;
    if (text.includes('${Token[')) {
      literal = text.replace(ENCODED_TOKEN, '');
      text.match(ENCODED_TOKEN)?.forEach(encoded => this.addToken(encoded));
    }
    this.addLength(2 + escapedLength(literal));
  }

  private addToken(encoded: string): void {
    const token = decode(encoded);
    this.tokens.add(token);
    this.addBounds(tokenBounds(token));
  }

  private addLength(length: number): void {
    this.min += length;
    this.max += length;
  }

  private addBounds([min, max]: Bounds, around = 0): void {
    this.min += min + around;
    this.max += max + around;
  }
}

/** Tokens by their text: the same few stand in every ARN. The CDK keeps all of a process, too. */
const decoded = new Map<string, IResolvable>();

function decode(encoded: string): IResolvable {
  const token = decoded.get(encoded) ?? Tokenization.reverseString(encoded).firstToken!;
  decoded.set(encoded, token);
  return token;
}

function escapedLength(text: string): number {
  return ESCAPED.test(text) ? JSON.stringify(text).length - 2 : text.length;
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
