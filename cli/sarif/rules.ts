import { WideKind } from '../review/model';

/** What is found, as GitHub shows it. */
export interface Rule {
  /** The same in every version: alerts are known by it. */
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly help: string;
  readonly level: 'error' | 'warning' | 'note';
  /** The score of a finding, as that of CVSS. None for what is no matter of security. */
  readonly severity?: number;
}

export const WIDE_RULES: Readonly<Record<WideKind, Rule>> = {
  'every principal': {
    id: 'every-principal',
    name: 'EveryPrincipal',
    summary: 'A role that everybody may assume',
    description: 'The trust policy names every principal, or all identities of a provider, and no condition says who the caller is.',
    help: 'Name the principals, or limit the callers by a condition: `aws:PrincipalOrgID`, `aws:SourceAccount`, `sts:ExternalId`, or the `aud` and `sub` of an OIDC provider.',
    level: 'error',
    severity: 9,
  },
  'every action': {
    id: 'every-action',
    name: 'EveryAction',
    summary: 'A statement with every action of a service',
    description: 'The statement allows every action, of all services or of one, and those that AWS adds later.',
    help: 'Name the actions that the role calls. CloudTrail and IAM Access Analyzer show which ones these are.',
    level: 'warning',
    severity: 8,
  },
  'all but some': {
    id: 'all-but-some',
    name: 'AllButSome',
    summary: 'A statement that allows everything but what it names',
    description: '`NotAction`, `NotResource` or `NotPrincipal` in a statement that allows: it also allows what AWS or the app adds later.',
    help: 'Name what the statement allows. Deny what must never be allowed in a separate statement with `"Effect": "Deny"`.',
    level: 'warning',
    severity: 7.5,
  },
  'every resource': {
    id: 'every-resource',
    name: 'EveryResource',
    summary: 'A statement on every resource',
    description: 'The actions could be limited to resources, and the statement names all of them.',
    help: 'Name the resources, or limit the statement by a condition such as `aws:ResourceTag`. Put actions without narrower resources into a separate statement.',
    level: 'warning',
    severity: 6,
  },
  'many actions': {
    id: 'many-actions',
    name: 'ManyActions',
    summary: 'A wildcard in the name of an action',
    description: 'The wildcard also matches actions that AWS adds later.',
    help: 'Name the actions that the role calls. A wildcard may be the right choice for actions that only read.',
    level: 'note',
    severity: 3,
  },
};

export const ATTACHED_RULE: Rule = {
  id: 'wide-attached-policy',
  name: 'WideAttachedPolicy',
  summary: 'An AWS managed policy that allows much',
  description: 'The policy allows everything, changes permissions or writes to any resource. AWS may add more to it.',
  help: 'Write a policy with the actions that the role calls and the resources that it uses, and detach this one.',
  level: 'warning',
  severity: 8.5,
};

export const WARNING_RULE: Rule = {
  id: 'unacknowledged-warning',
  name: 'UnacknowledgedWarning',
  summary: 'A warning that nobody acknowledged',
  description: 'A construct warned when the app was synthesized, or the review could not read a part of the app.',
  help: 'Change what the message says, or acknowledge it with a reason: `Annotations.of(construct).acknowledgeWarning(id, reason)`.',
  level: 'warning',
  severity: 5,
};

export const QUOTA_RULE: Rule = {
  id: 'quota',
  name: 'QuotaNearlyUsed',
  summary: 'A quota of IAM that is nearly used up',
  description: 'Above the quota, the deployment fails. Lengths of values that are known at the deployment only are ranges.',
  help: 'Move statements to managed policies (`policyPlacement` of this library), name fewer resources, or ask AWS for a higher quota where it can be raised.',
  level: 'warning',
};

/** The most important first. */
export const RULES: readonly Rule[] = [...Object.values(WIDE_RULES), ATTACHED_RULE, WARNING_RULE, QUOTA_RULE]
  .sort((one, other) => (other.severity ?? 0) - (one.severity ?? 0));
