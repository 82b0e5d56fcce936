import { DefaultTokenResolver, IResolvable, IResolveContext, IPostProcessor, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { intrinsicLength } from './attribute-lengths';
import { LengthRange, exact, plus } from './length-range';
import { knownTokenLength, tokenLength } from './token-lengths';

/** Characters that JSON may escape. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;
const ENCODED_TOKEN = /\$\{Token\[[a-zA-Z0-9:._-]+\]\}/g;

/** The length of a value as JSON, and the tokens in it. */
export interface Measure {
  readonly range: LengthRange;
  readonly tokens: ReadonlySet<IResolvable>;
}

/** Measures a value without resolving it: each token counts with the length range of its value. */
export function measure(value: unknown): Measure {
  return new Meter().add(value);
}

/** Measures JSON that holds no intrinsic functions: far faster, because nothing visits its parts. */
export function measureJson(json: string): Measure {
  const tokens = new Set<IResolvable>();
  let [min, max] = exact(json.length);
  for (const encoded of json.match(ENCODED_TOKEN) ?? []) {
    const token = decode(encoded);
    const [shortest, longest] = tokenLength(token);
    tokens.add(token);
    min += shortest - encoded.length;
    max += longest - encoded.length;
  }
  return { range: [min, max], tokens };
}

/** Resolves a value and measures the result. Slower, but exact. */
export function measureResolved(scope: IConstruct, value: unknown): LengthRange {
  return measure(Tokenization.resolve(value, { scope, resolver: new LengthResolver() })).range;
}

/** Adds up in place, for speed: a policy has hundreds of strings, and every role is measured at synthesis. */
class Meter implements Measure {
  public readonly tokens = new Set<IResolvable>();
  private min = 0;
  private max = 0;

  public get range(): LengthRange {
    return [this.min, this.max];
  }

  public add(value: unknown): this {
    if (typeof value === 'string') {
      this.addQuoted(value);
    } else if (value instanceof Length) {
      this.addRange(value.range, 2);
    } else if (Array.isArray(value)) {
      this.addLength(2 + Math.max(0, value.length - 1));
      for (const element of value) {
        this.add(element);
      }
    } else if (Tokenization.isResolvable(value)) {
      this.tokens.add(value);
      this.addRange(tokenLength(value), 2);
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
      this.addRange(intrinsicLength(object), 2);
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
      tokensOf(text).forEach(token => this.addToken(token));
    }
    this.addLength(2 + escapedLength(literal));
  }

  private addToken(token: IResolvable): void {
    this.tokens.add(token);
    this.addRange(tokenLength(token));
  }

  private addLength(length: number): void {
    this.min += length;
    this.max += length;
  }

  private addRange([min, max]: LengthRange, around = 0): void {
    this.min += min + around;
    this.max += max + around;
  }
}

/** Tokens by their encoded text: every ARN has the same few. The CDK keeps all tokens of a process, too. */
const decoded = new Map<string, IResolvable>();

/** The tokens in a text. */
export function tokensOf(text: string): readonly IResolvable[] {
  return text.match(ENCODED_TOKEN)?.map(decode) ?? [];
}

function decode(encoded: string): IResolvable {
  const token = decoded.get(encoded) ?? Tokenization.reverseString(encoded).firstToken!;
  decoded.set(encoded, token);
  return token;
}

function escapedLength(text: string): number {
  return ESCAPED.test(text) ? JSON.stringify(text).length - 2 : text.length;
}

/** Takes the place of a string if only its length is known. */
class Length {
  constructor(public readonly range: LengthRange) {}
}

/** Resolves everything except tokens of known length; strings with such a token become a `Length`. */
class LengthResolver extends DefaultTokenResolver {
  constructor() {
    super({ join: (left, right) => joined(left, right) });
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const known = knownTokenLength(token);
    return known ? new Length(known) : super.resolveToken(token, context, postProcessor);
  }
}

function joined(left: unknown, right: unknown): unknown {
  return typeof left === 'string' && typeof right === 'string'
    ? left + right
    : new Length(plus(part(left), part(right)));
}

function part(value: unknown): LengthRange {
  if (value instanceof Length) {
    return value.range;
  }
  return typeof value === 'string' ? exact(escapedLength(value)) : intrinsicLength(value as Record<string, unknown>);
}
