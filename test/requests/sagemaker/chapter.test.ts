import { arn, TO_SAGEMAKER } from './fixtures';
import { isAllowed } from '../../support/evaluate';
import { TemplateJson } from '../../support/fold';
import { rolesOf } from '../../support/policies';
import { PROGRAMS } from '../../support/readme';
import { RequestRow } from '../../support/request-table';
import { runProgram } from '../../support/run-program';

// The programs of the chapter do what their sections promise: the requests of each user story are allowed.

interface Story {
  /** The heading in the chapter, and the construct id of the role. */
  readonly section: string;
  readonly role: string;
  /** @param named returns the physical name of the resource with the construct id */
  readonly allowed: (named: (id: string) => string) => readonly RequestRow[];
  readonly denied: (named: (id: string) => string) => readonly RequestRow[];
}

const sagemaker = (resource: string) => arn('sagemaker', resource);

const STORIES: readonly Story[] = [
  {
    section: 'Pipelines',
    role: 'Nightly',
    allowed: named => [
      ['run a training step', ['sagemaker:CreateTrainingJob', 'sagemaker:AddTags'], sagemaker('training-job/pipelines-1-Train-2')],
      ['read the property file of the evaluation', 's3:GetObject', `arn:aws:s3:::${named('Data')}/evaluation/metrics.json`],
      ['ask for approval', 'lambda:InvokeFunction', arn('lambda', `function:${named('Approve')}`)],
      ['register the model', 'sagemaker:CreateModelPackage', sagemaker('model-package/churn/1')],
      ['write the report as a processing step', 's3:PutObject', `arn:aws:s3:::${named('Data')}/evaluation/metrics.json`],
      ['write the model as a training step', 's3:PutObject', `arn:aws:s3:::${named('Data')}/models/model.tar.gz`],
    ],
    denied: named => [
      ['stop a job of others', 'sagemaker:StopTrainingJob', sagemaker('training-job/payments')],
      ['register it in another group', 'sagemaker:CreateModelPackage', sagemaker('model-package/payments/1')],
      ['change its inputs', 's3:PutObject', `arn:aws:s3:::${named('Data')}/raw/customers.csv`],
      ['pass another role', 'iam:PassRole', 'arn:aws:iam::111122223333:role/admin', TO_SAGEMAKER],
    ],
  },
  {
    section: 'HyperPod clusters',
    role: 'Nodes',
    allowed: named => [
      ['read a lifecycle script', 's3:GetObject', `arn:aws:s3:::${named('Scripts')}/base/on_create.sh`],
      ['pull an add-on', 'ecr:BatchGetImage', 'arn:aws:ecr:eu-central-1:602401143452:repository/amazon-k8s-cni'],
      ['give a pod an address', 'ec2:AssignPrivateIpAddresses', arn('ec2', 'network-interface/eni-0123456789abcdef0')],
      ['give a pod its role', 'eks-auth:AssumeRoleForPodIdentity', arn('eks', 'cluster/research')],
      ['write a checkpoint', 's3:PutObject', `arn:aws:s3:::${named('Data')}/jobs/7/last.ckpt`],
    ],
    denied: named => [
      ['change a lifecycle script', 's3:PutObject', `arn:aws:s3:::${named('Scripts')}/base/on_create.sh`],
      ['delete nodes', 'sagemaker:BatchDeleteClusterNodes', sagemaker('cluster/k2n4cwbmjx0t')],
      ['give a pod of another cluster its role', 'eks-auth:AssumeRoleForPodIdentity', arn('eks', 'cluster/payments')],
    ],
  },
  {
    section: 'HyperPod clusters',
    role: 'Karpenter',
    allowed: () => [
      ['add and delete nodes', ['sagemaker:BatchAddClusterNodes', 'sagemaker:BatchDeleteClusterNodes'], sagemaker('cluster/k2n4cwbmjx0t')],
    ],
    denied: () => [['change the cluster', 'sagemaker:UpdateCluster', sagemaker('cluster/k2n4cwbmjx0t')]],
  },
];

describe.each(STORIES)('the program under "$section", role $role', ({ section, role, allowed, denied }) => {
  const programs = PROGRAMS.filter(([heading]) => heading === `docs/sagemaker.md: ${section}`);
  const [template] = programs.map(([, program]) =>
    runProgram(program).synth().stacks[0].template as TemplateJson);
  const ofId = (id: string) => (logicalId: string) => new RegExp(`^${id}[0-9A-F]{8}$`).test(logicalId);
  const named = (id: string) => Object.keys(template.Resources!).find(ofId(id))!.toLowerCase();
  const statements = rolesOf(template).find(({ logicalId }) => logicalId.startsWith(role))!.all;
  const requestsOf = (rows: readonly RequestRow[]) => rows.flatMap(([what, actions, resource, context]) =>
    [actions].flat().map(action => ({ what, action, resource, context })));

  test.each(requestsOf(allowed(named)))('makes a role that may $what: $action', request => {
    expect(isAllowed(statements, request)).toBe(true);
  });

  test.each(requestsOf(denied(named)))('makes a role that may not $what: $action', request => {
    expect(isAllowed(statements, request)).toBe(false);
  });
});
