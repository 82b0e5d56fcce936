import { BeanstalkEc2Role, BeanstalkEc2RoleProps, BeanstalkServiceRole, BeanstalkServiceRoleProps } from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

/** Each tier alone is a default. */
export const TIERS = {
  'web-tier': { webTier: {} },
  'worker-tier': { workerTier: {} },
  'ecs-docker': { ecsDocker: {} },
} satisfies Record<string, BeanstalkEc2RoleProps>;

export type Tier = keyof typeof TIERS;

/** The statements on a bucket of the user, in addition to the one of Elastic Beanstalk. */
export const STORAGE_OF_USER = ['+CommonPutObjectsOfUser', '+CommonReadObjectsOfUser', '~CommonReadBucket'];

export const rowName = (what: string) => `elastic-beanstalk/${what}`;

export function ec2Row(what: string, props: (given: Fixtures) => BeanstalkEc2RoleProps): Row {
  return {
    name: rowName(what),
    construct: 'BeanstalkEc2Role',
    build: (stack, given = new Fixtures(stack)) => new BeanstalkEc2Role(stack, SUBJECT, given.adapt(props(given), [])),
  };
}

/** A tier with other options. */
export function tierRow(
  tier: Tier, what: string, props: (given: Fixtures) => BeanstalkEc2RoleProps, ...sids: readonly string[]
): Row {
  return {
    ...ec2Row(`${tier}-${what}`, given => ({ ...TIERS[tier], ...props(given) })),
    difference: { from: rowName(tier), sids },
  };
}

export function serviceRow(props: (given: Fixtures) => BeanstalkServiceRoleProps): Row {
  return {
    name: rowName('service-role'),
    construct: 'BeanstalkServiceRole',
    build: (stack, given = new Fixtures(stack)) =>
      new BeanstalkServiceRole(stack, SUBJECT, given.adapt(props(given), [])),
  };
}

/** The service role with other options. */
export function serviceOptionRow(
  what: string, props: (given: Fixtures) => BeanstalkServiceRoleProps, ...sids: readonly string[]
): Row {
  return {
    ...serviceRow(props),
    name: rowName(`service-role-${what}`),
    difference: { from: rowName('service-role'), sids },
  };
}
