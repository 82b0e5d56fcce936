import { Lazy, Stack } from 'aws-cdk-lib';
import {
  ACCOUNT, iamName, IMAGE_ID, LOG_GROUP_PREFIX, METRIC_NAMESPACE, PATH, PATH_BELOW_ROOT, REGION,
} from '../../../src/private/options/names';
import { validate, Validator } from '../../../src/private/options/validators';

const LATER = Lazy.string({ produce: () => 'later' });
const stack = new Stack(undefined, 'Stack');

test.each<[string, Validator<string>, string[]]>([
  ['IAM names', iamName(8), ['a', 'aZ09_+=,', '.@-', LATER, `a-${LATER}`]],
  ['paths', PATH, ['/', '/team/', '/a/b/', `/${'p'.repeat(510)}/`, LATER, `/${LATER}/`]],
  ['paths below the root', PATH_BELOW_ROOT, ['/team/', '/a/b/', `/${LATER}/`]],
  ['regions', REGION, [
    'us-east-1', 'eu-central-1', 'ap-southeast-7', 'cn-northwest-1', 'us-gov-west-1', 'us-iso-east-1', 'us-isob-east-1',
    'eu-isoe-west-1', 'us-isof-south-1', 'eusc-de-east-1', 'mx-central-1', 'il-central-1', 'nz-south-1', LATER, `eu-${LATER}-1`,
  ]],
  ['accounts', ACCOUNT, ['111122223333', LATER]],
  ['namespaces', METRIC_NAMESPACE, ['Churn/Training', 'Churn/*', 'a?', LATER, `${LATER}/*`]],
  ['log group prefixes', LOG_GROUP_PREFIX, ['/aws/x', 'a.b-c_d#e', `/aws/${LATER}`]],
  ['AMI ids', IMAGE_ID, ['ami-0123456789abcdef0', LATER]],
])('accepts %s', (_what, validator, texts) => {
  texts.forEach(text => expect(validate(stack, "'x'", text, validator)).toBe(text));
});

test.each<[string, Validator<string>, unknown[]]>([
  ['IAM names', iamName(8), ['', 'a b', 'a/b', '*', 'a*', 'a?', '${a}', '123456789', `a/${LATER}`, `${LATER}*`, 5]],
  ['paths', PATH, ['', 'team', '/team', 'team/', '//', '/a*/', '/a?/', '/${aws:username}/', '/a b/', `/${'p'.repeat(511)}/`,
    `/${LATER}*/`, `/${LATER} /`]],
  ['paths below the root', PATH_BELOW_ROOT, ['/', '/team', '/team*/', `/${LATER}?/`, `/team${LATER}`, `team/${LATER}/`]],
  ['regions', REGION, ['*', 'eu-*', 'eu-central', 'Frankfurt', 'eu-central-1a', 'x-north-1', 'eu-centrall-1', '', `${LATER}*`, `\${aws:RequestedRegion}${LATER}`]],
  ['accounts', ACCOUNT, ['*', '11112222333', '1111-2222-3333', 'aws', 111122223333, `${LATER}*`, `${LATER}a`]],
  ['namespaces', METRIC_NAMESPACE, ['', '*', '?*', ':x', 'n'.repeat(256), '${aws:username}', `${LATER}$`]],
  ['log group prefixes', LOG_GROUP_PREFIX,
    ['', '*', '/aws*', '/aws?', '/a:b', 'l'.repeat(513), `${LATER}*`, `\${aws:username}${LATER}`]],
  ['AMI ids', IMAGE_ID, ['*', 'ami-*', 'ami-', 'i-0123', `${LATER}*`]],
])('rejects invalid %s', (_what, validator, texts) => {
  texts.forEach(text => expect(() => validate(stack, "'x'", text as string, validator)).toThrow(`'x' must be ${validator.what}, got `));
});
