import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { pairsOf } from '../documents';
import { OPTION_SETS } from './option-sets';
import { PARALLEL_CLUSTER_2 } from './platform';
import { ENV } from './statements';
import {
  ParallelCluster2InstanceRole, ParallelCluster2Scheduler, ParallelCluster2UserPolicy,
} from '../../../src';
import { isAllowed, Request } from '../../support/evaluate';
import { AWS, CHINA, ENVIRONMENTS, GOV_CLOUD } from '../../support/fold';
import { policiesOf, Statement } from '../../support/policies';
import { fits, ServiceReference } from '../../support/service-reference';
import { synthesize } from '../../support/synthesize';

// Regression tests for the faults of the page, in the forms for 2.9 and later.

const BATCH = 'who creates clusters of AWS Batch';
const SLURM = 'who creates clusters of Slurm';
const TO_EC2 = { 'iam:PassedToService': 'ec2.amazonaws.com' };
const arn = (service: string, resource: string) => `arn:aws:${service}:${AWS.region}:${AWS.account}:${resource}`;
const role = (name: string) => `arn:aws:iam::${AWS.account}:role/${name}`;

interface Disagreement {
  readonly fault: string;
  readonly document: string;
  readonly options: string;
  readonly request: Request;
}

/** Requests that the page should allow, but does not. */
const ONLY_WE_ALLOW: readonly Disagreement[] = [
  {
    fault: 'jobs are submitted with the latest revision (the page pins the first)',
    document: 'instance-awsbatch',
    options: 'instances of AWS Batch',
    request: { action: 'batch:SubmitJob', resource: arn('batch', 'job-definition/JobDefinitionSerial-1a2b:2') },
  },
  {
    fault: 'SubmitJob also applies to the job (the page leaves it out)',
    document: 'instance-awsbatch',
    options: 'instances of AWS Batch',
    request: { action: 'batch:SubmitJob', resource: arn('batch', 'job/0a1b') },
  },
  {
    fault: 'the head node of AWS Batch reads cookbooks, as in its template (the page leaves it out)',
    document: 'instance-awsbatch',
    options: 'instances of AWS Batch',
    request: { action: 's3:GetObject', resource: `arn:aws:s3:::${AWS.region}-aws-parallelcluster/cookbooks/x.tgz` },
  },
];

/** Requests that the page allows, but should not. */
const ONLY_THE_PAGE_ALLOWS: readonly Disagreement[] = [
  {
    fault: 'instances cannot pass other roles (the page passes every role to every service)',
    document: 'instance-sge-slurm-torque',
    options: 'instances as of 2.9',
    request: { action: 'iam:PassRole', resource: role('administrator'), context: TO_EC2 },
  },
  {
    fault: 'instances terminate only instances of clusters (the page terminates every instance)',
    document: 'instance-sge-slurm-torque',
    options: 'instances as of 2.9',
    request: { action: 'ec2:TerminateInstances', resource: arn('ec2', 'instance/i-1') },
  },
  {
    fault: 'instances tag only what they launch (the page tags everything)',
    document: 'instance-sge-slurm-torque',
    options: 'instances as of 2.9',
    request: { action: 'ec2:CreateTags', resource: arn('ec2', 'vpc/vpc-1') },
  },
  ...[
    ['user-sge-slurm-torque', 'who creates clusters as of 2.9'], ['user-awsbatch', BATCH],
  ].flatMap(([document, options]): Disagreement[] => [
    {
      fault: 'users cannot write the policies of other roles (the page makes every user an administrator)',
      document,
      options,
      request: { action: 'iam:PutRolePolicy', resource: role('administrator') },
    },
    {
      fault: 'users cannot attach policies to other roles (the page makes every user an administrator)',
      document,
      options,
      request: {
        action: 'iam:AttachRolePolicy',
        resource: role('administrator'),
        context: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' },
      },
    },
    {
      fault: 'users cannot make a cluster role an administrator with a managed policy (the page attaches any policy)',
      document,
      options,
      request: {
        action: 'iam:AttachRolePolicy',
        resource: role('parallelcluster-team-RootRole-1A2B'),
        context: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' },
      },
    },
    {
      fault: 'roles are passed only to the services of clusters (the page passes them to any service)',
      document,
      options,
      request: {
        action: 'iam:PassRole', resource: role('nodes'), context: { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
      },
    },
  ]),
  {
    fault: 'only instances of clusters are terminated (the page terminates every instance)',
    document: 'user-sge-slurm-torque',
    options: SLURM,
    request: { action: 'ec2:TerminateInstances', resource: arn('ec2', 'instance/i-1') },
  },
  {
    fault: 'only stacks of clusters are deleted (the page deletes every stack)',
    document: 'user-sge-slurm-torque',
    options: SLURM,
    request: { action: 'cloudformation:DeleteStack', resource: arn('cloudformation', 'stack/web/0a1b') },
  },
];

describe('where the page grants too little', () => {
  test.each(ONLY_WE_ALLOW)('$fault', ({ document, options, request }) => {
    expect({ request, page: pageAllows(document, request), us: weAllow(options, request) })
      .toEqual({ request, page: false, us: true });
  });

  test('users refer to clusters without the prefix, as `pcluster list` prints them', () => {
    const request = { action: 'cloudformation:GetTemplate', resource: arn('cloudformation', 'stack/parallelcluster-team/0a1b') };
    const table = {
      action: 'dynamodb:GetItem',
      resource: arn('dynamodb', 'table/parallelcluster-team'),
      context: { 'dynamodb:LeadingKeys': 'COMPUTE_FLEET' },
    };
    const filledIn = (asked: Request) => pageAllows('user-minimal', asked, { ClusterName: 'team' });
    expect([request, table].map(filledIn)).toEqual([false, false]);
    expect([request, table].map(asked => weAllow('who uses a cluster', asked))).toEqual([true, true]);
  });

  test('for an artifact bucket, the policy also grants its objects', () => {
    const object = { action: 's3:PutObject', resource: 'arn:aws:s3:::artifacts/parallelcluster-team-0a1b2c3d4e5f6a7b/configs/x.json' };
    const named = [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['arn:aws:s3:::artifacts'] }];
    expect(isAllowed(named, object)).toBe(false);
    const { template } = synthesize(stack => new ParallelCluster2UserPolicy(stack, 'Policy', {
      createClusters: {
        schedulers: [ParallelCluster2Scheduler.SLURM],
        resourceBucket: { bucket: s3.Bucket.fromBucketName(stack, 'Artifacts', 'artifacts') },
      },
    }), { env: ENV });
    expect(isAllowed(policiesOf(template).flatMap(({ statements }) => statements), object)).toBe(true);
  });

  test('since 2.10.0 jobs store their artifacts in the folder of the cluster', () => {
    const object = { action: 's3:PutObject', resource: 'arn:aws:s3:::artifacts/parallelcluster-team-0a1b2c3d4e5f6a7b/batch/job.sh' };
    expect(pageAllows('instance-awsbatch', object, { ResourcesBucket: 'artifacts' })).toBe(false);
    const { roles } = synthesize(stack => new ParallelCluster2InstanceRole(stack, 'Role', {
      scheduler: ParallelCluster2Scheduler.AWSBATCH,
      resourceBucket: { bucket: s3.Bucket.fromBucketName(stack, 'Artifacts', 'artifacts') },
    }), { env: ENV });
    expect(isAllowed(roles[0].all, object)).toBe(true);
  });
});

describe('where the page grants too much', () => {
  test.each(ONLY_THE_PAGE_ALLOWS)('$fault: $document', ({ document, options, request }) => {
    expect({ request, page: pageAllows(document, request), us: weAllow(options, request) })
      .toEqual({ request, page: true, us: false });
  });

  test('own roles are read and passed, cluster roles are changed (the page has one placeholder for both)', () => {
    const allowed = (action: string, name: string) =>
      weAllow(SLURM, { action, resource: role(name), context: TO_EC2 });
    const both = ['nodes', 'parallelcluster-team-RootRole-1A2B'];
    expect(both.map(name => allowed('iam:PassRole', name))).toEqual([true, true]);
    expect(both.map(name => allowed('iam:GetRole', name))).toEqual([true, true]);
    expect(both.map(name => allowed('iam:DeleteRole', name))).toEqual([false, true]);
  });
});

describe('where the page grants nothing', () => {
  test.each([
    ['passing an instance profile', 'iam:PassRole', `arn:aws:iam::${AWS.account}:instance-profile/x`],
    ['following a change on a hosted zone', 'route53:GetChange', 'arn:aws:route53:::hostedzone/Z1'],
    ['listing a bucket on its objects', 's3:ListBucket', 'arn:aws:s3:::artifacts/*'],
    ['submitting a job on a bucket', 'batch:SubmitJob', 'arn:aws:s3:::artifacts/batch/*'],
  ])('no statement grants %s', async (_what, action, resource) => {
    const [known] = (await ServiceReference.of([action])).expand(action);
    expect(fits(known, resource)).toBe(false);
    expect(everyStatement().filter(({ Action, Resource }) => Action.includes(action) && Resource.includes(resource)))
      .toEqual([]);
    const granting = everyStatement().filter(({ Action, Resource }) =>
      Action.includes(action) && Resource.some(ours => fits(known, ours)));
    expect(granting).not.toEqual([]);
  });

  test('service-linked roles are created only under their own path, and for the services of FSx', () => {
    const creating = everyStatement().filter(({ Action }) => Action.includes('iam:CreateServiceLinkedRole'));
    expect(creating).not.toEqual([]);
    creating.forEach(({ Resource, Condition }) => {
      expect(Resource.filter(resource => !/:role\/aws-service-role\/(fsx|s3\.data-source\.lustre\.fsx)\.amazonaws\.com\/\*$/
        .test(resource))).toEqual([]);
      expect(Object.keys(Condition!.StringEquals)).toEqual(['iam:AWSServiceName']);
    });
  });
});

describe('the form of the policies', () => {
  test('every statement has a Sid (three of the page have none)', () => {
    expect(everyStatement().filter(({ Sid }) => !Sid)).toEqual([]);
  });

  test('no statement repeats a grant of another statement (the page repeats buckets and file systems)', () => {
    const repeated = Object.keys(OPTION_SETS).flatMap(name => {
      const grants = PARALLEL_CLUSTER_2.optionSets[name]().permissions.flatMap(({ Action, Resource, Condition }) =>
        Action.flatMap(action => Resource.map(resource => JSON.stringify([action, resource, Condition]))));
      return grants.filter((grant, index) => grants.indexOf(grant) !== index);
    });
    expect(repeated).toEqual([]);
  });

  test.each([
    ['aws', AWS], ['aws-cn', CHINA], ['aws-us-gov', GOV_CLOUD],
  ])('uses the partition %s that it is deployed to (the page has aws 46 times)', (partition, environment) => {
    const { template } = synthesize(stack => new ParallelCluster2UserPolicy(stack, 'Policy', {
      createClusters: { schedulers: Object.values(ParallelCluster2Scheduler) },
    }));
    const text = JSON.stringify(policiesOf(template, environment));
    expect(new Set(text.match(/arn:[a-z-]+:/g))).toEqual(new Set([`arn:${partition}:`]));
  });

  test('each managed policy stays far below 6,144 characters in each partition (the page: up to 6,253)', () => {
    const sizes = ENVIRONMENTS.flatMap(environment => {
      const stack = new Stack(new App(), 'Stack', { env: { account: environment.account, region: environment.region } });
      new ParallelCluster2UserPolicy(stack, 'Policy', {
        createClusters: {
          schedulers: Object.values(ParallelCluster2Scheduler),
          instanceRoles: [1, 2, 3].map(n => iam.Role.fromRoleName(stack, `Nodes${n}`, `nodes-of-the-department-${n}`)),
        },
        useClusters: { clusterNames: ['team', 'lab'] },
      });
      const template = (stack.node.root as App).synth().getStackByName('Stack').template as object;
      return policiesOf(template, environment).map(({ logicalId, characters }) => ({ logicalId, characters }));
    });
    expect(sizes).toHaveLength(3 * 6);
    expect(sizes.filter(({ characters }) => characters > 5_000)).toEqual([]);
  });
});

/** Whether the page's policy would allow the request, with these names in place of its placeholders. */
function pageAllows(name: string, request: Request, names: Readonly<Record<string, string>> = {}): boolean {
  const document = PARALLEL_CLUSTER_2.documents.find(({ id }) => id === `parallelcluster2/${name}`)!;
  const pairs = pairsOf(document, { ...PARALLEL_CLUSTER_2.names, ...names });
  return isAllowed(pairs.map(({ action, boundResource, conditions }) =>
    ({ Effect: 'Allow', Action: [action], Resource: [boundResource], Condition: conditions })), request);
}

function weAllow(options: string, request: Request): boolean {
  return isAllowed(PARALLEL_CLUSTER_2.optionSets[options]().permissions, request);
}

function everyStatement(): readonly Statement[] {
  return Object.keys(OPTION_SETS).flatMap(name => PARALLEL_CLUSTER_2.optionSets[name]().permissions);
}
