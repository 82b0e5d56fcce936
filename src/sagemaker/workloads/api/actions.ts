import { IConstruct } from 'constructs';
import { ApiActions } from './parts';
import { ALL_ACTIONS, ALL_TYPES, EVERY_TYPE, typesOfActions } from './resources';
import { nearestName } from '../../../private/options/near-misses';
import { OptionReader } from '../../../private/options/reader';
import { matching, OPTIONS, STRING, validate, Validator } from '../../../private/options/validators';

/** Actions of SageMaker, and the resources on which they are granted. */
export interface SageMakerApiActions {
  /**
   * The actions, such as `sagemaker:CreateLabelingJob` or `sagemaker-mlflow:GetRun`. They may have the wildcard `*`. An
   * action that AWS does not list is an error; actions that are newer than this library go into `additionalStatements`.
   * Must not be empty.
   */
  readonly actions: string[];

  /**
   * The types of the resources, such as `labeling-job`. Each action must support one of them, and an action must
   * support each of them. Must not be empty.
   *
   * @default - all resources, for actions without resource-level permissions only, such as `sagemaker:ListWorkteams`
   */
  readonly resourceTypes?: string[];

  /**
   * The names of the resources, such as `churn-*`. They may have the wildcards `*` and `?`. Must not be empty.
   *
   * @default - all resources of these types
   */
  readonly resourceNames?: string[];

  /**
   * The account that owns the resources: 12 digits, or `aws` for the public hub.
   *
   * @default - the account of the stack
   */
  readonly account?: string;

  /**
   * Conditions: operator, condition key and values, such as `{ StringEquals: { 'aws:ResourceTag/team': ['churn'] } }`.
   * The values may have no policy variables. Must not be empty.
   *
   * @default - no conditions
   */
  readonly conditions?: { [operator: string]: { [key: string]: string[] } };
}

const NAME = matching('a name of letters and digits, which becomes part of a Sid', /^[A-Za-z0-9]+$/, /[A-Za-z0-9]/);
const ACTION: Validator<string> = {
  what: "an action of SageMaker, such as 'sagemaker:CreateLabelingJob'",
  is: (value): value is string => STRING.is(value) && /^sagemaker(-mlflow)?:[A-Za-z0-9*]+$/.test(value),
  advice: value => STRING.is(value) ? "actions of other services go into 'additionalStatements'" : undefined,
};
const TYPE: Validator<string> = {
  what: "a type of resources of SageMaker, such as 'labeling-job'",
  is: (value): value is string => STRING.is(value) && value !== EVERY_TYPE && ALL_TYPES.includes(value),
  advice: value => STRING.is(value) ? didYouMean(value, ALL_TYPES) : undefined,
};
const RESOURCE_NAME = matching('a name of letters, digits and the characters . _ / -, with or without wildcards',
  /^[\w./*?-]+$/, /[\w./*?-]/);
const ACCOUNT = matching("12 digits, or 'aws'", /^(\d{12}|aws)$/, /\d/);
type ApiConditions = NonNullable<SageMakerApiActions['conditions']>;
const CONDITIONS: Validator<ApiConditions> = {
  what: "conditions without policy variables, such as { StringEquals: { 'aws:ResourceTag/team': ['churn'] } }",
  is: (value): value is ApiConditions => isMapOf(value, OPERATOR, keys => isMapOf(keys, CONDITION_KEY, isListOfTexts)),
};
const OPERATOR = new RegExp('^(For(All|Any)Values:)?((String|Arn)(Not)?(Equals|Like)|String(Not)?EqualsIgnoreCase|Bool|'
  + '(Numeric|Date)((Not)?Equals|(Less|Greater)Than(Equals)?)|(Not)?IpAddress|BinaryEquals)(IfExists)?$|^Null$');
const CONDITION_KEY = /^[a-z0-9-]+:[\w:/.-]+$/i;
const CONDITION_VALUE = matching('text', /^[^$]+$/s, /[^$]/s);

type ApiReader = OptionReader<SageMakerApiActions>;

/** Checks actions and their resources against the service authorization reference. */
export function readApiActions(
  scope: IConstruct, path: string, name: string, options: SageMakerApiActions,
): ApiActions {
  const factory = `SageMakerApiAccess.of() in '${path}'`;
  validate(scope, `the name of ${factory}`, name, NAME);
  validate(scope, `the actions of ${factory}`, options, OPTIONS as Validator<SageMakerApiActions>);
  return OptionReader.ofArgument(scope, path, options, read => {
    const actions = read.list('actions', ACTION, 'list what is granted');
    const resourceTypes = read.list('resourceTypes', TYPE);
    const resourceNames = read.list('resourceNames', RESOURCE_NAME);
    const account = read.value('account', ACCOUNT);
    const conditions = read.value('conditions', CONDITIONS);
    actions.forEach(action => checkAction(read, action, resourceTypes));
    resourceTypes.forEach(type => checkType(read, type, actions));
    if (resourceTypes.length === 0 && (resourceNames.length > 0 || account !== undefined)) {
      read.fail(`'${read.pathOf('resourceTypes')}' must be set: names and accounts are those of resources of some type`);
    }
    const granted = { actions: [...actions].sort(), resourceTypes, resourceNames, account, conditions };
    return { ...granted, name, group: 'Api', taggedTypes: [], listActions: [], logGroups: [] };
  });
}

/** Fails for actions that don't exist, that need a type, or that support none of the types. */
function checkAction(read: ApiReader, action: string, types: readonly string[]): void {
  const subject = `'${read.pathOf('actions')}' has '${action}', `;
  const supported = typesOfActions(action);
  if (supported.length === 0) {
    const meant = didYouMean(action, ALL_ACTIONS) ?? "if it is newer than this library, use 'additionalStatements'";
    read.fail(`${subject}which is no action of SageMaker: ${meant}`);
  }
  const known = [...new Set(supported.flat())];
  if (types.length === 0 && known.length > 0) {
    read.fail(`${subject}which is granted on resources: set '${read.pathOf('resourceTypes')}', here to ${listed(known)}`
      + (action.includes('*') ? ', or use SageMakerApiAccess.UNRESTRICTED' : ''));
  }
  if (types.length > 0 && !supported.some(of => supportsAny(of, types))) {
    read.fail(`${subject}which does not support ${listed(types)}: ` + (known.length > 0
      ? `it supports ${listed(known)}` : 'it has no resource-level permissions, and goes into a part of its own'));
  }
}

function checkType(read: ApiReader, type: string, actions: readonly string[]): void {
  if (!actions.some(action => typesOfActions(action).some(of => supportsAny(of, [type])))) {
    read.fail(`'${read.pathOf('resourceTypes')}' has '${type}', which none of the actions supports: leave it out`);
  }
}

function supportsAny(supported: readonly string[], types: readonly string[]): boolean {
  return supported.includes(EVERY_TYPE) || types.some(type => supported.includes(type));
}

/** At most five types, so that the message for a wildcard stays readable. */
function listed(types: readonly string[]): string {
  const shown = types.slice(0, 5).map(type => (type === EVERY_TYPE ? 'any type' : `'${type}'`)).join(', ');
  return types.length > 5 ? `${shown} or others` : shown;
}

function didYouMean(text: string, known: readonly string[]): string | undefined {
  const nearest = nearestName(text, known);
  return nearest && `did you mean '${nearest}'?`;
}

function isMapOf(value: unknown, key: RegExp, isValue: (value: unknown) => boolean): boolean {
  return OPTIONS.is(value) && Object.keys(value).length > 0
    && Object.entries(value).every(([name, content]) => key.test(name) && isValue(content));
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && Array.from(value as unknown[]).every(CONDITION_VALUE.is);
}
