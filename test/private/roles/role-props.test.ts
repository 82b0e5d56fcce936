import { Duration, Lazy, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { PlatformRoleProps } from '../../../src';
import { ExampleRole } from '../../support/platform-role';
import { synthesize } from '../../support/synthesize';

const create = (options: Partial<PlatformRoleProps>) => synthesize(stack => new ExampleRole(stack, options));

test.each<[string, Partial<PlatformRoleProps>]>([
  ['a name with all valid characters', { roleName: 'aZ09_+=,.@-' }],
  ['the longest name', { roleName: 'r'.repeat(64) }],
  ['the root path', { path: '/' }],
  ['a path', { path: '/service-role/team/' }],
  ['the longest path', { path: `/${'p'.repeat(510)}/` }],
  ['the principal of everyone', { additionalPrincipals: [new iam.StarPrincipal()] }],
  ['empty lists', { additionalPrincipals: [], additionalStatements: [], additionalManagedPolicies: [], tags: {} }],
  ['properties of other constructs', { bucket: 'data' } as PlatformRoleProps],
  ['a description in Latin-1', { description: 'für Größeres,\n1 %' }],
  ['the shortest session', { maxSessionDuration: Duration.hours(1) }],
  ['the longest session', { maxSessionDuration: Duration.hours(12) }],
  [
    'tokens',
    {
      roleName: Lazy.string({ produce: () => 'name' }),
      path: Lazy.string({ produce: () => '/path/' }),
      description: Lazy.string({ produce: () => 'text' }),
    },
  ],
])('accepts %s', (_what, options) => {
  expect(() => create(options)).not.toThrow();
});

const LATER = Lazy.string({ produce: () => 'later' });
const RULE_OF_NAMES = 'must be 1 to 64 characters of letters, digits and _+=,.@-';

test.each<[string, Partial<PlatformRoleProps>, string]>([
  ['an empty name', { roleName: '' }, `'roleName' ${RULE_OF_NAMES}, got ""`],
  ['a name that is too long', { roleName: 'r'.repeat(65) }, `'roleName' ${RULE_OF_NAMES}, got "rrr`],
  ['a name with a space', { roleName: 'my role' }, `'roleName' ${RULE_OF_NAMES}, got "my role"`],
  ['a name that is an ARN', { roleName: 'arn:aws:iam::111122223333:role/r' }, `'roleName' ${RULE_OF_NAMES}`],
  ['a path without a slash', { path: 'team' }, "'path' must be '/', or start and end with '/', without the wildcards * and ?, and without $, at most 512 characters, got \"team\""],
  ['a path without a trailing slash', { path: '/team' }, "'path' must be '/'"],
  ['a path that is a token, but not text', { path: Token.asNumber(Lazy.any({ produce: () => 7 })) as unknown as string },
    "'path' must be '/'"],
  ['a name that is a token, but not text', { roleName: Token.asList(Lazy.any({ produce: () => [] })) as unknown as string },
    "'roleName' must be 1 to 64 characters"],
  ['null as a list', { additionalPrincipals: null as never }, "'additionalPrincipals' must be a list, each element a principal, got null"],
  ['an empty path', { path: '' }, "'path' must be '/'"],
  ['a path with a wildcard', { path: '/team*/' }, "'path' must be '/'"],
  ['a path with a policy variable', { path: '/${aws:username}/' }, "'path' must be '/'"],
  ['a path with a wildcard next to a token', { path: `/${LATER}*/` }, "'path' must be '/'"],
  ['a name with a slash next to a token', { roleName: `team/${LATER}` }, "'roleName' must be 1 to 64 characters"],
  ['a path that is too long', { path: `/${'p'.repeat(511)}/` }, "'path' must be '/', or start and end with '/', without the wildcards * and ?, and without $, at most 512 characters"],
  [
    'a description that is too long',
    { description: 'd'.repeat(1001) },
    "'description' must be at most 1,000 characters of Latin-1",
  ],
  [
    'a description with characters outside Latin-1',
    { description: 'naïve – 役割' },
    "'description' must be at most 1,000 characters of Latin-1",
  ],
  [
    'a session that is too short',
    { maxSessionDuration: Duration.minutes(59) },
    "'maxSessionDuration' must be 1 to 12 hours, got 59 minutes",
  ],
  [
    'a session that is too long',
    { maxSessionDuration: Duration.hours(13) },
    "'maxSessionDuration' must be 1 to 12 hours, got 13 hours",
  ],
  [
    'a session that is a token',
    { maxSessionDuration: Duration.seconds(Lazy.number({ produce: () => 3600 })) },
    "'maxSessionDuration' must be 1 to 12 hours, got a token",
  ],
  ['a tag without a key', { tags: { '': 'data' } }, "'tags' has the key \"\": keys have 1 to 128 letters, digits, spaces and _.:/=+-@"],
  ['a long key', { tags: { ['k'.repeat(129)]: 'data' } }, "'tags' has the key \"kkk"],
  ['a key with a star', { tags: { 'team*': 'data' } }, "'tags' has the key \"team*\""],
  [
    'a tag value that is too long',
    { tags: { team: 'v'.repeat(257) } },
    "'tags.team' must be at most 256 letters, digits, spaces and _.:/=+-@, got \"vvv",
  ],
  ['a tag value with a comma', { tags: { team: 'data,web' } }, "'tags.team' must be at most 256 letters"],
  ['a tag value with a policy variable', { tags: { team: '${aws:username}' } }, "'tags.team' must be at most 256 letters"],
  ['tags that are a token', { tags: Lazy.any({ produce: () => ({}) }) as never }, "'tags' must be an object of keys and values"],
  [
    'a principal with a wildcard',
    { additionalPrincipals: [new iam.ArnPrincipal('arn:aws:iam::111122223333:role/*')] },
    "'additionalPrincipals[0]' must be one principal, got \"arn:aws:iam::111122223333:role/*\": IAM allows neither wildcards",
  ],
  [
    'a principal with a policy variable',
    { additionalPrincipals: [new iam.AnyPrincipal(), new iam.ArnPrincipal('arn:aws:iam::111122223333:role/${aws:username}')] },
    "'additionalPrincipals[1]' must be one principal",
  ],
  ['a name in place of a boundary', { permissionsBoundary: 'Boundary' as never },
    "'permissionsBoundary' must be a managed policy, got \"Boundary\""],
  ['an unknown placement', { policyPlacement: 'BESIDE' as never }, "'policyPlacement' must be one of PolicyPlacement.INLINE, PolicyPlacement.MANAGED"],
  ['a misspelt option', { rolename: 'worker' } as never, "unknown option 'rolename', did you mean 'roleName'?"],
  ['a number in place of a tag value', { tags: { team: 5 as unknown as string } },
    "'tags.team' must be at most 256 letters"],
  ['a reserved tag', { tags: { 'AWS:team': 'data' } }, "'tags' has the key 'AWS:team'"],
  [
    'too many tags',
    { tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, 'v'])) },
    "'tags' must have at most 50 tags, got 51",
  ],
])('rejects %s', (_what, options, message) => {
  expect(() => create(options)).toThrow(`Stack/Example: ${message}`);
});

test('rejects a statement that is incomplete at synthesis, by its index', () => {
  const incomplete = new iam.PolicyStatement({ resources: ['*'] });
  expect(() => create({ additionalStatements: [incomplete] })).toThrow(
    "[Stack/Example] 'additionalStatements[0]' is not a statement of an identity-based policy: ",
  );
});

test('accepts a statement that the app completes later', () => {
  const later = new iam.PolicyStatement({ resources: ['*'] });
  expect(() => synthesize(stack => {
    new ExampleRole(stack, { additionalStatements: [later] });
    later.addActions('example:Read');
  })).not.toThrow();
});

test('accepts principals with conditions in a composite', () => {
  const account = new iam.AccountPrincipal('111122223333').withConditions({ StringEquals: { 'aws:PrincipalTag/team': 'ml' } });
  const composite = new iam.CompositePrincipal(account, new iam.ServicePrincipal('lambda.amazonaws.com'));
  expect(() => create({ additionalPrincipals: [composite] })).not.toThrow();
});
