import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AspectPriority, Aspects, CfnResource, IAspect, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, IConstruct } from 'constructs';
import { documentedSidsOf } from '../private/options/documented-sids';
import { fail, format } from '../private/options/errors';

/** A finding of the rule pack `AwsSolutions` on a construct of this library, as cdk-nag 2 accepts it. */
interface KnownFinding {
  readonly construct: string;
  readonly id: string;
  readonly appliesTo: readonly { readonly regex: string }[];
  readonly reason: string;
}

/**
 * The findings of cdk-nag's rule pack `AwsSolutions` on the constructs of this library.
 *
 * They are published, each with a reason, in `cdk-nag.json` of the package and of the repository.
 *
 * @see https://github.com/cdklabs/cdk-nag
 */
export class CdkNagFindings {
  /**
   * Acknowledges the published findings, for cdk-nag 3 and 2: those on the documented statements of all constructs of
   * this library that the scope contains when the app is synthesized. Findings on your own statements and on later
   * grants remain, unless they repeat a finding of the same resource.
   *
   * With cdk-nag 2 the suppressions are in the metadata of the resources in the template.
   *
   * @param scope a construct of this library, a stack, or the app
   */
  public static acknowledge(scope: IConstruct): void {
    if (!Construct.isConstruct(scope)) {
      fail(undefined, `CdkNagFindings.acknowledge() takes a construct, such as the app, got ${format(scope)}`);
    }
    scope.node.addValidation({ validate: () => acknowledgeBelow(scope) });
    Aspects.of(scope).add(new Suppression(), { priority: AspectPriority.MUTATING });
  }

  private constructor() {}
}

/** For cdk-nag 3, which looks at the app when it is synthesized: only then are references between stacks known. */
function acknowledgeBelow(scope: IConstruct): string[] {
  scope.node.findAll().flatMap(matchesIn)
    .forEach(({ resource, id, finding: { reason } }) => acknowledge(resource, id, reason));
  return [];
}

/** For cdk-nag 2, whose rule packs are aspects. */
class Suppression implements IAspect {
  public visit(construct: IConstruct): void {
    if (usesVersion2(construct)) {
      const matches = matchesIn(construct);
      new Set(matches.map(({ resource }) => resource)).forEach(resource =>
        suppress(resource, matches.filter(match => match.resource === resource)));
    }
  }
}

interface Match {
  readonly resource: CfnResource;
  /** The finding as cdk-nag 3 names it. */
  readonly id: string;
  /** What cdk-nag 2 is told to expect. */
  readonly evidence: string;
  readonly finding: KnownFinding;
}

/** The published findings on the statements of a construct of this library. */
function matchesIn(construct: IConstruct): readonly Match[] {
  const known = knownFindings().filter(({ construct: name }) => name === classOf(construct));
  const children = known.length === 0 ? [] : construct.node.findAll();
  const sids = new Set(documentedSidsOf(construct));
  const isPublished = ({ id, appliesTo }: KnownFinding, { rule, pattern }: Found) =>
    id === rule && appliesTo.some(({ regex }) => new RegExp(regex.slice(1, -2)).test(pattern));
  return children.filter(child => CfnResource.isCfnResource(child)).flatMap(resource =>
    findingsOf(resource, sids).flatMap(violation => known
      .filter(finding => isPublished(finding, violation))
      .map(finding => ({
        resource, id: `${violation.rule}[${violation.evidence}]`, evidence: violation.evidence, finding,
      }))));
}

/** The name of the construct's class in this library, also for a subclass in the app. */
function classOf({ constructor }: IConstruct): string | undefined {
  const { PROPERTY_INJECTION_ID: id } = constructor as { readonly PROPERTY_INJECTION_ID?: string };
  return /^cdk-platform-iam\.(\w+)$/.exec(id ?? '')?.[1];
}

let list: readonly KnownFinding[] | undefined;

/** The list. The package has its code in one file, and the list in another folder. */
function knownFindings(): readonly KnownFinding[] {
  return (list ??= ['..', '../..'].map(root => join(__dirname, root, 'docs', 'cdk-nag.json'))
    .filter(path => existsSync(path))
    .map(path => JSON.parse(readFileSync(path, 'utf8')) as KnownFinding[])[0]
    ?? fail(undefined, 'docs/cdk-nag.json of cdk-platform-iam is missing: keep the package out of bundles'));
}

interface Found {
  readonly rule: string;
  /** What cdk-nag prints. */
  readonly evidence: string;
  /** The same with every function as a reference, as in the list. */
  readonly pattern: string;
}

/** What the rules on managed policies of AWS (IAM4), and on wildcards (IAM5) in statements with these Sids, find. */
function findingsOf(resource: CfnResource, sids: ReadonlySet<string>): readonly Found[] {
  const { managedPolicyArns, policies, policyDocument } = resource as Partial<iam.CfnRole & iam.CfnPolicy>;
  const { arns, documents } = Stack.of(resource).resolve({
    arns: [managedPolicyArns], documents: [policies, { policyDocument }],
  }) as { readonly arns?: readonly unknown[]; readonly documents?: readonly unknown[] };
  const ofAws = (arns ?? []).flat().map(arn => found('AwsSolutions-IAM4', 'Policy::', arn));
  const granted = (documents ?? []).flat().flatMap(statementsOf)
    .filter(({ Sid }) => Sid !== undefined && sids.has(Sid))
    .flatMap(({ Action: actions, Resource: resources }) => [
      ...[actions].flat().map(action => found('AwsSolutions-IAM5', 'Action::', action)),
      ...[resources].flat().map(pattern => found('AwsSolutions-IAM5', 'Resource::', pattern)),
    ]);
  return [
    ...ofAws.filter(({ evidence }) => evidence.includes(':iam::aws:')),
    ...granted.filter(({ evidence }) => evidence.includes('*')),
  ];
}

function found(rule: string, prefix: string, value: unknown): Found {
  return { rule, evidence: `${prefix}${flatten(value)}`, pattern: `${prefix}${flatten(value, () => '<function>')}` };
}

interface Statement {
  readonly Sid: string | undefined;
  readonly Action: string | readonly string[] | undefined;
  readonly Resource: unknown;
}

/** The statements of a policy in the template, which other code may have replaced by a function. */
function statementsOf(policy: unknown): readonly Statement[] {
  const { policyDocument } = policy as { readonly policyDocument?: { readonly Statement?: readonly Statement[] } };
  return Array.isArray(policyDocument?.Statement) ? policyDocument.Statement : [];
}

/** A value in the template as cdk-nag prints it: references in angle brackets, joined text. */
function flatten(value: unknown, shown = (text: string) => text): string {
  if (typeof value === 'string') {
    return value.replaceAll('${', '<').replaceAll('}', '>');
  }
  const [[name, argument] = []] = Object.entries((value ?? {}) as Record<string, unknown>);
  switch (name) {
    case 'Ref':
      return `<${flatten(argument)}>`;
    case 'Fn::GetAtt':
      return `<${(argument as readonly unknown[]).map(part => flatten(part)).join('.')}>`;
    case 'Fn::Join': {
      const [delimiter, parts] = argument as [string, readonly unknown[]];
      return parts.map(part => flatten(part, shown)).join(delimiter);
    }
    case 'Fn::Sub':
      return flatten(argument);
    case 'Fn::ImportValue':
      return shown(flatten(argument));
    default:
      return shown(JSON.stringify(value) ?? '');
  }
}

/**
 * What `Validations.of(resource).acknowledge()` does, which rejects the id in older versions of the CDK: cdk-nag 3
 * compares the text of each finding, such as `AwsSolutions-IAM5[Resource::*]`.
 */
function acknowledge(resource: CfnResource, id: string, reason: string): void {
  resource.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, { [id]: reason });
}

function usesVersion2({ node }: IConstruct): boolean {
  return node.scopes.some(scope => Aspects.of(scope).all.some(aspect => 'readPackName' in aspect));
}

/** Suppresses the text of each finding: the patterns of the list would cover statements of the app, too. */
function suppress(resource: CfnResource, matches: readonly Match[]): void {
  const { rules_to_suppress: others = [] } = (resource.getMetadata('cdk_nag') ?? {}) as Partial<Suppressions>;
  const ours = [...new Set(matches.map(({ finding }) => finding))].map(finding => ({
    id: finding.id,
    reason: finding.reason,
    applies_to: [...new Set(matches.filter(match => match.finding === finding).map(({ evidence }) => evidence))],
  }));
  resource.addMetadata('cdk_nag', { rules_to_suppress: [...others, ...ours] });
}

interface Suppressions {
  readonly rules_to_suppress: readonly object[];
}
