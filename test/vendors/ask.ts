import { Asker, Vendor } from './askers';
import { AskedRow, Group, Handlers, releasesIn, ResourceRow, StatementRow, VendorData } from './data';
import { handlerRequests, StackKind } from './handlers';
import { PrintedPair } from '../documented/documents';
import { judge } from '../documented/verdict';
import { Builder } from '../support/builder';
import { isAllowed, Request } from '../support/evaluate';
import { Fixtures } from '../support/given';
import { Statement } from '../support/policies';
import { fits, ServiceReference } from '../support/service-reference';

/** What a program or a template asks of a construct. */
export interface Question {
  /** Who asks: the user or a role. */
  readonly subject: string;
  readonly action: string;
  readonly resource: string;
  readonly context: NonNullable<Request['context']>;
  /** The commands, the handler, or the template of a role. */
  readonly sources: readonly string[];
}

/** A question, and whether the construct allows it: with the options of a configuration, at a release. */
export interface Answer extends Question {
  readonly asker: string;
  readonly configuration: string;
  readonly release: string;
  readonly isAllowed: boolean;
}

const OWNER = 'aws:ResourceAccount';

/** The placeholder of the release in names. */
const RELEASE = '${Release}';

type Allows<Q> = (statements: readonly Statement[], question: Q) => boolean;

/** Asks our constructs what the programs of a vendor need. */
export class Inquiry {
  private readonly known = new Map<string, readonly Ours[]>();

  constructor(
    private readonly vendor: Vendor,
    private readonly builder: Builder,
    private readonly data: VendorData,
    private readonly reference: ServiceReference,
  ) {}

  /** Calls of programs, and those of CloudFormation's handlers with the permissions of the user. */
  public requests(handlers: Handlers): readonly Answer[] {
    const ofCall = remembered((row: AskedRow, _: StackKind): readonly Question[] => [questionOf(row)]);
    const ofHandlers = remembered((row: ResourceRow, stack: StackKind): readonly Question[] =>
      handlerRequests(row, stack, handlers, this.reference)
        .map(request => ({ ...request, subject: 'user', context: request.context ?? {} })));
    const allows: Allows<Question> = (statements, question) =>
      isAllowed(statements, { ...question, context: { ...this.owner, ...question.context } });
    return [...this.ask(this.data.calls, ofCall, allows), ...this.ask(this.data.resources, ofHandlers, allows)];
  }

  /** The statements of the vendor's roles: ours must cover them, and so must the boundary. */
  public roles(): readonly Answer[] {
    const ofStatement = remembered((row: StatementRow, _: StackKind) => pairsOf(row, this.reference));
    return this.ask(this.data.statements, ofStatement, (ours, pair) =>
      judge(pair, ours.map(statement => this.inAccount(statement)), this.reference).verdict === 'covered');
  }

  /** The resources of a recording belong to its account. */
  private get owner(): Readonly<Record<string, string>> {
    return { [OWNER]: this.vendor.environment.account };
  }

  /** The statement without a condition that all resources of the account meet. */
  private inAccount(statement: Statement): Statement {
    const { [OWNER]: owner, ...others } = statement.Condition?.StringEquals ?? {};
    if (owner !== this.owner[OWNER]) {
      return statement;
    }
    const isOnlyOwner = Object.keys({ ...others }).length === 0 && Object.keys(statement.Condition!).length === 1;
    return { ...statement, Condition: isOnlyOwner ? undefined : { ...statement.Condition, StringEquals: others } };
  }

  private ask<R, Q extends Question>(
    groups: readonly Group<R>[], questionsOf: (row: R, stack: StackKind) => readonly Q[], allows: Allows<Q>,
  ): readonly Answer[] {
    const allowed = remembered(allows);
    return groups.flatMap(({ configurations, releases, rows }) => configurations.flatMap(configuration => {
      const questions = rows.flatMap(row => questionsOf(row, this.vendor.stackOf(configuration)));
      return releasesIn(releases, this.data.releases).flatMap(release => questions.flatMap(question =>
        this.ours(configuration, question, release).map(({ name, statements }) => ({
          ...question,
          asker: name,
          configuration,
          release,
          isAllowed: allowed(statements, ofRelease(question, release)),
        }))));
    }));
  }

  /** The constructs that must allow a question, with their statements. */
  private ours(configuration: string, { subject, sources }: Question, release: string): readonly Ours[] {
    const key = [configuration, subject, release].join('|');
    const built = (asker: Asker): Ours => ({
      ...asker,
      statements: this.builder.statementsOf(stack => asker.build(stack, new Fixtures(stack)), asker.roleArn),
    });
    const ours = this.known.get(key) ?? this.vendor.askers(configuration, subject, release).map(built);
    this.known.set(key, ours);
    return ours.filter(({ commands }) => !commands || sources.some(source => commands.includes(source)));
  }
}

interface Ours extends Asker {
  readonly statements: readonly Statement[];
}

/** Computes once for each two objects: most configurations and releases ask the same of equal constructs. */
function remembered<A extends object, B extends object, R>(compute: (one: A, other: B) => R): (one: A, other: B) => R {
  const results = new WeakMap<A, WeakMap<B, { readonly result: R }>>();
  return (one, other) => {
    const ofOne = results.get(one) ?? new WeakMap<B, { readonly result: R }>();
    results.set(one, ofOne);
    const known = ofOne.get(other) ?? { result: compute(one, other) };
    ofOne.set(other, known);
    return known.result;
  };
}

function questionOf({ subject, commands, action, resource, context = {} }: AskedRow): Question {
  return { subject, action, resource, context, sources: commands };
}

function ofRelease<Q extends Question>(question: Q, release: string): Q {
  const { resource } = question;
  return resource.includes(RELEASE) ? { ...question, resource: resource.replaceAll(RELEASE, release) } : question;
}

type Pair = Question & PrintedPair;

/** The pairs of a statement, without those that grant nothing because no action of the pattern is on the resource. */
function pairsOf(
  { subject, Action, Resource, Condition = {} }: StatementRow, reference: ServiceReference,
): readonly Pair[] {
  const common = { subject, conditions: Condition, context: {}, sources: ['template'] };
  return Action.flatMap(action => {
    const actions = reference.expand(action);
    return Resource.filter(resource => actions.some(known => fits(known, resource)))
      .map(resource => ({ ...common, action, resource, boundResource: resource }));
  });
}
