import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ACCOUNT, arn, Estate } from './fixtures';
import { SageMakerUserPolicy, SageMakerUserPolicyProps } from '../../../src';
import { Builder } from '../../support/builder';
import { AWS } from '../../support/fold';
import { RequestTable } from '../../support/request-table';

// What the requests of callers share.

const builder = new Builder(AWS);

type Props = (
  estate: Estate, role: (name: string) => iam.IRole, subnet: (id: string) => ec2.ISubnet,
) => SageMakerUserPolicyProps;

export function statementsOf(props: Props): RequestTable['statements'] {
  return () => builder.statementsOf(stack => new SageMakerUserPolicy(stack, 'Users', props(
    new Estate(stack),
    name => iam.Role.fromRoleName(stack, `Role-${name}`, name),
    id => ec2.Subnet.fromSubnetId(stack, id, id),
  )));
}

/** A job, or a resource of another type. */
export const job = (name: string, type = 'training-job', account = ACCOUNT) =>
  arn('sagemaker', `${type}/${name}`, account);
export const created = (action: string) => ({ 'sagemaker:TaggingAction': action });
export const calls = (...actions: readonly string[]) => actions.map(action => `sagemaker:${action}`);
