import { App, Aws, PropertyInjectors, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as library from '../../../src';
import {
  BeanstalkEc2Role, ParallelClusterHeadNodeRole, ParallelClusterUserPolicy, S3Location, SageMakerExecutionRole,
  SageMakerSourceArn,
} from '../../../src';
import { GRID, stackId } from '../../support/grid';

const TWO = ['eu-central-1', 'us-east-1'];

function textOf(build: (stack: Stack) => unknown, region: string | undefined = 'eu-central-1'): string {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region } });
  build(stack);
  return JSON.stringify(Template.fromStack(stack).toJSON());
}

const TRAINING = { trainingJob: { outputs: [S3Location.uri('s3://models/')] } };
const training = (props: object) => (stack: Stack) => new SageMakerExecutionRole(stack, 'Role', { ...TRAINING, ...props });

/** The regions of the texts that start and end like this. */
const regionsBetween = (text: string, before: string, after: string) =>
  [...new Set([...text.matchAll(new RegExp(`${before}([a-z]{2}-[a-z]+-\\d)${after}`, 'g'))].map(([, region]) => region))];

test('permissions are for the region of the stack by default', () => {
  expect(regionsBetween(textOf(training({})), ':logs:', ':111122223333:log-group:')).toEqual(['eu-central-1']);
});

test.each<[string, (stack: Stack) => unknown, string, string]>([
  ['ARNs', training({ regions: TWO }), ':logs:', ':111122223333:log-group:'],
  ['names of buckets', stack => new ParallelClusterHeadNodeRole(stack, 'Role', { slurm: {}, regions: TWO }), ':s3:::', '-aws-parallelcluster'],
  ['conditions', stack => new BeanstalkEc2Role(stack, 'Role', { webTier: {}, ecsDocker: {}, regions: TWO }), ':ecs:', ':111122223333:cluster/awseb-\\*'],
  ['the trust policy', training({ regions: TWO, sourceArns: [SageMakerSourceArn.trainingJobs()] }), ':sagemaker:', ':111122223333:training-job/\\*'],
  ['policies of users', stack => new ParallelClusterUserPolicy(stack, 'Users', { createClusters: {}, regions: TWO }), ':dynamodb:', ':111122223333:table'],
])('regions apply to %s', (_what, build, before, after) => {
  expect(regionsBetween(textOf(build), before, after)).toEqual(TWO);
});

test('regions replace the region of the stack', () => {
  expect(regionsBetween(textOf(training({ regions: ['us-east-1'] })), ':logs:', ':111122223333:log-group:')).toEqual(['us-east-1']);
});

test('a condition with several regions has a list, one with one region has text', () => {
  const conditionOf = (regions: string[]) => {
    const text = textOf(stack => new ParallelClusterUserPolicy(stack, 'Users', { createClusters: {}, regions }));
    return /"aws:RequestedRegion":("[^"]*"|\[[^\]]*\])/.exec(text)![1];
  };
  expect([conditionOf(['us-east-1']), conditionOf(TWO)]).toEqual(['"us-east-1"', '["eu-central-1","us-east-1"]']);
});

test('a region may be known at deployment only', () => {
  expect(textOf(training({ regions: [Token.asString({ Ref: 'WorkRegion' })] }), undefined)).toContain('{"Ref":"WorkRegion"}');
});

test('no placeholder is left in any template', () => {
  const app = new App({ analyticsReporting: false, treeMetadata: false });
  for (const type of Object.values(library)) {
    if (typeof type === 'function' && 'PROPERTY_INJECTION_ID' in type) {
      PropertyInjectors.of(app).add({
        constructUniqueId: type.PROPERTY_INJECTION_ID as string,
        inject: (props: { readonly allRegions?: boolean }) => props.allRegions ? props : { ...props, regions: ['eu-central-1', Aws.REGION] },
      });
    }
  }
  GRID.forEach(row => row.build(new Stack(app, stackId(row))));
  const texts = app.synth({ skipValidation: true }).stacks.map(({ template }) => JSON.stringify(template));
  expect(texts).toHaveLength(GRID.length);
  expect(texts.filter(text => text.includes('\\u0001'))).toEqual([]);
});

test('a role of the app that ECS reads secrets with gets them in each region', () => {
  const text = textOf(stack => new BeanstalkEc2Role(stack, 'Role', {
    webTier: {},
    ecsDocker: { executionRole: new iam.Role(stack, 'Execution', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }) },
    environmentSecrets: { anyParameterUnder: ['/shop/'] },
    regions: TWO,
  }));
  expect(text).not.toContain('\\u0001');
  expect(regionsBetween(text.slice(text.indexOf('ExecutionDefaultPolicy')), ':ssm:', ':111122223333:parameter/shop/')).toEqual(TWO);
});

test.each<[string, string[], string]>([
  ['another partition', ['eu-central-1', 'cn-north-1'],
    "'regions' must be in the partition of the stack, aws, got 'cn-north-1' of aws-cn: a role has no permissions in other partitions"],
  ['text that is no region', ['Frankfurt'], "'regions[0]' must be the name of one region"],
  ['a wildcard', ['*'], "'regions[0]' must be the name of one region"],
  ['an empty list', [], "'regions' must not be empty"],
])('rejects %s', (_what, regions, message) => {
  expect(() => textOf(training({ regions }))).toThrow(`Stack/Role: ${message}`);
});
