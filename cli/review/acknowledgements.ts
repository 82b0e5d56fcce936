import { Acknowledgement, Wide } from './model';
import { Resource } from '../assembly/assembly';
import { pathsAround } from '../assembly/constructs';
import { Json, listOf, objectOf, stringOf } from '../assembly/json';
import { Metadata } from '../assembly/metadata';

/** `Validations.ACKNOWLEDGED_RULES_METADATA_KEY` of the CDK. */
const ACKNOWLEDGED_RULES = 'aws:cdk:acknowledged-rules';

/** Metadata of resources in which checkers of templates look for findings to suppress. */
const SUPPRESSIONS = ['cdk_nag', 'cfn_nag'];

/** What the app acknowledged on some resources, and on the constructs around them. */
export function acknowledgedOn(resources: readonly Resource[], metadata: Metadata): readonly Acknowledgement[] {
  const all = resources.flatMap(resource => [...suppressedOn(resource), ...rulesAround(resource, metadata)]);
  return [...new Map(all.map(acknowledged => [JSON.stringify(acknowledged), acknowledged])).values()];
}

function suppressedOn({ metadata }: Resource): readonly Acknowledgement[] {
  return SUPPRESSIONS.flatMap(key => listOf(objectOf(metadata[key]).rules_to_suppress)).map(objectOf)
    .flatMap(({ id, reason, applies_to: appliesTo, is_reason_encoded: isEncoded }) => {
      const text = isEncoded === true ? Buffer.from(textIn(reason), 'base64').toString() : textIn(reason);
      const ids = listOf(appliesTo).map(evidence => `${textIn(id)}[${patternIn(evidence)}]`);
      return (ids.length > 0 ? ids : [textIn(id)]).map(name => ({ id: name, reason: text }));
    });
}

/** A finding, or a regular expression that matches findings. */
function patternIn(evidence: Json): string {
  return textIn(objectOf(evidence).regex ?? evidence);
}

function textIn(value: Json): string {
  return stringOf(value) ?? JSON.stringify(value ?? '');
}

function rulesAround({ path = '' }: Resource, metadata: Metadata): readonly Acknowledgement[] {
  return pathsAround(path).flatMap(around => metadata.get(around) ?? [])
    .filter(({ type }) => type === ACKNOWLEDGED_RULES)
    .flatMap(({ data }) => Object.entries(objectOf(data)))
    .map(([id, reason]) => ({ id: id.replace(/^Annotation::/, ''), reason: textIn(reason) }));
}

/**
 * What is wide in a statement, with the reason of the app if it acknowledged the finding of cdk-nag on it.
 *
 * @param acknowledged of the resource that has the statement
 */
export function withReasons(wide: readonly Wide[], acknowledged: readonly Acknowledgement[]): readonly Wide[] {
  return wide.map(found => {
    const what = /action/.test(found.kind) ? 'Action' : 'Resource';
    const evidence = `[${what}::${found.text.replace(/\$\{([^}]*)\}/g, '<$1>')}]`;
    const known = acknowledged.find(({ id }) => id.endsWith('-IAM5') || id.endsWith(`-IAM5${evidence}`));
    return known && !/principal|all but/.test(found.kind) ? { ...found, acknowledged: known.reason, isOpen: false } : found;
  });
}
