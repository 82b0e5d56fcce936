import { Duration, Lazy, Token } from 'aws-cdk-lib';
import { PlatformRoleProps } from '../../../src';
import { ExampleRole } from '../../support/platform-role';
import { synthesize } from '../../support/synthesize';

const make = (options: Partial<PlatformRoleProps>) => synthesize(stack => new ExampleRole(stack, options));

test.each<[string, Partial<PlatformRoleProps>]>([
  ['a name of all legal characters', { roleName: 'aZ09_+=,.@-' }],
  ['the longest name', { roleName: 'r'.repeat(64) }],
  ['the root path', { path: '/' }],
  ['a path', { path: '/service-role/team/' }],
  ['the longest path', { path: `/${'p'.repeat(510)}/` }],
  ['a description of Latin-1', { description: 'für Größeres,\n1 %' }],
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
])('takes %s', (_what, options) => {
  expect(() => make(options)).not.toThrow();
});

const RULE_OF_NAMES = 'must be 1 to 64 characters of letters, digits and _+=,.@-';

test.each<[string, Partial<PlatformRoleProps>, string]>([
  ['an empty name', { roleName: '' }, `'roleName' ${RULE_OF_NAMES}, got ""`],
  ['a name that is too long', { roleName: 'r'.repeat(65) }, `'roleName' ${RULE_OF_NAMES}, got "rrr`],
  ['a name with a space', { roleName: 'my role' }, `'roleName' ${RULE_OF_NAMES}, got "my role"`],
  ['a name that is an ARN', { roleName: 'arn:aws:iam::111122223333:role/r' }, `'roleName' ${RULE_OF_NAMES}`],
  ['a path without a slash', { path: 'team' }, "'path' must be '/', or start and end with '/', got \"team\""],
  ['a path without a slash at the end', { path: '/team' }, "'path' must be '/'"],
  ['a path that is no text but a token', { path: Token.asNumber(Lazy.any({ produce: () => 7 })) as unknown as string },
    "'path' must be '/'"],
  ['a name that is no text but a token', { roleName: Token.asList(Lazy.any({ produce: () => [] })) as unknown as string },
    "'roleName' must be 1 to 64 characters"],
  ['no list', { additionalPrincipals: null as never }, "'additionalPrincipals' must be a list, each element a principal, got null"],
  ['an empty path', { path: '' }, "'path' must be '/'"],
  ['a path that is too long', { path: `/${'p'.repeat(511)}/` }, "'path' must hold at most 512 characters, got 513"],
  [
    'a description that is too long',
    { description: 'd'.repeat(1001) },
    "'description' must be at most 1,000 characters of Latin-1",
  ],
  [
    'a description of other characters',
    { description: 'naïve – 役割' },
    "'description' must be at most 1,000 characters of Latin-1",
  ],
  [
    'a short session',
    { maxSessionDuration: Duration.minutes(59) },
    "'maxSessionDuration' must be 1 to 12 hours, got 59 minutes",
  ],
  [
    'a long session',
    { maxSessionDuration: Duration.hours(13) },
    "'maxSessionDuration' must be 1 to 12 hours, got 13 hours",
  ],
  [
    'a session that is a token',
    { maxSessionDuration: Duration.seconds(Lazy.number({ produce: () => 3600 })) },
    "'maxSessionDuration' must be 1 to 12 hours, got a token",
  ],
  ['a tag without a key', { tags: { '': 'data' } }, "'tags' has the key \"\": keys hold 1 to 128 letters, digits, spaces and _.:/=+-@"],
  ['a long key', { tags: { ['k'.repeat(129)]: 'data' } }, "'tags' has the key \"kkk"],
  ['a key with a star', { tags: { 'team*': 'data' } }, "'tags' has the key \"team*\""],
  [
    'a long value',
    { tags: { team: 'v'.repeat(257) } },
    "'tags.team' must be at most 256 letters, digits, spaces and _.:/=+-@, got \"vvv",
  ],
  ['a value with a comma', { tags: { team: 'data,web' } }, "'tags.team' must be at most 256 letters"],
  ['a number as a value', { tags: { team: 5 as unknown as string } }, "'tags.team' must be at most 256 letters"],
  ['a reserved tag', { tags: { 'AWS:team': 'data' } }, "'tags' has the key 'AWS:team'"],
  [
    'too many tags',
    { tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, 'v'])) },
    "'tags' must hold at most 50 tags, got 51",
  ],
])('fails for %s', (_what, options, message) => {
  expect(() => make(options)).toThrow(`Stack/Example: ${message}`);
});
