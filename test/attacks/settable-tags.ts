import { globsIntersect } from '../support/globs';
import { Statement } from '../support/policies';

/** Conditions on tags of a resource do not hold back a principal who may set the tags: an attack must say so. */

const ON_TAG = /^(?:aws|\w+):ResourceTag\/(.+)$/;
/** Tags of AWS, which nobody can set. */
const RESERVED = /^aws:/;

/** The Sids of statements with a condition on a tag that another of the statements sets without that condition. */
export function settableTags(statements: readonly Statement[]): readonly string[] {
  const tagging = statements.filter(({ Action }) => Action.some(action => /:(?:CreateTags|Add\w*Tags?|Tag\w+|CreateOrUpdateTags|\*)$/.test(action)));
  const found = statements.filter(statement => tagsIn(statement).length > 0 && tagging.some(tagger =>
    serviceOf(tagger).some(service => serviceOf(statement).includes(service)) && tagsIn(tagger).length === 0
    && tagger.Resource.some(one => statement.Resource.some(other => one === '*' || other === '*' || globsIntersect(one, other)))));
  return [...new Set(found.map(({ Sid = '' }) => Sid))].sort();
}

function tagsIn({ Condition = {} }: Statement): readonly string[] {
  return Object.values(Condition).flatMap(keys => Object.keys(keys)).map(key => ON_TAG.exec(key)?.[1] ?? '')
    .filter(tag => tag !== '' && !RESERVED.test(tag));
}

function serviceOf({ Action }: Statement): readonly string[] {
  return [...new Set(Action.map(action => action.split(':')[0]))];
}
