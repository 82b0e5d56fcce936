import { globMatches, globsIntersect } from '../support/globs';
import { Statement } from '../support/policies';

/** Conditions on tags of a resource do not hold back a principal who may set the tags: an attack must say so. */

const ON_TAG = /^(?:aws|\w+):ResourceTag\/(.+)$/;
/** Tags of AWS, which nobody can set. */
const RESERVED = /^aws:/;

/** The Sids of statements with a condition on a tag that another of the statements sets without that condition. */
export function settableTags(statements: readonly Statement[]): readonly string[] {
  const found = statements.filter(statement => tagsIn(statement).some(tag => statements.some(tagger =>
    servicesOf(statement).some(service => tags(tagger, service)) && !tagsIn(tagger).includes(tag)
    && tagger.Resource.some(one => statement.Resource.some(other => one === '*' || other === '*' || globsIntersect(one, other))))));
  return [...new Set(found.map(({ Sid = '' }) => Sid))].sort();
}

/** Actions that set tags of things that exist. */
const TAGGING = ['AddTags', 'AddTagsToResource', 'CreateOrUpdateTags', 'CreateTags', 'TagQueue', 'TagResource', 'TagRole'];

/** Values of `sagemaker:TaggingAction`: the tags come with the request that creates something. */
const ON_CREATION = /^Create/;

/** The request that creates something with tags: tags of what exists come without it. */
const CREATE_ACTION = /^\w+:CreateAction$/;

function tags({ Action, Condition }: Statement, service: string): boolean {
  const creations = [Condition?.StringEquals?.['sagemaker:TaggingAction'] ?? []].flat();
  const onlyNew = creations.length > 0 ? creations.every(action => ON_CREATION.test(action))
    : Object.keys(Condition?.StringEquals ?? {}).some(key => CREATE_ACTION.test(key));
  return !onlyNew && Action.some(action => TAGGING.some(name => globMatches(action, `${service}:${name}`, true)));
}

function tagsIn({ Condition = {} }: Statement): readonly string[] {
  return Object.values(Condition).flatMap(keys => Object.keys(keys)).map(key => ON_TAG.exec(key)?.[1] ?? '')
    .filter(tag => tag !== '' && !RESERVED.test(tag));
}

function servicesOf({ Action }: Statement): readonly string[] {
  return [...new Set(Action.map(action => action.split(':')[0]))];
}
