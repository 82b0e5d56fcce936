import { App, InjectionContext, IPropertyInjector, PropertyInjectors, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  BeanstalkServiceRole, ParallelClusterUserPolicy, PolicyPlacement, S3Location, SageMakerExecutionRole,
  SageMakerExecutionRoleProps,
} from '../../../src';

// Organizations set defaults for all constructs of a class.

class Defaults implements IPropertyInjector {
  public readonly constructUniqueId: string;
  public readonly contexts: InjectionContext[] = [];

  constructor(
    { PROPERTY_INJECTION_ID: id }: { readonly PROPERTY_INJECTION_ID: string }, private readonly defaults: object,
  ) {
    this.constructUniqueId = id;
  }

  public inject(props: object, context: InjectionContext): object {
    this.contexts.push(context);
    return { ...this.defaults, ...props };
  }
}

const TRAINING = { trainingJob: { outputs: [S3Location.uri('s3://models/')] } };
const boundary = (stack: Stack) => iam.ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'team');

function rolesWith(
  injectors: (stack: Stack) => readonly IPropertyInjector[], props: Partial<SageMakerExecutionRoleProps> = {},
) {
  const stack = new Stack(new App(), 'Stack');
  PropertyInjectors.of(stack).add(...injectors(stack));
  new SageMakerExecutionRole(stack, 'Role', { ...TRAINING, ...props });
  return Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role')).map(({ Properties }) => Properties as object);
}

test('the props of an injector count: path, boundary and placement', () => {
  const [role] = rolesWith(stack => [new Defaults(SageMakerExecutionRole, {
    path: '/platform/', permissionsBoundary: boundary(stack), policyPlacement: PolicyPlacement.MANAGED,
  })]);
  expect(role).toMatchObject({ Path: '/platform/', PermissionsBoundary: expect.anything(), ManagedPolicyArns: [expect.anything()] });
  expect(role).not.toHaveProperty('Policies');
});

test('the props of the app win over the defaults of an injector', () => {
  const [role] = rolesWith(() => [new Defaults(SageMakerExecutionRole, { path: '/platform/' })], { path: '/own/' });
  expect(role).toMatchObject({ Path: '/own/' });
});

test('what an injector returns is checked like the props of the app', () => {
  expect(() => rolesWith(() => [new Defaults(SageMakerExecutionRole, { path: 'platform' })])).toThrow("Stack/Role: 'path' must be");
});

test('an injector for another class has no effect', () => {
  const [role] = rolesWith(() => [new Defaults(BeanstalkServiceRole, { path: '/platform/' })]);
  expect(role).not.toHaveProperty('Path');
});

test('the nearest injector counts, and is told scope and id', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const [far, near] = ['/far/', '/near/'].map(path => new Defaults(ParallelClusterUserPolicy, { path }));
  PropertyInjectors.of(app).add(far);
  PropertyInjectors.of(stack).add(near);
  new ParallelClusterUserPolicy(stack, 'Users', { createClusters: {} });
  expect([far.contexts, near.contexts]).toEqual([[], [{ scope: stack, id: 'Users' }]]);
  Template.fromStack(stack).allResourcesProperties('AWS::IAM::ManagedPolicy', { Path: '/near/' });
});
