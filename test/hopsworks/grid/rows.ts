import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  HopsworksEksNodeRole, HopsworksEksNodeRoleProps, HopsworksEksServiceAccountRole, HopsworksEksServiceAccountRoleProps,
  HopsworksInstanceProfile, HopsworksInstanceProfileProps, ImageSource,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

export type ProfileProps = (given: Fixtures) => Partial<HopsworksInstanceProfileProps>;
export type NodeProps = (given: Fixtures) => Partial<HopsworksEksNodeRoleProps>;
export type PodProps = (given: Fixtures) => Partial<HopsworksEksServiceAccountRoleProps>;

const PROFILE = 'hopsworks/instance-profile';
const NODES = 'hopsworks/eks-node-role';
const PODS = 'hopsworks/eks-service-account-role';

const profileRow = (name: string, props: ProfileProps): Row => ({
  name,
  construct: 'HopsworksInstanceProfile',
  build: (stack, given = new Fixtures(stack)) =>
    new HopsworksInstanceProfile(stack, SUBJECT, given.adapt({ bucket: given.bucket('cluster'), ...props(given) }, [])),
});

const nodesRow = (name: string, props: NodeProps): Row => ({
  name,
  construct: 'HopsworksEksNodeRole',
  build: (stack, given = new Fixtures(stack)) => new HopsworksEksNodeRole(stack, SUBJECT, given.adapt({
    bucket: given.bucket('cluster'),
    projectImages: [ImageSource.repository(given.repository('hopsworks/hopsworks-base'))],
    ...props(given),
  }, [])),
});

const podsRow = (name: string, props: PodProps): Row => ({
  name,
  construct: 'HopsworksEksServiceAccountRole',
  build: (stack, given = new Fixtures(stack)) => new HopsworksEksServiceAccountRole(stack, SUBJECT, given.adapt({
    serviceAccount: { ...SERVICE_ACCOUNT, oidcProvider: given.oidcProvider('hopsworks') },
    assumableRoles: [given.newRole('data')],
    ...props(given),
  }, [])),
});

export const SERVICE_ACCOUNT = { kubernetesNamespace: 'hopsworks', name: 'hopsworks-sa' };

export const DEFAULT_ROWS: readonly Row[] =
  [profileRow(PROFILE, () => ({})), nodesRow(NODES, () => ({})), podsRow(PODS, () => ({}))];

/** The default instance profile with other options. */
export function ofProfile(what: string, props: ProfileProps, ...sids: readonly string[]): Row {
  return { ...profileRow(`${PROFILE}-${what}`, props), difference: { from: PROFILE, sids } };
}

/** The default node role with other options. */
export function ofNodes(what: string, props: NodeProps, ...sids: readonly string[]): Row {
  return { ...nodesRow(`${NODES}-${what}`, props), difference: { from: NODES, sids } };
}

/** The default role of a service account with other options. */
export function ofPods(what: string, props: PodProps, ...sids: readonly string[]): Row {
  return { ...podsRow(`${PODS}-${what}`, props), difference: { from: PODS, sids } };
}

/** A role of the stack that EC2 can assume. */
export function ec2Role(stack: Stack): iam.Role {
  return new iam.Role(stack, 'Existing', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
}

/** Another principal that can assume a role, on behalf of one account. */
export const OTHER_PRINCIPAL = new iam.ServicePrincipal('ssm.amazonaws.com', {
  conditions: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
});

/** A region in the partition of the stack: a literal region would be in one partition only. */
export function otherRegion({ stack }: Fixtures, name: string): string {
  const found = stack.node.tryFindChild(name) as CfnParameter | undefined;
  return (found ?? new CfnParameter(stack, name, { default: 'us-east-2' })).valueAsString;
}
