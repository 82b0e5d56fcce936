import { Stack } from 'aws-cdk-lib';
import { BeanstalkEc2Role, BeanstalkEc2RoleProps, ImageSource } from '../../../src';
import { documentedFeaturesOf } from '../../../src/private/statements/assembly';
import { synthesize } from '../../support/synthesize';

const CLAUDE = 'anthropic.claude-*';
const NOVA = 'amazon.nova-*';
const NEMOTRON = 'nvidia.nemotron-*';

const warningsIn = (region: string | undefined, props: BeanstalkEc2RoleProps) =>
  synthesize(stack => new BeanstalkEc2Role(stack, 'Role', { webTier: {}, ...props }), { env: { region } }).warnings;

describe('the analysis of health invokes', () => {
  const modelsIn = (region?: string, props: Partial<BeanstalkEc2RoleProps> = {}) => {
    const role = new BeanstalkEc2Role(new Stack(undefined, 'Stack', { env: { region } }), 'Role', {
      webTier: {}, healthAnalysis: {}, ...props,
    });
    const statements = documentedFeaturesOf(role).flatMap(feature => feature.statements);
    const { resources } = statements.find(({ sid }) => sid === 'HealthAnalysisInvokeModel')!;
    return resources.flatMap(resource => resource.split('foundation-model/').slice(1));
  };

  test.each(['eu-central-1', 'us-gov-west-1', undefined])('the same models in every partition: %s', region => {
    expect(modelsIn(region)).toEqual([CLAUDE, NOVA, NEMOTRON]);
  });

  test('only the models of the option', () => {
    expect(modelsIn('eu-central-1', { healthAnalysis: { models: [CLAUDE] } })).toEqual([CLAUDE]);
  });
});

describe('services that the partition lacks', () => {
  const NO_MODELS = expect.stringContaining(
    "'healthAnalysis' has no effect in aws-cn: Amazon Bedrock is not available there",
  ) as string;
  const NO_REGISTRY = (partition: string) => expect.stringContaining(
    `'containerImages.publicRegistryLogin' has no effect in ${partition}: Amazon ECR Public is not available there`,
  ) as string;

  test.each(['cn-north-1', 'cn-northwest-1'])('cause warnings in %s', region => {
    expect(warningsIn(region, { healthAnalysis: {} })).toEqual([NO_MODELS]);
    expect(warningsIn(region, { containerImages: { publicRegistryLogin: true } })).toEqual([NO_REGISTRY('aws-cn')]);
    const containerImages = { publicRegistryLogin: false, repositories: [ImageSource.anyRepository()] };
    expect(warningsIn(region, { containerImages })).not.toContainEqual(NO_REGISTRY('aws-cn'));
  });

  test('cause a warning of the registry only in GovCloud, which has Amazon Bedrock', () => {
    expect(warningsIn('us-gov-west-1', { healthAnalysis: {} })).toEqual([]);
    expect(warningsIn('us-gov-west-1', { containerImages: { publicRegistryLogin: true } })).toEqual([NO_REGISTRY('aws-us-gov')]);
  });

  test.each(['eu-central-1', 'xx-nowhere-1', undefined])('cause none in %s', region => {
    expect(warningsIn(region, { healthAnalysis: {}, containerImages: { publicRegistryLogin: true } })).toEqual([]);
  });
});

describe('AWS managed policies', () => {
  const WIDE = expect.stringContaining(
    "'awsManagedPolicies' attaches policies of AWS that are as wide as 'unrestrictedResources', and also call the Claude and " +
    'Nova models of Amazon Bedrock in every region, and subscribe to any product in AWS Marketplace',
  ) as string;
  const REDUNDANT = expect.stringContaining("'healthAnalysis' grants nothing that the policies of 'awsManagedPolicies' don't") as string;

  test('cause a warning', () => {
    expect(warningsIn('eu-central-1', { awsManagedPolicies: true })).toEqual([WIDE]);
    expect(warningsIn('eu-central-1', { healthAnalysis: {} })).toEqual([]);
  });

  test.each<[string, string, BeanstalkEc2RoleProps['healthAnalysis']]>([
    ['the models by default', 'eu-central-1', { firstModelUse: true }],
    ['a model of the same families', 'eu-central-1', { models: ['anthropic.claude-sonnet-4-20250514-v1:0'] }],
  ])('make the analysis redundant for %s', (_, region, healthAnalysis) => {
    expect(warningsIn(region, { awsManagedPolicies: true, healthAnalysis })).toEqual([WIDE, REDUNDANT]);
  });

  test.each<[string, string, BeanstalkEc2RoleProps['healthAnalysis']]>([
    ['another model', 'eu-central-1', { models: [CLAUDE, 'meta.llama4-*'] }],
    ['the model of GovCloud, which they lack', 'us-gov-west-1', {}],
  ])('leave the analysis to its option for %s', (_, region, healthAnalysis) => {
    expect(warningsIn(region, { awsManagedPolicies: true, healthAnalysis })).toEqual([WIDE]);
  });
});
