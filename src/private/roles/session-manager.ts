import { SessionManagerOptions } from '../../common/session-manager-options';
import { ReaderOf, readerOf } from '../options/reader';
import { ANY, PolicyFeature, Source, whenPresent } from '../statements/documented-statement';
import { granting } from '../statements/granting';
import { openChannels } from '../statements/shared/session-channels';

/** The keys of sessions; `undefined` if there are no sessions. */
export type SessionManager = ReturnType<typeof readSessionManager>;

const decrypt = granting(['kms:Decrypt'], 'added: encrypted sessions require their key, which the managed policy does not mention');

export function readSessionManager(reader: ReaderOf<{ readonly sessionManager?: SessionManagerOptions }>) {
  return readerOf(reader).struct('sessionManager', sessions => ({ keys: sessions.key('sessionKey') }));
}

/** The narrow form of AWS's policy `AmazonSSMManagedInstanceCore`, which also reads every parameter of the account. */
export function sessionManagerFeature(source: Source, sessionManager: SessionManager): PolicyFeature {
  return {
    name: 'SessionManager',
    statements: whenPresent(sessionManager, ({ keys }) => [
      openChannels('SessionManagerOpenChannels', source),
      {
        sid: 'SessionManagerReport',
        source,
        note: 'completed: on all resources as in the managed policy; the reporting instance is not known before it runs',
        actions: ['ssm:UpdateInstanceInformation'],
        resources: ANY,
      },
      ...decrypt('SessionManagerKey', source, keys),
    ]),
  };
}
