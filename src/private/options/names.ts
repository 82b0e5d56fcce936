import { Token } from 'aws-cdk-lib';
import { literalsOf, TOKEN } from './literals';
import { matching, Validator } from './validators';

// Validators of names and texts that several platforms use.

/** The name of a role, policy or instance profile, as IAM accepts it. */
export function iamName(maxLength: number): Validator<string> {
  const what = `1 to ${maxLength} characters of letters, digits and _+=,.@-`;
  return matching(what, new RegExp(`^[\\w+=,.@-]{1,${maxLength}}$`), /[\w+=,.@-]/);
}

const PATH_CHARACTER = /(?![*?$])[!-~]/;

/** IAM also accepts `*`, `?` and `$` in paths, but in the ARNs of a policy they would match other paths. */
export const PATH = limited(512, matching(
  "'/', or start and end with '/', without the wildcards * and ?, and without $", /^\/(?:(?:(?![*?$])[!-~])+\/)?$/, PATH_CHARACTER));

/** A token in a path must not hide that its last slash is missing: `/team*` also matches `/team-b/`. */
function isPath(literals: string): boolean {
  return literals === TOKEN || literals.endsWith('/');
}

/** A path below `/`: the roles under `/` are all roles. */
export const PATH_BELOW_ROOT = limited(512, matching(
  "a path below '/' that starts and ends with '/' and has no wildcards, such as '/team/'",
  /^\/(?:(?:(?![*?$])[!-~])+\/)+$/, PATH_CHARACTER));

function limited(maxLength: number, validator: Validator<string>): Validator<string> {
  return {
    what: `${validator.what}, at most ${maxLength} characters`,
    is: (value): value is string =>
      validator.is(value) && (Token.isUnresolved(value) ? isPath(literalsOf(value)) : value.length <= maxLength),
  };
}

/** The source of a pattern: regions of any partition, also those to come. */
export const REGION_NAME = '[a-z]{2,4}(?:-(?:gov|iso[a-z]?|de))?-' +
  '(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\\d{1,2}';

export const REGION = matching(
  "the name of one region, such as 'eu-central-1'", new RegExp(`^${REGION_NAME}$`), /[a-z0-9-]/);

export const ACCOUNT = matching('an account of twelve digits', /^\d{12}$/, /\d/);

/** The only text that may have wildcards: they match namespaces below another. */
export const METRIC_NAMESPACE = matching("a CloudWatch namespace such as 'Churn/Training', not only wildcards",
  /^(?=.*[^*?])[^:].{0,254}$/, /[^$]/);

export const LOG_GROUP_PREFIX = matching(
  "what the names of log groups start with, such as '/my/application/': 1 to 512 letters, digits and . - _ / #",
  /^[\w.\-/#]{1,512}$/, /[\w.\-/#]/);

export const IMAGE_ID = matching('the id of a machine image, such as ami-0123456789abcdef0',
  /^ami-(?:[0-9a-f]{8}|[0-9a-f]{17})$/, /[a-z0-9-]/);
