import { Warning } from './model';
import { AssemblyStack, Resource } from '../assembly/assembly';
import { textOf } from '../statements/text';
import { plural } from '../text/plural';

/** The properties with the policy of a resource, by the type. */
const RESOURCE_POLICIES: Readonly<Record<string, string>> = {
  'AWS::ECR::Repository': 'RepositoryPolicyText',
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy',
  'AWS::SNS::TopicInlinePolicy': 'PolicyDocument',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::SQS::QueueInlinePolicy': 'PolicyDocument',
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
};

/** What grants something in an app, and is no policy of a principal. */
export function notReviewed(stacks: readonly AssemblyStack[]): readonly Warning[] {
  return [...resourcePolicies(stacks), ...stacks.flatMap(serviceLinkedRoles)];
}

/** One line for the app: most apps have a policy of a bucket or a key. */
function resourcePolicies(stacks: readonly AssemblyStack[]): readonly Warning[] {
  const found = stacks.map(({ name, resources }) => ({ name, count: resources.filter(hasResourcePolicy).length }))
    .filter(({ count }) => count > 0);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const path = found.length === 1 ? found[0].name : plural(found.length, 'stack');
  return total === 0 ? []
    : [{ path, level: 'info', message: `${plural(total, 'resource policy')} ${total === 1 ? 'is' : 'are'} not reviewed` }];
}

function hasResourcePolicy({ type, properties }: Resource): boolean {
  return Object.hasOwn(RESOURCE_POLICIES, type) && properties[RESOURCE_POLICIES[type]] !== undefined;
}

function serviceLinkedRoles({ name, template, resources }: AssemblyStack): readonly Warning[] {
  const services = resources.filter(({ type }) => type === 'AWS::IAM::ServiceLinkedRole')
    .map(({ properties: { AWSServiceName: service } }) => textOf(service).text);
  const message = `service-linked roles are not reviewed: ${[...new Set(services)].join(', ')}`;
  return services.length === 0 ? [] : [{ path: name, template, level: 'info', message }];
}
