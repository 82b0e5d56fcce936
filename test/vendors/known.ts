import { Answer } from './ask';
import { isOfType, ServiceReference } from '../support/service-reference';

/** Requests on all resources though the action has some: what they are on is not known when they are asked. */
const ON_ALL = ['cloudwatch:PutMetricData'];

/** Resources that the reference lists for other actions only: those of newer load balancers, and versions of images. */
const UNLISTED = ['elasticloadbalancing:AddTags', 'elasticloadbalancing:RemoveTags', 'imagebuilder:GetImage'];

/** Requests whose action the reference does not have, or not on this resource: then a table of calls is wrong. */
export function unknownRequests(answers: readonly Answer[], reference: ServiceReference): readonly string[] {
  const asked = new Map(answers.map(({ action, resource, sources }) => [`${action} ${resource}`, { action, resource, sources }]));
  return [...asked].filter(([, { action, resource }]) => {
    const [known] = reference.expand(action);
    return known?.name !== action || (resource === '*'
      ? known.resourceTypes.length > 0 && !ON_ALL.includes(action)
      : !UNLISTED.includes(action) && !known.resourceTypes.some(type => isOfType(resource, type)));
  }).map(([text, { sources }]) => `${text} (${sources.join(', ')})`).sort();
}
