import { Vendor } from './askers';
import { RECORDED } from '../../judge/vendors/recording';
import { BeanstalkUserPolicy, BeanstalkUserPolicyProps } from '../../src';
import { Fixtures } from '../support/given';
import { SUBJECT } from '../support/row';

// The commands that judge/vendors/python/eb_cli runs, as our options.

type Props = Omit<BeanstalkUserPolicyProps, 'applications'>;

const infrastructure = (given: Fixtures) => ({
  instanceRoles: [given.role('MyShopInstances')], serviceRoles: [given.role('MyShopService')], loadBalancers: {},
});
const manages = (given: Fixtures): Props => ({ deployment: {}, management: {}, infrastructure: infrastructure(given) });

const FLOWS: Readonly<Record<string, (given: Fixtures) => Props>> = {
  'change': manages,
  'configurations': manages,
  'default-roles': manages,
  'delete-version': () => ({ deployment: { deleteVersions: true } }),
  'deploy': () => ({ deployment: {} }),
  'init': given => ({ management: { createApplications: true }, infrastructure: infrastructure(given) }),
  'logs': () => ({ readLogs: true }),
  'manage': manages,
  'restore': manages,
  'terminate': given => ({ management: {}, infrastructure: infrastructure(given) }),
  'terminate-all': given => ({
    deployment: { deleteVersions: true },
    management: { deleteApplications: true },
    infrastructure: infrastructure(given),
  }),
  'watch': () => ({}),
};

export const EB_CLI: Vendor = {
  name: 'eb-cli',
  environment: RECORDED,
  stackOf: () => ({ tags: {}, operations: [] }),
  askers: name => {
    const props = FLOWS[name];
    if (!props) {
      throw new Error(`test/vendors/eb-cli.ts has no options for the commands ${name}`);
    }
    return [{
      name: 'BeanstalkUserPolicy',
      build: (stack, given) => new BeanstalkUserPolicy(stack, SUBJECT, {
        applications: [{ applicationName: 'shop', environmentNamePrefix: 'shop-' }], ...props(given),
      }),
    }];
  },
};
