import { App, Stack } from 'aws-cdk-lib';
import { documentedFeaturesOf } from '../../src/private/statements/assembly';
import { DocumentedStatement } from '../../src/private/statements/documented-statement';
import { Fixtures } from '../../test/support/given';
import { Row } from '../../test/support/row';
import { withNames } from '../construct-statements';
import { OptionWords } from '../option-words';

// What constructs grant with other options than those of the test grid.

/** The statements of a construct by their Sids, with `*` for a user's name at the end. */
export interface Trial {
  readonly stack: Stack;
  readonly options: object;
  readonly statements: ReadonlyMap<string, DocumentedStatement>;
  readonly words: OptionWords;
}

/** Changes the options of a row. The options of other rows, in the same stack, may be added. */
export type Change = (options: object, optionsOf: (row: Row) => object) => object;

const app = new App({ analyticsReporting: false, treeMetadata: false, stackTraces: false });
let stacks = 0;

/** A Sid with `*` in place of the option whose value it ends with. */
export function sidPattern(sid: string): string {
  return sid.replace(/<.*>$/, '*');
}

const known = new Map<Row, Trial | undefined>();

/** What the row itself grants. */
export function trialOf(row: Row): Trial | undefined {
  const trial = known.has(row) ? known.get(row) : tried(row, options => options);
  known.set(row, trial);
  return trial;
}

/** Nothing if the construct rejects the options, or the row does not show them. */
export function tried(row: Row, change: Change): Trial | undefined {
  const stack = new Stack(app, `Stack${stacks++}`, { env: { region: 'ca-west-1', account: '111122223333' } });
  const of = (other: Row) => optionsIn(stack, other);
  let changed: object | undefined;
  const adapt: Fixtures['adapt'] = options => {
    changed = change(options, of);
    return changed as typeof options;
  };
  try {
    const features = documentedFeaturesOf(row.build(stack, withNames(new Fixtures(stack, adapt))));
    if (!changed) {
      return undefined;
    }
    const words = new OptionWords(stack, changed);
    const statements = features.flatMap(feature => feature.statements);
    return { stack, options: changed, statements: new Map(statements.map(one => [sidPattern(words.sid(one.sid, '')), one])), words };
  } catch {
    return undefined;
  }
}

class Found extends Error {
  constructor(public readonly options: object) {
    super();
  }
}

/** The options of a row, with resources of the stack. */
function optionsIn(stack: Stack, row: Row): object {
  try {
    row.build(stack, new Fixtures(stack, options => {
      throw new Found(options);
    }));
  } catch (error) {
    if (error instanceof Found) {
      return error.options;
    }
    throw error;
  }
  return {};
}
