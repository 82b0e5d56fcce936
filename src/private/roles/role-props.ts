import { Duration, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { readStatements } from './additional-statements';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { PolicyPlacement } from '../../common/policy-placement';
import { format } from '../options/errors';
import { hasPolicyVariable } from '../options/literals';
import { iamName, PATH } from '../options/names';
import { OptionReader, ReaderOf, readerOf } from '../options/reader';
import { ASSUMABLE_ROLE, INSTANCE_PROFILE, MANAGED_POLICY } from '../options/things/things';
import { duckType, matching, memberOf, OPTIONS, validate, Validator } from '../options/validators';

const DESCRIPTION: Validator<string> = {
  what: 'at most 1,000 characters of Latin-1',
  is: (value): value is string =>
    typeof value === 'string' && (Token.isUnresolved(value) || /^[\t\n\r -~\u00a1-\u00ff]{0,1000}$/.test(value)),
};
const TAG_CHARACTERS = 'letters, digits, spaces and _.:/=+-@';
const TAG_CHARACTER = /[\p{L}\p{Z}\p{N}_.:/=+\-@]/u;
const TAG_KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const TAG_VALUE = matching(`at most 256 ${TAG_CHARACTERS}`, /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u, TAG_CHARACTER);
const TAGS: Validator<{ [key: string]: string }> = {
  what: "an object of keys and values, such as { team: 'ml' }",
  is: (value): value is { [key: string]: string } => OPTIONS.is(value) && !Token.isUnresolved(value),
};
const DURATION = duckType<Duration>('toHours', 'a Duration');
const PRINCIPAL = duckType<iam.IPrincipal>('policyFragment', 'a principal');
const PLACEMENT = memberOf('PolicyPlacement', PolicyPlacement);

/** Reads the properties that all roles have. Fails for values that IAM would reject only at deployment. */
export function readRoleProps(reader: ReaderOf<PlatformRoleProps>): PlatformRoleProps {
  const read = readerOf(reader);
  return {
    existingRole: read.thing('existingRole', ASSUMABLE_ROLE)?.object,
    roleName: read.value('roleName', iamName(64)),
    path: read.value('path', PATH),
    description: read.value('description', DESCRIPTION),
    maxSessionDuration: readSessionDuration(read),
    permissionsBoundary: read.thing('permissionsBoundary', MANAGED_POLICY)?.object,
    policyPlacement: read.value('policyPlacement', PLACEMENT),
    tags: readTags(read),
    additionalManagedPolicies:
      read.anyNumberOfThings('additionalManagedPolicies', MANAGED_POLICY).map(({ object }) => object),
    additionalStatements: readStatements(read),
    additionalPrincipals: readPrincipals(read),
  };
}

/** Reads the properties of instance profiles. */
export function readProfileProps(
  reader: ReaderOf<PlatformEc2RoleProps>,
): Pick<PlatformEc2RoleProps, 'instanceProfileName' | 'existingInstanceProfile'> {
  const read = readerOf(reader);
  return {
    instanceProfileName: read.value('instanceProfileName', iamName(128)),
    existingInstanceProfile: read.thing('existingInstanceProfile', INSTANCE_PROFILE)?.object,
  };
}

function readSessionDuration(read: OptionReader<PlatformRoleProps>): Duration | undefined {
  const duration = read.value('maxSessionDuration', DURATION);
  if (!duration) {
    return undefined;
  }
  if (duration.isUnresolved()) {
    read.fail("'maxSessionDuration' must be 1 to 12 hours, got a token, which IAM roles of the CDK don't accept");
  }
  const hours = duration.toHours({ integral: false });
  if (hours < 1 || hours > 12) {
    read.fail(`'maxSessionDuration' must be 1 to 12 hours, got ${duration.toHumanString()}`);
  }
  return duration;
}

function readTags(read: OptionReader<PlatformRoleProps>): { [key: string]: string } | undefined {
  const tags = read.value('tags', TAGS) ?? {};
  const keys = Object.keys(tags);
  if (keys.length > 50) {
    read.fail(`'tags' must have at most 50 tags, got ${keys.length}`);
  }
  const misspelt = keys.find(key => !Token.isUnresolved(key) && !TAG_KEY.test(key));
  if (misspelt !== undefined) {
    read.fail(`'tags' has the key ${format(misspelt)}: keys have 1 to 128 ${TAG_CHARACTERS}`);
  }
  Object.entries(tags).forEach(([key, value]) => validate(read.scope, `'tags.${key}'`, value, TAG_VALUE));
  const reserved = keys.find(key => key.toLowerCase().startsWith('aws:'));
  if (reserved !== undefined) {
    read.fail(`'tags' has the key '${reserved}': keys that start with 'aws:' are reserved for AWS. Choose another`);
  }
  return read.has('tags') ? tags : undefined;
}

/** IAM accepts neither variables nor wildcards in principals, except for `*` alone. */
function readPrincipals(read: OptionReader<PlatformRoleProps>): iam.IPrincipal[] {
  return read.anyNumberOf('additionalPrincipals', PRINCIPAL).map((principal, index) => {
    const names = namesIn(principal);
    const illegal = names.find(name => typeof name === 'string' && (hasPolicyVariable(name) || /.\*|\*.|\?/.test(name)));
    if (illegal !== undefined) {
      read.fail(
        `'additionalPrincipals[${index}]' must be one principal, got ${format(illegal)}: IAM allows neither ` +
          'wildcards nor policy variables in a principal',
      );
    }
    return principal;
  });
}

/** The principals as a trust policy has them. A composite of principals with conditions has no fragment of its own. */
function namesIn(principal: iam.IPrincipal): readonly unknown[] {
  const trust = new iam.PolicyDocument();
  new iam.CompositePrincipal(principal).addToAssumeRolePolicy(trust);
  const { Statement: statements } = trust.toJSON() as { Statement: readonly { Principal?: object | string }[] };
  return statements.flatMap(({ Principal: names = [] }) => typeof names === 'string' ? [names] : Object.values(names).flat());
}
