import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AspectPriority, Aspects, CfnResource, IAspect, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';

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
   * Acknowledges the published findings, for cdk-nag 3 and 2: of all constructs of this library that the scope contains
   * when the app is synthesized, the policies of later grants included. Findings that are not published, such as those
   * of your own statements on other resources, remain.
   *
   * With cdk-nag 2 the suppressions are in the metadata of the resources in the template.
   *
   * @param scope a construct of this library, a stack, or the app
   */
  public static acknowledge(scope: IConstruct): void {
    Aspects.of(scope).add(new Acknowledgement(), { priority: AspectPriority.MUTATING });
  }

  private constructor() {}
}

/** Finds the constructs of this library when the app is synthesized, before cdk-nag does. */
class Acknowledgement implements IAspect {
  public visit(node: IConstruct): void {
    const known = knownFindings().filter(({ construct }) => construct === classOf(node));
    const resources = known.length === 0 ? [] : node.node.findAll().filter(child => CfnResource.isCfnResource(child));
    for (const resource of resources) {
      const matches = findingsOf(resource).flatMap(found => matchesOf(found, known));
      // cdk-nag 3 compares the text of each finding, such as `AwsSolutions-IAM5[Resource::*]`.
      matches.forEach(({ id, reason }) => Validations.of(resource).acknowledge({ id, reason }));
      if (usesVersion2(resource)) {
        suppress(resource, matches.map(({ finding }) => finding));
      }
    }
  }
}

/** The name of the construct's class in this library, also for a subclass in the app. */
function classOf({ constructor }: IConstruct): string | undefined {
  const { PROPERTY_INJECTION_ID: id } = constructor as { readonly PROPERTY_INJECTION_ID?: string };
  return /^cdk-platform-iam\.(\w+)$/.exec(id ?? '')?.[1];
}

let list: readonly KnownFinding[] | undefined;

/** The list. The package has its code in one file. */
function knownFindings(): readonly KnownFinding[] {
  const file = ['..', '../..'].map(root => join(__dirname, root, 'docs', 'cdk-nag.json')).find(path => existsSync(path));
  return (list ??= JSON.parse(readFileSync(file!, 'utf8')) as KnownFinding[]);
}

function matchesOf({ rule, evidence }: Found, known: readonly KnownFinding[]) {
  return known
    .filter(({ id, appliesTo }) =>
      id === rule && appliesTo.some(({ regex }) => new RegExp(regex.slice(1, -2)).test(evidence)))
    .map(finding => ({ id: `${rule}[${evidence}]`, reason: finding.reason, finding }));
}

interface Found {
  readonly rule: string;
  readonly evidence: string;
}

/** What the rules on managed policies of AWS (IAM4) and on wildcards (IAM5) find. */
function findingsOf(resource: CfnResource): readonly Found[] {
  const { managedPolicyArns, policies, policyDocument } = resource as Partial<iam.CfnRole & iam.CfnPolicy>;
  const resolved = Stack.of(resource).resolve({
    arns: managedPolicyArns ?? [], documents: [policies ?? [], { policyDocument: policyDocument ?? {} }].flat(),
  }) as { readonly arns?: readonly unknown[]; readonly documents: readonly { readonly policyDocument: Document }[] };
  const ofAws = (resolved.arns ?? []).map(flatten).filter(arn => arn.includes(':iam::aws:'));
  const statements = resolved.documents.flatMap(({ policyDocument: { Statement = [] } }) => Statement);
  const wildcards = statements.flatMap(({ Action: actions = [], Resource: resources = [] }) => [
    ...[actions].flat().map(action => `Action::${action}`),
    ...[resources].flat().map(pattern => `Resource::${flatten(pattern)}`),
  ]).filter(evidence => evidence.includes('*'));
  return [
    ...ofAws.map(arn => ({ rule: 'AwsSolutions-IAM4', evidence: `Policy::${arn}` })),
    ...wildcards.map(evidence => ({ rule: 'AwsSolutions-IAM5', evidence })),
  ];
}

interface Document {
  readonly Statement?: readonly { readonly Action?: string | readonly string[]; readonly Resource?: unknown }[];
}

/** A value in the template as cdk-nag prints it: references in angle brackets, joined text. */
function flatten(value: unknown): string {
  if (typeof value === 'string') {
    return value.replaceAll('${', '<').replaceAll('}', '>');
  }
  const [[name, argument]] = Object.entries(value as Record<string, unknown>);
  switch (name) {
    case 'Ref':
      return `<${flatten(argument)}>`;
    case 'Fn::GetAtt':
      return `<${(argument as readonly unknown[]).map(flatten).join('.')}>`;
    case 'Fn::Join': {
      const [delimiter, parts] = argument as [string, readonly unknown[]];
      return parts.map(flatten).join(delimiter);
    }
    case 'Fn::Sub':
    case 'Fn::ImportValue':
      return flatten(argument);
    default:
      return JSON.stringify(value);
  }
}

/** In cdk-nag 2, rule packs are aspects. */
function usesVersion2(resource: CfnResource): boolean {
  return resource.node.scopes.some(scope => Aspects.of(scope).all.some(aspect => 'readPackName' in aspect));
}

function suppress(resource: CfnResource, findings: readonly KnownFinding[]): void {
  const { rules_to_suppress: others = [] } = (resource.getMetadata('cdk_nag') ?? {}) as Suppressions;
  const ours = [...new Set(findings)].map(({ id, appliesTo, reason }) => ({ id, reason, applies_to: appliesTo }));
  resource.addMetadata('cdk_nag', { rules_to_suppress: [...others, ...ours] });
}

interface Suppressions {
  readonly rules_to_suppress?: readonly object[];
}
