import { ANY, DocumentedStatement, Source } from '../documented-statement';

/** The channels of a session of Systems Manager. These actions support no resources. */
export function openChannels(sid: string, source: Source): DocumentedStatement {
  return {
    sid,
    source,
    actions: [
      'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel',
      'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
    ],
    resources: ANY,
  };
}
