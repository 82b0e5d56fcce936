import { Stack } from 'aws-cdk-lib';
import { BeanstalkEc2Role, BeanstalkEc2RoleProps } from '../../../src';
import { documentedFeaturesOf } from '../../../src/private/statements/assembly';
import { synthesize } from '../../support/synthesize';

const CLAUDE = 'anthropic.claude-*';
const NOVA = 'amazon.nova-*';
const NEMOTRON = 'nvidia.nemotron-*';

const warningsIn = (region: string, props: BeanstalkEc2RoleProps) =>
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
