/** The partition, region and account that a template is deployed to. */
export interface Environment {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly urlSuffix: string;
}

export const AWS: Environment = {
  partition: 'aws',
  region: 'eu-central-1',
  account: '111122223333',
  urlSuffix: 'amazonaws.com',
};
export const CHINA: Environment = {
  partition: 'aws-cn',
  region: 'cn-north-1',
  account: '111122223333',
  urlSuffix: 'amazonaws.com.cn',
};
export const GOV_CLOUD: Environment = {
  partition: 'aws-us-gov',
  region: 'us-gov-west-1',
  account: '111122223333',
  urlSuffix: 'amazonaws.com',
};
export const ENVIRONMENTS = [AWS, CHINA, GOV_CLOUD];

export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
export interface TemplateJson {
  /** Their defaults are their values. */
  readonly Parameters?: { readonly [logicalId: string]: { readonly Default?: string } };
  readonly Conditions?: { readonly [logicalId: string]: Json };
  readonly Resources?: { readonly [logicalId: string]: { readonly Type: string; readonly Properties?: JsonObject } };
}

type FoldedTemplate = Required<Pick<TemplateJson, 'Resources'>>;

/** Resolves a template as deployed to the environment: intrinsic functions become values, and resources get names. */
export function fold(template: TemplateJson, environment: Environment = AWS): FoldedTemplate {
  return {
    Resources: foldValue(
      (template.Resources ?? {}) as Json,
      template,
      environment,
    ) as FoldedTemplate['Resources'],
  };
}

function foldValue(value: Json, template: TemplateJson, environment: Environment): Json {
  if (Array.isArray(value)) {
    return value.map(element => foldValue(element, template, environment)).filter(element => element !== undefined);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const [[name, argument] = [''], ...others] = Object.entries(value);
  if (others.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, foldValue(entry, template, environment)]),
    );
  }
  return name === 'Fn::If' ? foldIf(argument as [string, Json, Json], template, environment)
    : foldFunction(name, foldValue(argument, template, environment), template, environment);
}

/** Only the branch of the condition. */
function foldIf([condition, yes, no]: [string, Json, Json], template: TemplateJson, environment: Environment): Json {
  return foldValue(foldValue(template.Conditions![condition], template, environment) ? yes : no, template, environment);
}

function foldFunction(name: string, argument: Json, template: TemplateJson, environment: Environment): Json {
  const text = argument as string;
  const [first, second] = argument as [string, string & string[]];
  switch (name) {
    case 'Ref':
      return valueOf(text, template, environment);
    case 'Fn::Equals':
      return first === second as Json;
    case 'Fn::Not':
      return !first;
    case 'Fn::GetAtt':
      return attribute(first, second, template, environment);
    case 'Fn::Join':
      return second.join(first);
    case 'Fn::Select':
      return second[Number(first)];
    case 'Fn::Split':
      return second.split(first);
    case 'Fn::ImportValue':
      return `imported-${text}`;
    default:
      throw new Error(`can't fold ${name}`);
  }
}

function valueOf(name: string, template: TemplateJson, environment: Environment): string | undefined {
  return name === 'AWS::NoValue' ? undefined : pseudoParameter(name, environment)
    ?? template.Parameters?.[name]?.Default ?? physicalName(name, template, environment);
}

function pseudoParameter(name: string, environment: Environment): string | undefined {
  return (
    {
      'AWS::AccountId': environment.account,
      'AWS::Partition': environment.partition,
      'AWS::Region': environment.region,
      'AWS::StackName': 'stack',
      'AWS::URLSuffix': environment.urlSuffix,
    } as Record<string, string>
  )[name];
}

function typeOf(logicalId: string, template: TemplateJson): string {
  return template.Resources?.[logicalId]?.Type ?? 'AWS::Unknown::Thing';
}

function physicalName(logicalId: string, template: TemplateJson, environment: Environment): string {
  switch (typeOf(logicalId, template)) {
    case 'AWS::APS::Workspace':
    case 'AWS::IAM::ManagedPolicy':
    case 'AWS::SageMaker::Model':
    case 'AWS::SecretsManager::Secret':
    case 'AWS::SNS::Topic':
      return arn(logicalId, template, environment);
    case 'AWS::EC2::VPC':
      return 'vpc-0123456789abcdef0';
    case 'AWS::KMS::Key':
      return keyId(logicalId);
    default:
      return logicalId.toLowerCase();
  }
}

function attribute(logicalId: string, name: string, template: TemplateJson, environment: Environment): string {
  return /Arn$/.test(name) ? arn(logicalId, template, environment) : physicalName(logicalId, template, environment);
}

/** The service and the resource in the ARNs of some types, whose type does not say them. */
const RESOURCES: Readonly<Record<string, (name: string, logicalId: string) => readonly [string, string]>> = {
  'AWS::APS::Workspace': name => ['aps', `workspace/${name}`],
  'AWS::CloudWatch::Alarm': name => ['cloudwatch', `alarm:${name}`],
  'AWS::ECR::Repository': name => ['ecr', `repository/${name}`],
  'AWS::EFS::FileSystem': () => ['elasticfilesystem', 'file-system/fs-0123456789abcdef0'],
  'AWS::KMS::Key': (_, logicalId) => ['kms', `key/${keyId(logicalId)}`],
  'AWS::Lambda::Function': name => ['lambda', `function:${name}`],
  'AWS::SageMaker::Model': name => ['sagemaker', `model/${name}`],
  'AWS::SecretsManager::Secret': name => ['secretsmanager', `secret:${name}-AbCdEf`],
};

function arn(logicalId: string, template: TemplateJson, { partition, region, account }: Environment): string {
  const name = logicalId.toLowerCase();
  const type = typeOf(logicalId, template);
  switch (type) {
    case 'AWS::IAM::ManagedPolicy':
      return `arn:${partition}:iam::${account}:policy/${name}`;
    case 'AWS::IAM::Role':
      return `arn:${partition}:iam::${account}:role/${name}`;
    case 'AWS::S3::Bucket':
      return `arn:${partition}:s3:::${name}`;
    default: {
      const [service, resource] = RESOURCES[type]?.(name, logicalId) ?? [type.split('::')[1].toLowerCase(), name];
      return `arn:${partition}:${service}:${region}:${account}:${resource}`;
    }
  }
}

function keyId(logicalId: string): string {
  const hex = Buffer.from(logicalId.padEnd(16, '0')).toString('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
