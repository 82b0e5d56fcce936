import { EC2 } from './ec2';
import { ELASTIC_BEANSTALK } from './elastic-beanstalk';
import { BATCH, CLOUDFORMATION, CODEBUILD, DYNAMODB, EFS, IAM, LOGS, SMALL_SERVICES } from './others';
import { S3 } from './s3';
import { SAGEMAKER } from './sagemaker';
import { ANY, Service } from './service';
import { Request } from '../../../test/support/evaluate';
import { RecordedCall } from '../recording';

const SERVICES: ReadonlyMap<string, Service> = new Map([
  BATCH, CLOUDFORMATION, CODEBUILD, DYNAMODB, EC2, EFS, ELASTIC_BEANSTALK, IAM, LOGS, S3, SAGEMAKER, ...SMALL_SERVICES,
].map(service => [service.prefix, service]));

/** Services that have another name in botocore than in IAM. */
export const PREFIXES: Readonly<Record<string, string>> = {
  'efs': 'elasticfilesystem',
  'elb': 'elasticloadbalancing',
  'elbv2': 'elasticloadbalancing',
  'resourcegroupstaggingapi': 'tag',
  'sagemaker-featurestore-runtime': 'sagemaker',
  'sagemaker-metrics': 'sagemaker',
  'sagemaker-runtime': 'sagemaker',
};

/** What IAM is asked for a call. One call may ask several: launching asks for each resource, and for a role. */
export function requestsOf(call: RecordedCall): readonly Request[] {
  const prefix = PREFIXES[call.service] ?? call.service;
  const service = SERVICES.get(prefix);
  if (!service) {
    throw new Error(`judge/vendors/calls has no table of the service ${prefix}, which ${call.command} calls`);
  }
  const { actions = {}, free = [], resources } = service;
  if (free.includes(call.operation)) {
    return [];
  }
  const action = `${prefix}:${actions[call.operation] ?? call.operation}`;
  const asked = resources[call.operation]?.(call) ?? [ANY];
  return asked.map(({ resource, context = {}, action: other = action }) =>
    ({ action: other, resource, ...(Object.keys(context).length > 0 ? { context } : {}) }));
}
