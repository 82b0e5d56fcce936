import { ReadRelease, releaseFacts } from '../../scripts/parallelcluster/facts';

const TEMPLATES = 'pcluster/templates/cdk_builder_utils.py';

function release(name: string, ...facts: ReadRelease['facts']): ReadRelease {
  return { release: name, date: '2026-01-01', facts };
}

test('facts are of the construct for their place, in ranges of releases', async () => {
  const facts = await releaseFacts([
    release('3.5.0', ['action', TEMPLATES, 'NodeIamResourcesBase._add_pcluster_policies_to_role', 'elasticfilesystem:ClientMount']),
    release('3.7.0',
      ['action', TEMPLATES, 'NodeIamResourcesBase._add_pcluster_policies_to_role', 'elasticfilesystem:ClientMount'],
      ['action', TEMPLATES, 'LoginNodesIamResources._build_policy', 's3:GetObject'],
      ['call', 'pcluster/aws/elb.py', 'ElbClient.describe_tags', 'elbv2.describe_tags'],
      ['call', 'pcluster/aws/elb.py', 'ElbClient.describe_tags', 'elbv2.get'],
      ['resource', 'pcluster/templates/login_nodes_stack.py', 'Pool', 'aws_elasticloadbalancingv2.NetworkLoadBalancer']),
  ]);
  expect(facts).toMatchObject({
    releases: { '3.5.0': '2026-01-01', '3.7.0': '2026-01-01' },
    grants: [
      { construct: 'ParallelClusterComputeNodeRole', action: 'elasticfilesystem:ClientMount', releases: ['3.5.0..3.7.0'] },
      { construct: 'ParallelClusterHeadNodeRole', action: 'elasticfilesystem:ClientMount', releases: ['3.5.0..3.7.0'] },
      { construct: 'ParallelClusterLoginNodeRole', action: 'elasticfilesystem:ClientMount', releases: ['3.7.0'] },
      { construct: 'ParallelClusterLoginNodeRole', action: 's3:GetObject', releases: ['3.7.0'] },
    ],
    calls: [{ construct: 'ParallelClusterUserPolicy', action: 'elasticloadbalancing:DescribeTags', releases: ['3.7.0'] }],
    resources: [{ type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', releases: ['3.7.0'] }],
  });
});

test('calls of ParallelCluster 2 are of its own constructs', async () => {
  const { calls } = await releaseFacts([release('2.11.9',
    ['call', 'pcluster/utils.py', 'get_stack', 'cloudformation.describe_stacks'],
    ['call', 'pcluster/resources/custom_resources/custom_resources_code/cleanup_resources.py', 'run', 's3.upload_file'])]);
  expect(calls.map(({ construct, action }) => `${construct} ${action}`))
    .toEqual(['ParallelCluster2LambdaRole s3:PutObject', 'ParallelCluster2UserPolicy cloudformation:DescribeStacks']);
});

test.each<[ReadRelease['facts'][number], string]>([
  [['action', 'pcluster/templates/new_stack.py', 'NewStack._add', 's3:GetObject'], 'whose s3:GetObject is in pcluster/templates/new_stack.py NewStack._add'],
  [['call', 'pcluster/aws/ec2.py', 'Ec2Client.fly', 'ec2.fly'], 'what the action of ec2.fly is'],
  [['resource', 'pcluster/templates/new_stack.py', 'NewStack', 'aws_ec2.CfnRocket'], 'no recorded template has the resource aws_ec2.CfnRocket'],
])('%j is not left out', async (fact, message) => {
  await expect(releaseFacts([release('3.99.0', fact)])).rejects.toThrow(message);
});
