import { Item, Review, StatementReview, Subject } from './model';
import { reasonIn } from './reasons';
import { KnownConstruct, KnownStatement, VariantFacts } from '../facts/catalogue';
import { StackNames } from '../statements/stack-names';
import { statementsIn } from '../statements/statement';

// What a version of this package grants with all options, in the form of a review: so that two of them can be compared.

/** Each construct is a role or a policy. */
export function reviewConstructs(constructs: readonly KnownConstruct[], version: string): Review {
  return {
    schema: 1,
    app: `cdk-platform-iam ${version}`,
    stacks: [],
    subjects: constructs.map(construct => subjectOf(construct, version)),
    warnings: [],
  };
}

function subjectOf({ name, platform, documentation, statements }: KnownConstruct, version: string): Subject {
  return {
    id: name,
    kind: /(?:Policy|Boundary)$/.test(name) ? 'policy' : 'role',
    stack: '',
    resources: [],
    construct: { name, platform, version, documentation },
    trust: [],
    statements: statements.flatMap(statement => statement.variants.map((variant, index) =>
      statementOf(statement, variant, index))),
    attached: [],
    quotas: [],
    reach: [],
  };
}

/** Patterns of a catalogue name no resource of an app. */
const NO_NAMES = new StackNames({
  name: '', template: '', resources: [], sections: {}, metadata: new Map(), unread: [],
});

/** The form of a statement that some options and versions have. */
function statementOf(known: KnownStatement, variant: VariantFacts, index: number): StatementReview {
  const { sid, feature } = known;
  const { actions, resources, conditions } = variant;
  const [plain] = statementsIn({
    Statement: { Sid: sid, Effect: 'Allow', Action: actions, Resource: resources, Condition: conditions },
  }, NO_NAMES, { policy: feature });
  return {
    ...plain,
    key: index === 0 ? sid : `${sid}#${index + 1}`,
    actions: { ...plain.actions, items: plain.actions.items.map(item => withCondition(item, known, variant)) },
    why: reasonIn(known, variant),
    wide: [],
  };
}

/** An action that not every construct of the class has. */
function withCondition(item: Item, { options }: KnownStatement, variant: VariantFacts): Item {
  const { until, actionsSince = {} } = variant;
  const since = Object.entries(actionsSince).find(([, actions]) => actions.includes(item.text))?.[0] ?? variant.since;
  const conditions = [
    options.length > 0 && 'an option grants it',
    since !== undefined && `the version of the platform is ${since} or later`,
    until !== undefined && `the version of the platform is before ${until}`,
  ].filter(condition => condition !== false);
  return conditions.length === 0 ? item : { ...item, onlyIf: conditions.join(' and ') };
}
