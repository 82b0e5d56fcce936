import { Aws, Stack, Token } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import * as library from '../src';
import { Arns } from '../src/private/options/arns';
import { Image, Location } from '../src/private/options/scoping';
import { keyArn } from '../src/private/options/things/keys';
import { Thing } from '../src/private/options/things/thing';
import * as things from '../src/private/options/things/things';
import * as ofSageMaker from '../src/sagemaker/workloads/things/things';

// Users' resources occur in statements as ARNs, or as parts of ARNs. The tables show the option instead.

/** A text that is in statements because of an option. */
interface Named {
  readonly text: string;
  /** The path of the option, as `trainingJob.inputs`. */
  readonly option: string;
  /** The part of the resource: `objects`, `buckets`, `key` or `keys`. Absent for the resource itself. */
  readonly part?: string;
}

/** A class that limits a scope: `_bind()` returns the texts for statements. */
interface Bindable {
  readonly _bind?: (scope: Construct, path: string) => object | string;
}

const THINGS = Object.values({ ...things, ...ofSageMaker }).filter(thing => typeof thing === 'object') as readonly object[] as readonly Thing<object>[];
const CLASSES = Object.values(library).filter(member => typeof member === 'function');
/** Values that users select, which contain no names. */
const CHOICES = Object.values(library).filter(member => typeof member === 'object').flatMap(choice => Object.values<string>(choice));

export class OptionWords {
  private readonly named: readonly Named[];

  constructor(private readonly stack: Stack, options: object) {
    const named = Object.entries(options)
      .flatMap(([option, value]) => [...this.namedBy(value, option)])
      .filter(({ text }) => /[A-Za-z0-9]{3}/.test(text));
    // A location contains the ARN of its bucket.
    this.named = named.sort(({ text: one }, { text: other }) => other.length - one.length);
  }

  /** One line or more: the option where the text is the whole resource, `<option>` where it is a part. */
  public lines(text: string, feature: string): string[] {
    const exact = this.named.filter(named => named.text === text);
    if (exact.length > 0) {
      return [...new Set(exact.map(named => words(named, feature)))];
    }
    const shown = this.within(text, feature);
    const objects = /^<([^<>]+)>\/\*$/.exec(shown);
    return [objects ? `the objects of \`${objects[1]}\`` : shown];
  }

  /** Replaces each part that comes from an option with `<option>`. */
  public within(text: string, feature: string): string {
    const shown = this.named
      .filter(named => !named.text.endsWith('*'))
      .reduce((rest, named) => replaceWord(rest, named.text, `<${nameIn(feature, named.option)}>`), text);
    return this.inPlace(shown);
  }

  /** An action may be a user's text as a whole. */
  public action(action: string, feature: string): string {
    const named = this.named.find(({ text }) => text === action);
    return named ? `<${nameIn(feature, named.option)}>` : action;
  }

  /** A Sid may end in a user's name. */
  public sid(sid: string, feature: string): string {
    const named = this.named.find(({ text }) => /^[A-Z]\w+$/.test(text) && sid.endsWith(text));
    return named ? `${sid.slice(0, -named.text.length)}<${nameIn(feature, named.option)}>` : sid;
  }

  /** Replaces the partition, region and account of the stack with `P`, `R` and `A`. */
  private inPlace(text: string): string {
    const shown = text
      .replaceAll(Aws.PARTITION, 'P')
      .replaceAll(this.stack.region, 'R')
      .replaceAll(this.stack.account, 'A');
    if (Token.isUnresolved(shown)) {
      throw new Error(`no option names what stands in a statement: ${JSON.stringify(this.stack.resolve(shown))}`);
    }
    return shown;
  }

  private *namedBy(value: unknown, option: string): Generator<Named> {
    if (typeof value === 'string') {
      yield* CHOICES.includes(value) ? [] : [{ text: value, option }];
      // A statement may have a path without its last slash.
      yield* /^\/.+\/$/.test(value) ? [{ text: value.slice(0, -1), option }] : [];
    } else if (Array.isArray(value)) {
      for (const named of value.flatMap(element => [...this.namedBy(element, option)])) {
        yield named.part === 'key' ? { ...named, part: 'keys' } : named;
      }
    } else if (typeof value === 'object' && value !== null) {
      yield* this.namedByObject(value, option);
    }
  }

  private *namedByObject(value: object, option: string): Generator<Named> {
    if (value instanceof Location) {
      const { bucketArn, objectArn, keys } = value._bind(this.stack, option);
      yield { text: objectArn, option, part: 'objects' };
      yield { text: bucketArn, option, part: 'buckets' };
      yield* keys.map(text => ({ text, option, part: 'keys' }));
    } else if (value instanceof Image) {
      yield { text: value._bind(this.stack, option), option };
    } else if (Construct.isConstruct(value)) {
      yield* this.namedByThing(value, option);
    } else if (isOptions(value)) {
      yield* Object.entries(value).flatMap(([name, part]) => [...this.namedBy(part, `${option}.${name}`)]);
    } else if (isOfLibrary(value)) {
      const { _bind: bind } = value as Bindable;
      const bound = bind ? bind.call(value, this.stack, option) : value;
      const parts: readonly unknown[] = typeof bound === 'string' ? [bound] : Object.values(bound);
      yield* parts.flatMap(part => [...this.namedBy(part, option)]);
    }
  }

  private *namedByThing(value: object, option: string): Generator<Named> {
    if ('keyRef' in value) {
      yield { text: keyArn(this.stack, option, value as kms.IKeyRef), option };
      return;
    }
    for (const thing of THINGS) {
      const identifier = thing.identify(value);
      if (identifier === undefined) {
        continue;
      }
      // Statements have a job definition without its revision, and the name of a compute environment.
      const withoutRevision = identifier.replace(/:\d+$/, '');
      const name = withoutRevision.replace(/^.*[/:]/s, '');
      yield* [identifier, withoutRevision, name].map(text => ({ text, option }));
      yield { text: thing.arn?.(identifier, Arns.of(this.stack), value) ?? identifier, option };
      const key = thing.key && (value as Readonly<Record<string, kms.IKeyRef | undefined>>)[thing.key.ofL2];
      if (key) {
        yield { text: keyArn(this.stack, option, key), option, part: 'key' };
      }
    }
  }
}

/** Whether the value is a struct. */
export function isOptions(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Whether a class of the library created the object from user input: its constants contain none. */
function isOfLibrary(value: object): boolean {
  return CLASSES.includes(value.constructor as never) && !Object.values(value.constructor).includes(value);
}

function words({ option, part }: Named, feature: string): string {
  const name = `\`${nameIn(feature, option)}\``;
  return part ? `the ${part} of ${name}` : `the ${name}`;
}

/** Shortens an option of the struct that the feature is named after: leaves out the name of the struct. */
function nameIn(feature: string, option: string): string {
  const [struct, ...rest] = option.split('.');
  return rest.length > 0 && struct.toLowerCase() === feature.toLowerCase() ? rest.join('.') : option;
}

/** Replaces the text unless it is part of a longer word. */
function replaceWord(text: string, word: string, replacement: string): string {
  const pattern = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = /^\w/.test(word) ? '(?<![A-Za-z0-9])' : '';
  const after = /\w$/.test(word) ? '(?![A-Za-z0-9])' : '';
  return text.replace(new RegExp(`${before}${pattern}${after}`, 'g'), () => replacement);
}
