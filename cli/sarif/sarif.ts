import { createHash } from 'node:crypto';
import { Finding, findingsOf } from './findings';
import { Place } from './places';
import { Rule, RULES } from './rules';
import { Review } from '../review/model';

export interface SarifOptions {
  /** The version of this package. */
  readonly version: string;
  /**
   * The root of the repository, which paths are relative to.
   *
   * @default - the working directory
   */
  readonly root?: string;
}

/** GitHub shows the first ones, and refuses a log with more than five times as many. */
const MOST_RESULTS = 5_000;

const HOMEPAGE = 'https://github.com/cdk-platform-iam/cdk-platform-iam';

/** What is open in a review as a log of SARIF 2.1.0, in the form that GitHub code scanning takes. */
export function renderSarif(review: Review, { version, root = process.cwd() }: SarifOptions): string {
  const findings = findingsOf(review, { root, review });
  const left = findings.length - MOST_RESULTS;
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk-platform-iam', version, informationUri: HOMEPAGE, rules: RULES.map(ruleOf) } },
      columnKind: 'utf16CodeUnits',
      invocations: [{
        executionSuccessful: true,
        ...(left > 0 && { toolExecutionNotifications: [{ level: 'warning', message: { text: `${left} results are left out: GitHub shows ${MOST_RESULTS}` } }] }),
      }],
      results: findings.slice(0, MOST_RESULTS).map(resultOf),
    }],
  }, undefined, 1)}\n`;
}

function ruleOf({ id, name, summary, description, help, level, severity }: Rule): object {
  return {
    id,
    name,
    shortDescription: { text: summary },
    fullDescription: { text: description },
    help: { text: help.replaceAll('`', ''), markdown: help },
    helpUri: `${HOMEPAGE}#readme`,
    defaultConfiguration: { level },
    properties: {
      ...(severity !== undefined && { 'security-severity': severity.toFixed(1) }),
      tags: severity === undefined ? ['iam', 'quota'] : ['security', 'iam'],
      precision: 'high',
    },
  };
}

function resultOf({ rule, level, message, place, path, identity }: Finding): object {
  const fingerprint = createHash('sha256').update(JSON.stringify([rule.id, ...identity])).digest('hex').slice(0, 32);
  return {
    ruleId: rule.id,
    ruleIndex: RULES.indexOf(rule),
    level,
    message: { text: message },
    locations: [{ physicalLocation: locationOf(place), logicalLocations: [{ fullyQualifiedName: path }] }],
    // GitHub knows an alert by the first one; several statements of a role have the same line.
    partialFingerprints: { 'primaryLocationLineHash': `${fingerprint}:1`, 'cdkPlatformIam/v1': fingerprint },
  };
}

function locationOf({ file, line, column }: Place): object {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
  };
}
