import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  HopsworksEksNodeRole, HopsworksEksNodeRoleProps, HopsworksInstanceProfile, HopsworksInstanceProfileProps, ImageSource,
} from '../../../src';
import { Given } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

export type ProfileProps = (given: Given) => Partial<HopsworksInstanceProfileProps>;
export type NodeProps = (given: Given) => Partial<HopsworksEksNodeRoleProps>;

const PROFILE = 'hopsworks/instance-profile';
const NODES = 'hopsworks/eks-node-role';

const profileRow = (name: string, props: ProfileProps): Row => ({
  name,
  construct: 'HopsworksInstanceProfile',
  build: stack => {
    const given = new Given(stack);
    return new HopsworksInstanceProfile(stack, SUBJECT, { bucket: given.bucket('cluster'), ...props(given) });
  },
});

const nodesRow = (name: string, props: NodeProps): Row => ({
  name,
  construct: 'HopsworksEksNodeRole',
  build: stack => {
    const given = new Given(stack);
    return new HopsworksEksNodeRole(stack, SUBJECT, {
      bucket: given.bucket('cluster'),
      projectImages: [ImageSource.repository(given.repository('hopsworks/hopsworks-base'))],
      ...props(given),
    });
  },
});

export const DEFAULT_ROWS: readonly Row[] = [profileRow(PROFILE, () => ({})), nodesRow(NODES, () => ({}))];

/** The default profile with other options. */
export function ofProfile(what: string, props: ProfileProps, ...sids: readonly string[]): Row {
  return { ...profileRow(`${PROFILE}-${what}`, props), difference: { from: PROFILE, sids } };
}

/** The default role of nodes with other options. */
export function ofNodes(what: string, props: NodeProps, ...sids: readonly string[]): Row {
  return { ...nodesRow(`${NODES}-${what}`, props), difference: { from: NODES, sids } };
}

/** A role of the stack that EC2 assumes. */
export function ec2Role(stack: Stack): iam.Role {
  return new iam.Role(stack, 'Existing', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
}

/** Somebody else who assumes a role, on behalf of one account. */
export const OTHER_PRINCIPAL = new iam.ServicePrincipal('ssm.amazonaws.com', {
  conditions: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
});

/** A region of the partition that the stack is deployed to: a literal would be of one partition. */
export function otherRegion({ stack }: Given, name: string): string {
  return new CfnParameter(stack, name, { default: 'us-east-2' }).valueAsString;
}
