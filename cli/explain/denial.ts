import { decodedRequest } from './decoded';
import { allActions } from '../facts/catalogue';

// What a message of AWS says about a request that it denied. The forms differ between services and over the years.

/** The type of the policy that denied the request. */
export type PolicyType =
  | 'identity-based policy' | 'permissions boundary' | 'session policy' | 'resource-based policy' | 'VPC endpoint policy'
  | 'service control policy' | 'resource control policy' | 'trust policy';

export interface Denial {
  /** The ARN of the user or of the session of a role. */
  readonly principal?: string;
  /** `s3:GetObject`, in the spelling of the message. */
  readonly action?: string;
  /** More than one if the message names the call only: `CopyObject` reads and writes. */
  readonly otherActions: readonly string[];
  readonly resource?: string;
  readonly policyType?: PolicyType;
  /** Whether a statement denies the request. Otherwise, none allows it. */
  readonly isExplicit: boolean;
  /** The ARN of the policy that denies it. */
  readonly policy?: string;
  /** The details, which `aws sts decode-authorization-message` decodes. */
  readonly encoded?: string;
}

const ACTION = '[A-Za-z0-9-]+:[A-Za-z0-9*?]+';

const PARTS = {
  principal: /\b(?:User|Role|principal|role)\b[:\s"']*(arn:[^\s"'`,)]+|anonymous)/,
  action: new RegExp(
    `(?:not authorized to (?:perform|call)|permissions? to (?:perform|call)|not allowed to perform|allows the action)[:\\s"'\`]*(${ACTION})`, 'i'),
  // KMS speaks of `the resource associated with this ciphertext`.
  resource: /\bon (?:(?:the )?resources?[:\s]*["'`]?(?!associated with)|["'`]?(?=arn:))((?:arn:[^\s"'`,)]+|\*|[\w/.+=@-]+))/,
  encoded: /Encoded authorization failure message:\s*([\w+/=-]{16,})/,
  operation: /when calling the (\w+) operation|\b(?:AccessDenied|Forbidden)[^:]*: (\w+)\b operation/,
};

const ONLY_ACTION = new RegExp(`^\\s*(${ACTION})\\s*$`);

/** What the message calls the policy, and its type. */
const POLICY_TYPES: readonly (readonly [RegExp, PolicyType])[] = [
  [/identity-based/, 'identity-based policy'],
  [/permissions? boundary/, 'permissions boundary'],
  [/session/, 'session policy'],
  [/VPC endpoint|VPCe/i, 'VPC endpoint policy'],
  [/service control|\bSCP\b/i, 'service control policy'],
  [/resource control|\bRCP\b/i, 'resource control policy'],
  [/resource-based|bucket policy|key policy/, 'resource-based policy'],
  [/trust (?:policy|relationship)/, 'trust policy'],
];

/** Calls whose permission has another name. S3 names the call only. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  CompleteMultipartUpload: ['s3:PutObject'],
  CopyObject: ['s3:GetObject', 's3:PutObject'],
  CreateMultipartUpload: ['s3:PutObject'],
  DeleteObjects: ['s3:DeleteObject'],
  HeadBucket: ['s3:ListBucket'],
  HeadObject: ['s3:GetObject', 's3:ListBucket'],
  ListBuckets: ['s3:ListAllMyBuckets'],
  ListObjects: ['s3:ListBucket'],
  ListObjectsV2: ['s3:ListBucket'],
  UploadPart: ['s3:PutObject'],
  UploadPartCopy: ['s3:GetObject', 's3:PutObject'],
};

/** Consoles and proxies print messages as HTML. */
const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&quot;|&#34;/g, '"'], [/&apos;|&#39;/g, "'"], [/&lt;/g, '<'], [/&gt;/g, '>'], [/&amp;/g, '&'],
];

/** Reads a message, what a message says when it is decoded, or an action. */
export function denialIn(message: string): Denial {
  const decoded = decodedRequest(message);
  return decoded ? { ...decoded, otherActions: [] } : denialInText(message);
}

function denialInText(message: string): Denial {
  const withoutEntities = ENTITIES.reduce((text, [entity, character]) => text.replace(entity, character), message);
  const text = withoutEntities.replace(/\\(["'])/g, '$1').replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  const part = (name: keyof typeof PARTS) => PARTS[name].exec(text)?.slice(1).find(Boolean)?.replace(/[.:;]+$/, '');
  const named = ONLY_ACTION.exec(text)?.[1] ?? part('action');
  const [action, ...otherActions] = named ? [named] : actionsOfCall(part('operation'));
  return {
    principal: part('principal'),
    action,
    otherActions,
    resource: part('resource'),
    ...policyIn(text),
    encoded: part('encoded'),
  };
}

function policyIn(text: string): Pick<Denial, 'policyType' | 'isExplicit' | 'policy'> {
  const explicit = /explicit deny(.*)/i.exec(text)?.[1];
  const implicit = /because no (.*?) allows? /i.exec(text)?.[1] ?? /trust (?:policy|relationship).*allows/.exec(text)?.[0];
  const named = explicit ?? implicit;
  return {
    policyType: named === undefined ? undefined : POLICY_TYPES.find(([pattern]) => pattern.test(named))?.[1],
    isExplicit: explicit !== undefined,
    policy: explicit && /:\s*(arn:[^\s"')]+)/.exec(explicit)?.[1].replace(/\.$/, ''),
  };
}

/** The actions of a call without the name of its service: those of S3, or those of the library with this name. */
function actionsOfCall(call = ''): readonly string[] {
  if (Object.hasOwn(PERMISSIONS, call)) {
    return PERMISSIONS[call];
  }
  return allActions().filter(action => action.split(':')[1] === call);
}

/** The parts of the ARN of a principal. */
export interface Principal {
  readonly partition: string;
  readonly account: string;
  /** The name of the role, of a session too, or of the user. */
  readonly name: string;
  readonly isRole: boolean;
}

export function principalOf(arn: string | undefined): Principal | undefined {
  const [, partition, account, kind, resource] =
    /^arn:([^:]+):(?:iam|sts)::(\d*):(role|assumed-role|user|federated-user)\/(.+)$/.exec(arn ?? '') ?? [];
  if (resource === undefined) {
    return undefined;
  }
  const names = resource.split('/');
  return { partition, account, name: kind === 'assumed-role' ? names[0] : names[names.length - 1], isRole: /role$/.test(kind) };
}
