import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Environment, JsonObject } from '../../test/support/fold';
import { MadeRoles } from '../../test/vendors/data';

/** Where the programs run: their stacks and calls are of this account and region. */
export const RECORDED: Environment = {
  partition: 'aws',
  region: 'us-east-1',
  account: '123456789012',
  urlSuffix: 'amazonaws.com',
};

/** A call of a vendor's program, as botocore sent it. */
export interface RecordedCall {
  readonly program: string;
  readonly command: string;
  readonly configuration: string;
  /** Who calls: the user or a role. */
  readonly subject: string;
  /** The name of the service in botocore. */
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly parameters: JsonObject;
  /** What the resource of the call is like, such as its tags. */
  readonly state?: JsonObject;
}

export interface Template {
  readonly Parameters?: Readonly<Record<string, JsonObject>>;
  readonly Mappings?: JsonObject;
  readonly Conditions?: JsonObject;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: JsonObject;
  readonly Condition?: string;
}

/** A stack of a configuration with its template and those nested in it. */
export interface RecordedStack {
  readonly configuration: string;
  readonly stackName: string;
  readonly tags: readonly JsonObject[];
  readonly parameters: Readonly<Record<string, string>>;
  /** The first is that of the stack itself. */
  readonly templates: readonly Template[];
}

/** What one release does. */
export interface Recording {
  readonly release: string;
  readonly calls: readonly RecordedCall[];
  readonly stacks: readonly RecordedStack[];
  /** The roles that the program makes by itself, if it makes some. */
  readonly roles?: MadeRoles;
}

const STACK = '.stack.json';

/** The stack of `pcluster configure` with a network. The others have the name of their configuration. */
const NETWORKING = /^parallelclusternetworking-/;

/** Reads what `record.py` wrote for a release. */
export function readRecording(folder: string, release: string): Recording {
  const calls = readFileSync(join(folder, release, 'calls.jsonl'), 'utf8').trimEnd().split('\n');
  const templates = join(folder, release, 'templates');
  const roles = join(folder, release, 'roles.json');
  const files = existsSync(templates) ? readdirSync(templates).sort() : [];
  return {
    release,
    ...(existsSync(roles) ? { roles: readJson<MadeRoles>(roles) } : {}),
    calls: calls.map(line => JSON.parse(line) as RecordedCall),
    stacks: files.filter(file => file.endsWith(STACK)).map(file => {
      const configuration = file.slice(0, -STACK.length);
      const nested = files.filter(other => !other.endsWith(STACK) && new RegExp(`^${configuration}\\.\\d+\\.json$`).test(other));
      const ofStack = [`${configuration}.json`, ...nested];
      return {
        ...readJson<Omit<RecordedStack, 'configuration' | 'templates'>>(join(templates, file)),
        configuration: NETWORKING.test(configuration) ? 'configure-new-vpc' : configuration,
        templates: ofStack.map(other => ({ Resources: {}, ...readJson<Partial<Template>>(join(templates, other)) })),
      };
    }),
  };
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
