import { ACTUAL, RandomStatement } from './random-documents';
import { isAllowed, Request } from '../../support/evaluate';
import { Statement } from '../../support/policies';

// Random requests that a need is for.

export const PLACE = { partition: 'aws', account: '111122223333', regions: ['eu-central-1'] };

const REQUESTS = 8;

const CALLED: readonly string[] = ['s3:GetObject', 's3:GetBucketAcl', 's3:PutObject', 's3:ListBucket', 'logs:PutLogEvents', 'logs:CreateLogStream',
  'logs:PutRetentionPolicy', 'logs:TagResource', 'ecs:Poll', 'ecs:PutAttributes'];

/** Requests of a need, with all that is the same in each request of the role. */
export function requestsOf(need: RandomStatement, seed: number): readonly Request[] {
  const draw = drawing(seed);
  const { Action, Resource } = need;
  const [[action], [resource]] = [Action!, Resource!];
  return Array.from({ length: REQUESTS }, (): Request => {
    const asked = draw(CALLED.filter(name => expression(action).test(name)));
    const context = Object.fromEntries(Object.entries(ACTUAL).map(([key, values]) => [key, draw(values)]));
    const username = context['aws:username'] as string | undefined;
    const named = concrete(resource.replaceAll('${aws:PrincipalAccount}', PLACE.account)
      .replaceAll('${aws:username}', username ?? '-'), asked, draw);
    return {
      action: asked,
      resource: named,
      context: {
        ...context,
        ...(resource.includes('username') && { 'aws:username': username ?? '-' }),
        'aws:PrincipalAccount': PLACE.account,
        'aws:SecureTransport': 'true',
        'aws:ResourceAccount': named.includes(':s3:') ? draw([undefined, PLACE.account, '444455556666']) : named.split(':')[4],
        'aws:RequestedRegion': named.includes(':s3:') ? draw(['eu-central-1', 'us-east-1'])
          : /eu-central-1|us-east-1/.exec(named)![0],
      },
    };
  }).filter(request => isOf(need, request));
}

/** A resource that the pattern matches, as IAM is asked about it. */
function concrete(pattern: string, action: string, draw: Draw): string {
  const parts = [...pattern.split(':'), '*', '*', '*', '*'].slice(0, Math.max(6, pattern.split(':').length));
  const fill = (text: string, texts: readonly string[]) => text.replace(/[*?]/g, wildcard => (wildcard === '?' ? 'a' : draw(texts)));
  const [region, account] = [fill(parts[3], ['eu-central-1', 'us-east-1']), fill(parts[4], [PLACE.account, '444455556666'])];
  const [type, name, ...rest] = parts.slice(5);
  const resource = parts[2] === 'logs'
    ? `log-group:${fill(name ?? '*', ['', 'a', 'b', 'a/b', '/a/x'])}${suffixOf(action)}`
    : fill([type, ...name === undefined ? [] : [name], ...rest].join(':'), ['', 'a', 'b', 'a/b', 'anna/x', 'task/a', 'x:y']);
  return [...parts.slice(0, 3), region, account, resource].join(':');
}

/** Of a log group, IAM is asked about `NAME:log-stream:STREAM`, and for tags about `NAME`. */
function suffixOf(action: string): string {
  return action === 'logs:TagResource' ? '' : /^logs:(?:PutLog|CreateLog)/.test(action) ? ':log-stream:y' : ':log-stream:';
}

/** Whether the request is one of the need. A log group may be meant with `:*`. */
function isOf(need: RandomStatement, request: Request): boolean {
  const [resource] = need.Resource!;
  const isGroup = /:log-group:[^:]*$/.test(resource) && request.action !== 'logs:TagResource';
  return isAllowed([{ ...need, Resource: [resource, ...isGroup ? [`${resource}:*`] : []] } as unknown as Statement], request);
}

type Draw = <T>(from: readonly T[]) => T;

/** Draws with a linear congruential generator. */
function drawing(seed: number): Draw {
  let state = seed;
  return from => {
    state = (state % 2 ** 21 * 1664525 + 1013904223) % 2 ** 32;
    return from[Math.floor(state / 2 ** 32 * from.length)];
  };
}

function expression(action: string): RegExp {
  return new RegExp(`^${action.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
}
