import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as yaml from 'js-yaml';
import { fold, JsonObject, TemplateJson } from './support/fold';
import { rolesOf } from './support/policies';
import { DOCUMENTS, PROGRAMS } from './support/readme';
import { runProgram, templatesOf } from './support/run-program';
import { release } from '../scripts/templates/release';
import { ParallelClusterComputeNodeRole, SageMakerJobType, SageMakerUserPolicy } from '../src';

const PAGE = 'docs/many-accounts.md';
const { text } = DOCUMENTS.find(({ file }) => file === PAGE)!;

/** Runs the program under a heading of the page. */
function synthesized(heading: string) {
  const [, program] = PROGRAMS.find(([section]) => section === `${PAGE}: ${heading}`)!;
  const assembly = runProgram(program).synth();
  return { directory: assembly.directory, templates: templatesOf(assembly) };
}

function resourcesOf(template: TemplateJson, type: string): readonly JsonObject[] {
  const resources = Object.values(fold(template).Resources);
  return resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties!);
}

function yamlWith(key: string): Record<string, unknown> {
  const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .map(([, block]) => yaml.load(block) as JsonObject);
  return blocks.find(block => key in block)!;
}

const NO_BOOTSTRAP = expect.not.objectContaining({ Rules: expect.anything() as unknown });

test('a stack set gives each account the role, with its own bucket', () => {
  const { templates } = synthesized('StackSets');
  const { Resources: { ...resources } = {} } = templates['Central.template.json'];
  const [stackSet] = Object.values(resources).filter(({ Type }) => Type === 'AWS::CloudFormation::StackSet');
  expect(stackSet.Properties).toMatchObject({
    PermissionModel: 'SERVICE_MANAGED',
    AutoDeployment: { Enabled: true },
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    StackInstancesGroup: [{ DeploymentTargets: { OrganizationalUnitIds: ['ou-abcd-12345678'] }, Regions: ['eu-central-1'] }],
  });
  const [, template] = Object.entries(templates).find(([file]) => file.includes('.stackset.'))!;
  const [role] = rolesOf(template);
  expect(role.properties.RoleName).toBe('hopsworks-nodes');
  expect(role.all.find(({ Sid }) => Sid === 'StorageUseBucket')!.Resource).toEqual(['arn:aws:s3:::hopsworks-111122223333']);
  expect(JSON.stringify(template)).not.toMatch(/ImportValue|444455556666/);
});

test('a product has a parameter for the bucket of the team', () => {
  const { templates } = synthesized('Service Catalog');
  const [, template] = Object.entries(templates).find(([file]) => file.includes('.product.'))!;
  expect(template.Parameters).toEqual({ BucketName: expect.objectContaining({ AllowedPattern: expect.any(String) }) });
  expect(rolesOf(template)[0].all.find(({ Sid }) => Sid === 'TrainingJobWriteOutputs')!.Resource)
    .toEqual(['arn:aws:s3:::bucketname/models/*']);
});

test('customizations of Control Tower get a template without bootstrap, named in a manifest of their form', () => {
  const { templates } = synthesized('Control Tower');
  const { resources: [resource], ...manifest } = yamlWith('version') as { resources: [JsonObject] };
  expect(manifest).toEqual({ region: 'eu-central-1', version: new Date('2021-03-15') });
  expect(resource).toEqual({
    name: expect.any(String),
    resource_file: `templates/${Object.keys(templates)[0]}`,
    deploy_method: 'stack_set',
    deployment_targets: { organizational_units: ['Workloads'] },
    regions: ['eu-central-1'],
  });
  expect(Object.values(templates)).toEqual([NO_BOOTSTRAP]);
});

test('Landing Zone Accelerator gets the same template, and policies with its placeholders', () => {
  const { directory, templates } = synthesized('Landing Zone Accelerator');
  const { customizations } = yamlWith('customizations') as unknown as { customizations: { cloudFormationStackSets: JsonObject[] } };
  expect(customizations.cloudFormationStackSets).toEqual([{
    name: expect.any(String),
    description: expect.any(String),
    template: `cloudformation/${Object.keys(synthesized('Control Tower').templates)[0]}`,
    capabilities: ['CAPABILITY_NAMED_IAM'],
    deploymentTargets: { organizationalUnits: ['Workloads'] },
    regions: ['eu-central-1'],
  }]);
  const policies = resourcesOf(templates['Users.template.json'], 'AWS::IAM::ManagedPolicy');
  const { policySets } = yamlWith('policySets') as unknown as { policySets: [{ policies: [{ name: string; policy: string }] }] };
  const [{ name, policy }] = policySets[0].policies;
  expect(policies.map(({ ManagedPolicyName }) => ManagedPolicyName)).toContain(name);
  const written = readFileSync(join(directory, policy.replace(/^.*\//, '')), 'utf8');
  const { Statement } = JSON.parse(written) as { Statement: { Resource: unknown }[] };
  expect(JSON.stringify(Statement)).toContain('arn:${PARTITION}:sagemaker:${REGION}:${ACCOUNT_ID}:');
  expect(written).not.toMatch(/Fn::|"Ref"|111122223333|eu-central-1|arn:aws:/);
});

test('a permission set names the policies of the other account', () => {
  const { templates } = synthesized('Permission sets');
  const [permissionSet] = resourcesOf(templates['IdentityCenter.template.json'], 'AWS::SSO::PermissionSet');
  const policies = resourcesOf(templates['Member.template.json'], 'AWS::IAM::ManagedPolicy');
  expect(permissionSet.CustomerManagedPolicyReferences).toEqual(
    policies.map(({ ManagedPolicyName, Path }) => ({ Name: ManagedPolicyName, Path })));
  expect(policies).not.toEqual([]);
});

test('each stage of a pipeline has a role with the boundary of its account', () => {
  const { templates } = synthesized('Stages and pipelines');
  const stages = Object.entries(templates).filter(([file]) => file.startsWith('Roles'));
  const roles = stages.map(([, template]) => rolesOf(template)[0]);
  expect(roles.map(({ properties }) => properties.PermissionsBoundary)).toEqual(['444455556666', '777788889999'].map(account =>
    `arn:aws:iam::${account}:policy/platform-boundary`));
});

test('a report has the statements of roles that are not created', () => {
  const { directory, templates } = synthesized('Roles of a central team');
  expect(rolesOf(templates['Churn.template.json'])).toEqual([]);
  const report = readFileSync(join(directory, 'iam-policy-report.txt'), 'utf8');
  expect(report).toContain('<churn-jobs> (Churn/Jobs/Role)');
  expect(report).toContain('"Sid": "TrainingJobWriteOutputs"');
  expect(report).toContain('aws:SourceAccount');
  const [{ PolicyDocument }] = resourcesOf(templates['Churn.template.json'], 'AWS::IAM::Policy');
  expect(JSON.stringify(PolicyDocument)).toContain('role/churn-jobs');
});

test('a report leaves out policies of people, which are not created either', () => {
  const app = new App({ analyticsReporting: false });
  const roles = new Stack(app, 'Roles');
  iam.Role.customizeRoles(roles);
  const policiesIn = (stack: Stack) => {
    new SageMakerUserPolicy(stack, 'Users', {
      jobs: { types: [SageMakerJobType.TRAINING] }, passableRoles: [iam.Role.fromRoleName(stack, 'Role', 'jobs')],
    });
    return Template.fromStack(stack).findResources('AWS::IAM::ManagedPolicy');
  };
  expect(policiesIn(roles)).toEqual({});
  expect(policiesIn(new Stack(new App({ analyticsReporting: false }), 'Users'))).not.toEqual({});
});

test('an account without bootstrap gets a template without rules and parameters', () => {
  const { templates } = synthesized('Accounts without bootstrap');
  expect(Object.values(templates)).toEqual([{ Resources: expect.any(Object) }]);
  const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
  const stack = new Stack(new App({ analyticsReporting: false }), 'ClusterRoles', { synthesizer });
  new ParallelClusterComputeNodeRole(stack, 'Nodes', { clusterName: 'research' });
  expect(Template.fromStack(stack).toJSON()).toEqual(Object.values(templates)[0]);
});

test('parameters stand for names', () => {
  const { templates } = synthesized('Parameters');
  const [role] = rolesOf(templates['Hopsworks.template.json']);
  expect(role.properties.RoleName).toBe('rolename');
  expect(role.all.find(({ Sid }) => Sid === 'StorageUseBucket')!.Resource).toEqual(['arn:aws:s3:::bucketname']);
});

test('each template of a release fits into a request, and all of them into one in Amazon S3', () => {
  const sizes = [...release().values()].map(({ template }) => JSON.stringify(template, undefined, 2).length);
  expect(Math.max(...sizes)).toBeLessThan(51_200);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_000_000);
});
