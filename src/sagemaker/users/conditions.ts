import { HELD_TO } from './creations';
import { isRequired, Requirements, UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { unique } from '../../private/options/unique';
import { Conditions } from '../../private/statements/documented-statement';
import { inBothCases } from '../workloads/things/letter-case';

// Names, tags and requirements as resources and conditions of statements.

type Narrowing = Pick<UserAccess, 'tags' | 'requirements'>;

/** The condition of each requirement. */
const CONDITIONS: { readonly [R in keyof Requirements]: (required: Requirements[R]) => Conditions } = {
  subnets: ids => allOf('StringEquals', 'sagemaker:VpcSubnets', ids),
  securityGroups: ids => allOf('StringEquals', 'sagemaker:VpcSecurityGroupIds', ids),
  volumeKeys: keys => ({ ArnEquals: { 'sagemaker:VolumeKmsKeyArn': keys } }),
  outputKeys: keys => ({ ArnEquals: { 'sagemaker:OutputKmsKeyArn': keys } }),
  networkIsolation: () => ({ Bool: { 'sagemaker:NetworkIsolation': 'true' } }),
  interContainerTrafficEncryption: () => ({ Bool: { 'sagemaker:InterContainerTrafficEncryption': 'true' } }),
  instanceTypes: types => allOf('StringLike', 'sagemaker:InstanceTypes', types),
};

/** What a request must have that creates something: the tags of the user, and what is required of the action. */
export function onCreation(
  action: string, { tags, requirements }: Narrowing, ...more: readonly Conditions[]
): Conditions | undefined {
  const required = (Object.keys(CONDITIONS) as (keyof Requirements)[])
    .filter(name => requirements && isRequired(requirements[name]) && HELD_TO[name].includes(action))
    .map(name => (CONDITIONS[name] as (value: unknown) => Conditions)(requirements![name]));
  return joined(withTags('RequestTag', tags), ...required, ...more);
}

const NETWORK = ['subnets', 'securityGroups', 'networkIsolation'] as const;

/** The required network, if there is any. */
export function inNetwork({ requirements }: Pick<UserAccess, 'requirements'>): Conditions | undefined {
  const required = NETWORK.filter(name => requirements && isRequired(requirements[name]));
  return joined(...required.map(name => (CONDITIONS[name] as (value: unknown) => Conditions)(requirements![name])));
}

/** What something must have that exists: the tags of the user. */
export function onTagged({ tags }: Pick<UserAccess, 'tags'>): Conditions | undefined {
  return joined(withTags('ResourceTag', tags));
}

/** The note of statements on what exists. */
export const ONLY_TAGGED = 'narrowed: only what has the tags of the users, if they have any';

/** Tags only in the request that creates something: otherwise, users could put their tags on what others own. */
export function taggingIn(actions: readonly string[]): Conditions {
  return { StringEquals: { 'sagemaker:TaggingAction': actions.map(action => action.split(':')[1]).sort() } };
}

/** The tag that an identity and a resource have in common. */
export const OF_THE_PRINCIPAL = (key: string) => `aws:PrincipalTag/${key}`;

export function ownedByTag(key: string): Conditions {
  return { StringEquals: { [`aws:ResourceTag/${key}`]: `\${${OF_THE_PRINCIPAL(key)}}` } };
}

/** Resources of a type by name: names as written and in lower case, or all. */
export function named(arns: Arns, type: string, names: readonly string[], suffix = ''): readonly string[] {
  const forms = names.length > 0 ? unique(names.flatMap(inBothCases)) : ['*'];
  return forms.map(name => arns.regional('sagemaker', `${type}/${name}${suffix}`));
}

function withTags(kind: 'RequestTag' | 'ResourceTag', tags: UserAccess['tags']): Conditions {
  return Object.keys(tags).length === 0 ? {} : {
    StringEquals: Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:${kind}/${key}`, value])),
  };
}

/** `ForAllValues` alone also holds for a request without the key. */
function allOf(operator: string, key: string, values: readonly string[]): Conditions {
  return { [`ForAllValues:${operator}`]: { [key]: values }, Null: { [key]: 'false' } };
}

function joined(...all: readonly Conditions[]): Conditions | undefined {
  const operators = unique(all.flatMap(conditions => Object.keys(conditions)));
  return operators.length === 0 ? undefined : Object.fromEntries(operators.map(operator =>
    [operator, Object.assign({}, ...all.map(conditions => conditions[operator] ?? {})) as Conditions[string]]));
}
