import { BeanstalkEksApplicationRoleProps, BeanstalkEksSecretOptions } from './props';
import { OptionReader, unique } from '../../../private/options/reader';
import { PARAMETER, SECRET } from '../../../private/options/things/things';
import { matching } from '../../../private/options/validators';

export type Application = ReturnType<typeof readApplication>;

/** Kubernetes has no namespaces with upper-case letters. */
const ENVIRONMENT = matching(
  'the name of an environment without upper-case letters: 4 to 40 lower-case letters, digits and hyphens',
  /^[a-z0-9][a-z0-9-]{2,38}[a-z0-9]$/, /[a-z0-9-]/);

export function readApplication(read: OptionReader<BeanstalkEksApplicationRoleProps>) {
  return {
    environmentName: read.value('environmentName', ENVIRONMENT),
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
