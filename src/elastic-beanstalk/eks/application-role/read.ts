import { BeanstalkEksApplicationRoleProps, BeanstalkEksSecretOptions } from './props';
import { TOKEN } from '../../../private/options/literals';
import { OptionReader } from '../../../private/options/reader';
import { PARAMETER, SECRET } from '../../../private/options/things/things';
import { unique } from '../../../private/options/unique';
import { matching, ofForm } from '../../../private/options/validators';

export type Application = ReturnType<typeof readApplication>;

/** Kubernetes has no namespaces with upper-case letters. */
const ENVIRONMENT = matching(
  'the name of an environment without upper-case letters: 4 to 40 lower-case letters, digits and hyphens',
  /^[a-z0-9][a-z0-9-]{2,38}[a-z0-9]$/, /[a-z0-9-]/);

/** The hyphen must be literal: without it, `shop` would match `shopfront-live`. */
const PREFIX = ofForm(
  "what the names of environments start with, up to a hyphen, such as 'shop-': lower-case letters, digits and hyphens",
  new RegExp(`^[a-z0-9${TOKEN}][a-z0-9${TOKEN}-]{0,37}-$`));

export function readApplication(read: OptionReader<BeanstalkEksApplicationRoleProps>) {
  const names = unique(read.list('environmentNames', ENVIRONMENT));
  const prefix = read.value('environmentNamePrefix', PREFIX);
  return {
    // Elastic Beanstalk runs each environment in a Kubernetes namespace of its own.
    namespaces: [...names, ...prefix === undefined ? [] : [`${prefix}*`]].map(name => `eb-${name}`),
    environmentOptions: (['environmentNames', 'environmentNamePrefix'] as const).filter(option => read.has(option)),
    secrets: read.struct('environmentSecrets', readSecrets),
  };
}

function readSecrets(read: OptionReader<BeanstalkEksSecretOptions>) {
  const secrets = read.things('secrets', SECRET);
  const parameters = read.things('parameters', PARAMETER);
  const keys = read.keys('keys');
  const things = [...secrets, ...parameters];
  if (things.length === 0) {
    read.fail(`'${read.pathOf('secrets')}' and 'parameters' are left out, so nothing is granted: set one of them`);
  }
  return {
    secrets: unique(secrets.map(({ arn }) => arn)),
    parameters: unique(parameters.map(({ arn }) => arn)),
    keys: unique([...things.flatMap(thing => thing.keys), ...keys]),
  };
}
