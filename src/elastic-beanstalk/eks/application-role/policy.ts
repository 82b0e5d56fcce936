import { Application } from './read';
import { PolicyFeature, whenPresent } from '../../../private/statements/documented-statement';
import { granting } from '../../../private/statements/granting';
import { EKS_SOURCES } from '../../sources';

const decrypt = granting(['kms:Decrypt'], 'added: reading what a customer-managed key encrypts requires the key');

/** What Elastic Beanstalk does with the role. The application's own needs are granted by the app. */
export function applicationPolicy({ secrets: mounted }: Application): readonly PolicyFeature[] {
  return [{
    name: 'EnvironmentSecrets',
    statements: whenPresent(mounted, ({ secrets, parameters, keys }) => [
      ...whenPresent(secrets, resources => ({
        sid: 'EnvironmentSecretsReadSecrets',
        source: EKS_SOURCES.eksSecrets,
        actions: [
          'secretsmanager:DescribeSecret',
          'secretsmanager:GetSecretValue',
        ],
        resources,
      })),
      ...whenPresent(parameters, resources => ({
        sid: 'EnvironmentSecretsReadParameters',
        source: EKS_SOURCES.eksParameters,
        note: 'completed: the guide of Elastic Beanstalk allows parameters, and prints no action for them',
        actions: ['ssm:GetParameters'],
        resources,
      })),
      ...decrypt('EnvironmentSecretsKey', EKS_SOURCES.eksSecrets, keys),
    ]),
  }];
}
