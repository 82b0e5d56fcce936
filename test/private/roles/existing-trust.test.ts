import { Fn, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ExampleRole, ExampleRoleOptions } from '../../support/platform-role';
import { synthesize } from '../../support/synthesize';

const ACCOUNT = '111122223333';
const SERVICE = new iam.ServicePrincipal('example.amazonaws.com');

const withExisting = (existing: (stack: Stack) => iam.IRole, options: ExampleRoleOptions = {}) =>
  synthesize(stack => new ExampleRole(stack, { existingRole: existing(stack), ...options }),
    { env: { account: ACCOUNT, region: 'eu-central-1' } });

describe('the trust policy of a role of the app must allow the service', () => {
  const trusting = (...principals: iam.IPrincipal[]) => withExisting(stack =>
    new iam.Role(stack, 'Mine', { assumedBy: new iam.CompositePrincipal(...principals) }));

  test.each<[string, iam.IPrincipal[]]>([
    ['accepts only the service', [SERVICE]],
    ['accepts the service and others', [new iam.ServicePrincipal('other.amazonaws.com'), SERVICE]],
    ['accepts the service with the suffix of a partition', [new iam.ServicePrincipal('example.amazonaws.com.cn')]],
    ['accepts everyone', [new iam.StarPrincipal()]],
    ['accepts a service that is not known at synthesis', [new iam.ServicePrincipal(Fn.importValue('Service'))]],
  ])('%s', (_, principals) => {
    expect(() => trusting(...principals)).not.toThrow();
  });

  test.each<[string, iam.IPrincipal[]]>([
    ['another service', [new iam.ServicePrincipal('other.amazonaws.com')]],
    ['a service with the same prefix', [new iam.ServicePrincipal('example.amazonaws.community')]],
    ['an account', [new iam.AccountRootPrincipal()]],
  ])('rejects %s', (_, principals) => {
    expect(() => trusting(...principals)).toThrow(
      "[Stack/Example] 'existingRole' (Stack/Mine) can't be assumed by example.amazonaws.com, which works with these " +
        'permissions: allow that service in its trust policy. If the role only calls the platform, grant it the ' +
        'permissions of a caller instead',
    );
  });

  const stating = (...statements: iam.PolicyStatementProps[]) => withExisting(stack => {
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.AccountRootPrincipal() });
    role.assumeRolePolicy!.addStatements(
      ...statements.map(props => new iam.PolicyStatement({ principals: [SERVICE], ...props })));
    return role;
  });
  const DENY = iam.Effect.DENY;

  test.each<[string, iam.PolicyStatementProps[]]>([
    ['a service that may only tag sessions', [{ actions: ['sts:TagSession'] }]],
    ['a service that is denied', [{ actions: ['sts:AssumeRole'] }, { effect: DENY, actions: ['STS:*'] }]],
    ['a denial of everybody', [
      { actions: ['sts:AssumeRole'] }, { effect: DENY, actions: ['sts:AssumeRole'], principals: [new iam.AnyPrincipal()] },
    ]],
    ['all actions but the one', [{ notActions: ['sts:Assume*'] }]],
  ])('rejects %s', (_what, statements) => {
    expect(() => stating(...statements)).toThrow("can't be assumed by example.amazonaws.com");
  });

  test.each<[string, iam.PolicyStatementProps[]]>([
    ['an action in other letters', [{ actions: ['STS:ASSUMEROLE'] }]],
    ['all actions but others', [{ notActions: ['sts:TagSession'] }]],
    ['a denial under a condition', [{ actions: ['sts:AssumeRole'] }, {
      effect: DENY, actions: ['sts:*'], conditions: { StringNotEquals: { 'aws:SourceAccount': ACCOUNT } },
    }]],
    ['a denial of others', [{ actions: ['sts:AssumeRole'] }, {
      effect: DENY, actions: ['sts:*'], principals: [new iam.ServicePrincipal('other.amazonaws.com')],
    }]],
  ])('accepts %s', (_what, statements) => {
    expect(() => stating(...statements)).not.toThrow();
  });

  test('accepts a statement that is added after the construct', () => {
    expect(() => synthesize(stack => {
      const existingRole = new iam.Role(stack, 'Mine', { assumedBy: new iam.AccountRootPrincipal() });
      new ExampleRole(stack, { existingRole });
      SERVICE.addToAssumeRolePolicy(existingRole.assumeRolePolicy!);
    })).not.toThrow();
  });
});

describe('the trust policy of a role of the app must allow a service to tag its sessions, if it does', () => {
  const trusting = (trust: iam.IPrincipal) =>
    withExisting(stack => new iam.Role(stack, 'Mine', { assumedBy: trust }), { sessionTags: true });

  test('accepts a service that may', () => {
    expect(() => trusting(SERVICE.withSessionTags())).not.toThrow();
  });

  test('accepts a statement of its own', () => {
    expect(() => synthesize(stack => {
      const existingRole = new iam.Role(stack, 'Mine', { assumedBy: SERVICE });
      existingRole.assumeRolePolicy!.addStatements(
        new iam.PolicyStatement({ actions: ['sts:Tag*'], principals: [SERVICE] }));
      new ExampleRole(stack, { existingRole, sessionTags: true });
    })).not.toThrow();
  });

  test('accepts an action in other letters', () => {
    expect(() => synthesize(stack => {
      const existingRole = new iam.Role(stack, 'Mine', { assumedBy: SERVICE });
      existingRole.assumeRolePolicy!.addStatements(
        new iam.PolicyStatement({ actions: ['STS:tagsession'], principals: [SERVICE] }));
      new ExampleRole(stack, { existingRole, sessionTags: true });
    })).not.toThrow();
  });

  test('rejects a service that may not', () => {
    expect(() => trusting(SERVICE)).toThrow(
      "[Stack/Example] 'existingRole' (Stack/Mine) does not allow example.amazonaws.com to tag sessions, and the service " +
        "can't assume it without: allow 'sts:TagSession' in its trust policy",
    );
  });

  test('rejects another service that may', () => {
    expect(() => trusting(new iam.CompositePrincipal(SERVICE, new iam.ServicePrincipal('other.amazonaws.com').withSessionTags())))
      .toThrow('does not allow example.amazonaws.com to tag sessions');
  });
});
